import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'tsup'
import { afterAll, expect, test } from 'vitest'

const folder = await mkdtemp(join(tmpdir(), 'threads-'))

afterAll(() => rm(folder, { recursive: true }))

test('a program that computes on threads ends by itself', async () => {
  await build({
    config: false,
    silent: true,
    entry: [fileURLToPath(new URL('program.ts', import.meta.url))],
    format: 'esm',
    outDir: folder,
    outExtension: () => ({ js: '.mjs' }),
    noExternal: [/@nn/],
    esbuildOptions: (options) => {
      options.conditions = ['@nn/source']
    },
  })
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.mjs')], { timeout: 20_000 })
  expect(stdout).toBe(`${1024 ** 2}\n`)
})
