// Compiles the kernels, and bundles the program of the worker threads, to modules in src/generated that hold them as
// text: such bytes load the same way in Node, in browsers and under every bundler.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import asc from 'assemblyscript/asc'
import { build } from 'esbuild'

const baseDir = fileURLToPath(new URL('..', import.meta.url))
const generated = new URL('../src/generated/', import.meta.url)

/** Flags of every build. */
const common = [
  `--baseDir=${baseDir}`,
  '--outFile=kernels.wasm',
  '-O3',
  '--converge',
  '--noAssert',
  '--enable=simd',
  '--importMemory',
  '--noExportMemory',
  // One page less than 4 GiB: kernels compute the address behind an operand's end, which must not wrap to 0.
  '--initialMemory=1',
  '--maximumMemory=65535',
  // No allocator, no garbage collector: kernels work on addresses in the memory they are given.
  '--runtime=stub',
]

async function compile(entry, ...flags) {
  let wasm
  const { error, stderr } = await asc.main([entry, ...common, ...flags], {
    writeFile: (_name, contents) => {
      wasm = contents
    },
  })
  if (error) {
    console.error(stderr.toString())
    throw error
  }
  return wasm
}

/** The import of the memory, up to the byte that says of what kind it is. */
const MEMORY_IMPORT = Buffer.from('\x03env\x06memory\x02')
const ORDINARY_MEMORY = 1

/** The place of that byte: a build for memory that threads share differs in nothing else. */
function placeOfMemoryFlags(wasm) {
  const bytes = Buffer.from(wasm)
  const place = bytes.indexOf(MEMORY_IMPORT) + MEMORY_IMPORT.length
  if (bytes.lastIndexOf(MEMORY_IMPORT) + MEMORY_IMPORT.length !== place || bytes[place] !== ORDINARY_MEMORY) {
    throw new Error('the module does not import one memory as env.memory')
  }
  return place
}

async function compileKernels(name, entry, ...flags) {
  const wasm = await compile(entry, ...flags)
  console.log(`${name}: ${(wasm.length / 1024).toFixed(1)} KB`)
  // As it is, for tools that weigh it or look inside.
  await writeFile(new URL(`${name.replaceAll(' ', '-')}.wasm`, generated), wasm)
  return {
    // src/unpack-bytes.ts undoes it.
    base64: deflateRawSync(wasm, { level: 9 }).toString('base64'),
    memoryFlagsAt: placeOfMemoryFlags(wasm),
  }
}

async function bundleWorker() {
  const { outputFiles } = await build({
    entryPoints: [join(baseDir, 'src/threads/worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'neutral',
    minify: true,
  })
  const source = outputFiles[0].text
  console.log(`worker: ${(source.length / 1024).toFixed(1)} KB`)
  return source.trim()
}

async function write(file, comment, name, value) {
  const text = `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const\n`
  await writeFile(new URL(file, generated), text)
}

await mkdir(generated, { recursive: true })
const strict = await compileKernels('strict', 'assembly/index.ts')
const sliding = await compileKernels('sliding windows', 'assembly/sliding-windows.ts')
const functions = await compileKernels('functions', 'assembly/functions.ts')
const random = await compileKernels('random', 'assembly/random.ts')
const adam = await compileKernels('adam', 'assembly/adam.ts')
const relaxed = await compileKernels('relaxed', 'assembly/relaxed.ts', '--enable=relaxed-simd')
await write('strict-module.ts', 'The kernels that every program needs: a WebAssembly module.', 'strictModule', strict)
await write('sliding-windows-module.ts', 'Convolutions and pools.', 'slidingWindowsModule', sliding)
await write('functions-module.ts', 'Activations and other functions of one element.', 'functionsModule', functions)
await write('random-module.ts', 'Random numbers.', 'randomModule', random)
await write('adam-module.ts', "Adam's step.", 'adamModule', adam)
await write(
  'relaxed-module.ts',
  'Kernels with fused multiply-adds, in place of those of their names.',
  'relaxedModule',
  relaxed,
)
await write('worker-source.ts', 'The program of a worker thread.', 'workerSource', await bundleWorker())
