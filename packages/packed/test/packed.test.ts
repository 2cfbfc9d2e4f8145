import { execFile } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findNode } from '@nn/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile, type Resolution } from '../src/compile'
import { expected } from '../src/expected'
import { entries, publishedNames } from '../src/pack'
import { temporaryApp } from '../src/temporary-app'

const run = promisify(execFile)
let app = ''
let other = ''
let remove: () => Promise<void>

beforeAll(async () => {
  const installed = await temporaryApp()
  app = installed.app
  other = join(installed.folder, 'other')
  remove = installed.remove
}, 300_000)

afterAll(() => remove())

async function node(program: string, args: readonly string[], cwd: string = app): Promise<string> {
  const { stdout } = await run(program, args, { cwd })
  return stdout
}

interface Manifest {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(app, 'node_modules', name, 'package.json'), 'utf8'))
}

describe.each(publishedNames)('%s, packed,', (name) => {
  test('has a manifest that says nothing of the repository', () => {
    const text = JSON.stringify(manifestOf(name))
    for (const word of ['workspace:', 'devDependencies', '@nn/source', '@nn/testing', './src/']) {
      expect(text).not.toContain(word)
    }
    expect(readFileSync(join(app, 'node_modules', name, 'README.md'), 'utf8')).toContain(`# ${name}\n`)
    expect(readFileSync(join(app, 'node_modules', name, 'LICENSE'), 'utf8')).toContain('MIT License')
  })

  test('asks for the other libraries as peers, so that there is one copy of each', () => {
    const { version, dependencies = {}, peerDependencies = {} } = manifestOf(name)
    const ours = (list: object): string[] => Object.keys(list).filter((other) => other.startsWith('@nn/'))
    if (name === '@nn/cli') {
      expect(ours(peerDependencies)).toEqual([])
      return
    }
    expect(ours(dependencies)).toEqual([])
    for (const other of ours(peerDependencies)) expect(peerDependencies[other]).toBe(`^${version}`)
  })
})

describe.each(entries)('importing %s', (name) => {
  test('draws no random number, starts nothing and leaves nothing behind', async () => {
    const { exports, added } = JSON.parse(await node(process.execPath, ['import.mjs', name]))
    expect(exports).toBeGreaterThan(0)
    expect(added).toEqual([])
  })
})

describe('a program', () => {
  const kinds: Resolution[] = ['bundler', 'node16', 'nodenext']
  test.each(kinds)('compiles strictly, all declarations checked, with moduleResolution %s', (resolution) => {
    expect(compile(join(app, 'program.ts'), resolution)).toEqual([])
  })

  test('runs in this Node', async () => {
    expect(JSON.parse(await node(process.execPath, ['program.js']))).toEqual(expected)
  })

  test.each([22, 24] as const)('runs in Node %i', async (major) => {
    const program = findNode(major)
    if (program === null) return
    expect(JSON.parse(await node(program, ['program.js']))).toEqual(expected)
  })
})

test('the nn command says the version of its package', async () => {
  const said = await node(process.execPath, ['node_modules/@nn/cli/dist/main.js', '--version'])
  expect(said.trim()).toBe(manifestOf('@nn/cli').version)
})

describe('two copies of @nn/tensor', () => {
  beforeAll(() => {
    // As npm lays them out where versions differ: those that a package asks for lie below it.
    cpSync(join(app, 'node_modules'), join(other, 'node_modules'), { recursive: true })
    for (const name of ['@nn/tensor', '@nn/autograd']) {
      cpSync(join(app, 'node_modules', name), join(other, 'node_modules/@nn/nn/node_modules', name), {
        recursive: true,
      })
    }
    cpSync(join(app, 'node_modules/@nn/nn'), join(other, 'node_modules/@nn/nn'), { recursive: true })
  })

  /** As errors name both: first the copy that speaks, then the other. */
  const place = (of: string): string => `${of}/node_modules/@nn/tensor/dist/index.js:`
  const isNamed = (text: string): boolean =>
    text.includes(place(other)) && text.includes(place(`${other}/node_modules/@nn/nn`))

  async function errorOf(program: string): Promise<string> {
    const { stderr } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: other }).catch(
      (error: { stderr: string }) => error,
    )
    return stderr
  }

  test('are named where the tensor of one meets a module of the other', async () => {
    const program = "import { ones } from '@nn/tensor'; import { Linear } from '@nn/nn'; new Linear(2, 2)(ones([1, 2]))"
    expect(await errorOf(program)).toSatisfy(isNamed)
  })

  test('are named where a gradient is asked for that only the other computes', async () => {
    const program = "import '@nn/nn'; import { ones } from '@nn/tensor'; ones([2]).requiresGrad_()"
    expect(await errorOf(program)).toSatisfy(isNamed)
  })

  test('are named where a backend computes for one of them', async () => {
    const program = "import '@nn/nn'; import { useWasm } from '@nn/backend-wasm'; await useWasm({ threads: 1 })"
    const said = await errorOf(program)
    expect(said).toContain('setBackend: wasm computes for one of two copies of @nn/tensor')
    expect(said).toSatisfy(isNamed)
  })
})
