// Compiles assembly/index.ts and writes the module, as base64, to src/generated/wasm-bytes.ts: bytes inside the
// package load the same way in Node, in browsers and under every bundler.

import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const baseDir = fileURLToPath(new URL('..', import.meta.url))
const output = new URL('../src/generated/wasm-bytes.ts', import.meta.url)

const options = [
  `--baseDir=${baseDir}`,
  '--outFile=kernels.wasm',
  '-O3',
  '--converge',
  '--noAssert',
  '--enable=simd',
  '--importMemory',
  // No allocator, no garbage collector: kernels work on addresses in the memory they are given.
  '--runtime=stub',
]

let wasm
const { error, stderr } = await asc.main(['assembly/index.ts', ...options], {
  writeFile: (_name, contents) => {
    wasm = contents
  },
})
if (error) {
  console.error(stderr.toString())
  throw error
}

const base64 = Buffer.from(wasm).toString('base64')
await mkdir(new URL('.', output), { recursive: true })
await writeFile(output, `/** The kernels: a WebAssembly module. */\nexport const wasmBase64: string =\n  '${base64}'\n`)
console.log(`wasm: ${(wasm.length / 1024).toFixed(1)} KB`)
