// Compiles the kernels, and bundles the program of the worker threads, to modules in src/generated that hold them as
// text: such bytes load the same way in Node, in browsers and under every bundler.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import asc from 'assemblyscript/asc'
import { build } from 'tsup'

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

/** Where the builds for memory of one's own and for shared memory differ: in one byte, the flags of the import. */
function placeOfDifference(own, shared) {
  const places = [...own.keys()].filter((i) => own[i] !== shared[i])
  if (own.length !== shared.length || places.length !== 1 || own[places[0]] !== 1 || shared[places[0]] !== 3) {
    throw new Error('the builds for shared memory and for memory of one thread differ in more than the memory import')
  }
  return places[0]
}

async function compileKernels(name, entry, ...flags) {
  const own = await compile(entry, ...flags)
  const shared = await compile(entry, ...flags, '--enable=threads', '--sharedMemory')
  console.log(`${name}: ${(own.length / 1024).toFixed(1)} KB`)
  // As it is, for tools that weigh it or look inside.
  await writeFile(new URL(`${name.replaceAll(' ', '-')}.wasm`, generated), own)
  return {
    // src/unpack-bytes.ts undoes it.
    base64: deflateRawSync(own, { level: 9 }).toString('base64'),
    memoryFlagsAt: placeOfDifference(own, shared),
  }
}

async function bundleWorker() {
  const outDir = await mkdtemp(join(tmpdir(), 'worker-'))
  await build({
    config: false,
    silent: true,
    entry: { worker: join(baseDir, 'src/threads/worker.ts') },
    format: 'iife',
    target: 'es2022',
    platform: 'neutral',
    minify: true,
    outDir,
  })
  const source = await readFile(join(outDir, 'worker.global.js'), 'utf8')
  await rm(outDir, { recursive: true })
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
