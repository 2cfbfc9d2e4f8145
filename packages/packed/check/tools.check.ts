import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { browserFor } from '@nn/testing'
import { type Browser, launch } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../src/compile'
import { expected } from '../src/expected'
import { type TemporaryApp, temporaryApp } from '../src/temporary-app'

// The program, compiled, in other engines than Node, and through bundlers in a browser: each as its own guide begins, with
// the settings that it has by itself.

const run = promisify(execFile)
const MINUTES = 60_000

const tools = [
  'deno',
  'bun',
  'jest',
  'vite',
  'webpack',
  'webpack-cli',
  'esbuild',
  'rollup',
  '@rollup/plugin-node-resolve',
  '@rollup/plugin-commonjs',
  'parcel',
]

let temporary: TemporaryApp
let app = ''
let browser: Browser | undefined
let server: Server
const chromium = browserFor('chromium', 'running what bundlers make of a program')

beforeAll(async () => {
  temporary = await temporaryApp()
  app = temporary.app
  expect(compile(join(app, 'program.ts'), 'bundler')).toEqual([])
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--legacy-peer-deps', ...tools], {
    cwd: app,
  })
  server = createServer(serve).listen(0, '127.0.0.1')
  await once(server, 'listening')
  if (chromium !== null) browser = await launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] })
}, 15 * MINUTES)

afterAll(async () => {
  await browser?.close()
  server.close()
  await temporary.remove()
})

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
}

function serve({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  const path = join(app, decodeURI(pathname))
  const policy = searchParams.get('policy')
  try {
    const bytes = readFileSync(path)
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    if (policy !== null) response.setHeader('Content-Security-Policy', policy)
    response.writeHead(200).end(bytes)
  } catch {
    response.writeHead(404).end()
  }
}

async function tool(name: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(join(app, 'node_modules/.bin', name), args, { cwd: app, maxBuffer: 2 ** 24 })
  return stdout
}

/** What the program prints in a page. */
async function printed(path: string): Promise<unknown> {
  const page = await (browser as Browser).newPage()
  try {
    const result = new Promise<string>((resolve, reject) => {
      page.on('console', (message) => message.text().startsWith('{') && resolve(message.text()))
      page.on('pageerror', reject)
      page.on('requestfailed', (request) => reject(new Error(`${request.url()} did not load`)))
    })
    const { port } = server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/${path}`)
    return JSON.parse(await result)
  } finally {
    await page.close()
  }
}

/** A page for bundlers that make none. */
function page(path: string, script: string): string {
  writeFileSync(join(app, path), `<!doctype html><script type="module" src="${script}"></script>`)
  return path
}

describe('the program runs', { timeout: 5 * MINUTES }, () => {
  test('in Deno', async () => {
    expect(JSON.parse(await tool('deno', 'run', '-A', '--node-modules-dir=manual', 'program.js'))).toEqual(expected)
  })

  test('in Bun', async () => {
    expect(JSON.parse(await tool('bun', 'run', 'program.js'))).toEqual(expected)
  })

  test('in Jest, with modules', async () => {
    writeFileSync(
      join(app, 'program.test.js'),
      "test('runs', async () => { let said; console.log = (text) => { said = text }; await import('./program.js'); expect(JSON.parse(said).backend).toBe('wasm') })",
    )
    const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' }
    await run(join(app, 'node_modules/.bin/jest'), ['program.test.js'], { cwd: app, env })
  })
})

describe.skipIf(chromium === null)('the program runs in a browser, made', { timeout: 5 * MINUTES }, () => {
  test('by Vite', async () => {
    await tool('vite', 'build', '--outDir', 'by-vite', '--base', './')
    expect(await printed('by-vite/index.html')).toEqual(expected)
  })

  test('by webpack', async () => {
    await tool('webpack', './program.js', '--mode', 'production', '-o', 'by-webpack')
    expect(await printed(page('by-webpack/index.html', 'main.js'))).toEqual(expected)
  })

  test.each([['in one file'], ['in several', '--splitting']])('by esbuild, %s', async (...[how, ...flags]) => {
    const folder = how === 'in one file' ? 'by-esbuild' : 'by-esbuild-split'
    await tool('esbuild', 'program.js', '--bundle', '--format=esm', `--outdir=${folder}`, ...flags)
    expect(await printed(page(`${folder}/index.html`, 'program.js'))).toEqual(expected)
  })

  test('by Rollup', async () => {
    const plugins = ['-p', '@rollup/plugin-node-resolve', '-p', '@rollup/plugin-commonjs']
    await tool('rollup', 'program.js', '-f', 'es', '-d', 'by-rollup', ...plugins)
    expect(await printed(page('by-rollup/index.html', 'program.js'))).toEqual(expected)
  })

  test('by Parcel', async () => {
    await tool('parcel', 'build', 'index.html', '--dist-dir', 'by-parcel', '--public-url', './')
    expect(await printed('by-parcel/index.html')).toEqual(expected)
  })
})

describe.skipIf(chromium === null)('in a browser, computing goes on in JavaScript', { timeout: MINUTES }, () => {
  test('on a page whose content security policy forbids WebAssembly', async () => {
    await tool('esbuild', 'program.js', '--bundle', '--format=esm', '--outdir=with-policy')
    const path = `${page('with-policy/index.html', 'program.js')}?policy=${encodeURIComponent("script-src 'self'")}`
    expect(await printed(path)).toEqual({ ...expected, backend: 'js' })
  })

  test('in a service worker of several files', async () => {
    await tool('esbuild', 'service-worker.js', '--bundle', '--format=esm', '--splitting', '--outdir=split-worker')
    const path = `${page('split-worker/index.html', '../page.js')}#service-worker.js`
    expect(await printed(path)).toEqual({ backend: 'js', sum: 3 })
  })

  test('and not in a service worker of one file', async () => {
    await tool('esbuild', 'service-worker.js', '--bundle', '--format=esm', '--outdir=whole-worker')
    const path = `${page('whole-worker/index.html', '../page.js')}#service-worker.js`
    expect(await printed(path)).toEqual({ backend: 'wasm', sum: 3 })
  })
})
