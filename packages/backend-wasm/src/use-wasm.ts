import { type Args, type Backend, getBackend, kinds, setBackend, signature } from '@nn/tensor'
import { createBackend, type WasmBackend, type WasmSettings } from './create-backend'
import { reasonOfRefusal } from './refusal'
import { checkThreads, defaultThreads } from './threads/thread-count'
import { warnOnce } from './warn-once'

export interface WasmOptions {
  /**
   * Megabytes of tensors at which memory is reclaimed before more is taken. The limit rises by itself, so that as much room
   * is left beside what is alive. Less takes less memory; more is seldom faster. Default 128.
   */
  poolSize?: number
  /**
   * How many threads compute, 1 to 64: results have the same bits for any number. In browsers more than one needs a page
   * that is cross-origin isolated. Default: the number of cores, up to 8, and 1 where a page is not isolated.
   */
  threads?: number
  /**
   * Lets matrix products and convolutions use fused multiply-adds (relaxed SIMD): faster on some machines, and the last
   * bits depend on the machine. Default false.
   */
  relaxed?: boolean
}

const takes = signature('useWasm', {}, {}, { poolSize: kinds.number, threads: kinds.number, relaxed: kinds.boolean })

/** Those of the last call. */
let settings: WasmSettings | null = null

/** The backends made so far, by their settings, and those being made: the memory of one goes with its last tensor. */
const made = new Map<string, WeakRef<WasmBackend>>()
const making = new Map<string, Promise<WasmBackend | null>>()

/** The one in use. */
let current: WasmBackend | null = null

/**
 * Makes the WebAssembly kernels compute from now on, in Node and in browsers. Tensors made before go on working. Where
 * the engine lacks WebAssembly or its SIMD instructions, or a content security policy without `wasm-unsafe-eval` forbids
 * it, a warning says so and the backend stays as it is; where it lacks shared memory for the threads that were asked for,
 * or relaxed SIMD, a warning says so and the kernels do without. Called again, options that are left out stay as they were.
 *
 * Kernels that only some ops need are loaded where these ops are part of the program: call it when all is imported.
 *
 * @returns the backend in use
 * @throws RangeError for a pool size that is not positive, or a number of threads that is not whole or not in 1 to 64.
 * @example
 * await useWasm()
 * getBackend().name // 'wasm'
 * @example
 * // One thread leaves the other cores to others. What a later call leaves out stays.
 * const backend = await useWasm({ threads: 1 })
 * backend === (await useWasm()) // true
 * @example
 * // Where the same bits on every machine are not needed.
 * const backend = await useWasm({ relaxed: true })
 * backend === getBackend() // true
 */
export async function useWasm(...args: Args<WasmOptions>): Promise<Backend> {
  const options = takes([], args)
  const before = settings ?? { poolSize: 128, threads: defaultThreads(), relaxed: false }
  const { poolSize = before.poolSize, threads = before.threads, relaxed = before.relaxed } = options
  if (!(poolSize > 0)) throw new RangeError(`useWasm: poolSize must be a positive number of megabytes, got ${poolSize}`)
  checkThreads(threads)
  settings = { poolSize, threads, relaxed }
  const backend = await backendFor(settings).catch(reasonOfRefusal)
  if (typeof backend === 'string' || backend === null) {
    warnOnce(`useWasm: ${backend ?? 'this engine has no WebAssembly SIMD'}; computing goes on in JavaScript, slower`)
    return getBackend()
  }
  if (current !== backend) current?.rest()
  current = backend
  setBackend(backend)
  return backend
}

async function backendFor(settings: WasmSettings): Promise<WasmBackend | null> {
  const key = JSON.stringify(settings)
  const known = made.get(key)?.deref()
  if (known !== undefined) return known
  const backend = making.get(key) ?? createBackend(settings)
  making.set(key, backend)
  try {
    const done = await backend
    if (done !== null) made.set(key, new WeakRef(done))
    return done
  } finally {
    making.delete(key)
  }
}
