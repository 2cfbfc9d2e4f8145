import { type Backend, getBackend, setBackend } from '@nn/tensor'
import { wasmKernels } from './kernels/wasm-kernels'
import { loadModule } from './load-module'
import { Pool } from './memory/pool'

/** One page less than 4 GiB: kernels compute the address behind an operand's end, which must not wrap to 0. */
const MAX_PAGES = 65535
const MEGABYTE = 2 ** 20

export interface WasmOptions {
  /**
   * Megabytes of tensors at which memory is reclaimed before more is taken. It rises by itself when more than half of it
   * is alive. Default 64.
   */
  poolSize?: number
}

let loading: Promise<Backend | null> | null = null

/**
 * Makes the WebAssembly kernels compute from now on, in Node and in browsers. Tensors made before go on working. Where
 * the engine lacks WebAssembly or its SIMD instructions, a warning says so and the backend stays as it is. Calling it
 * again changes nothing.
 *
 * @returns the backend in use
 * @throws RangeError for a pool size that is not positive.
 * @example
 * await useWasm()
 * getBackend().name // 'wasm'
 */
export async function useWasm({ poolSize = 64 }: WasmOptions = {}): Promise<Backend> {
  if (!(poolSize > 0)) throw new RangeError(`useWasm: poolSize must be a positive number of megabytes, got ${poolSize}`)
  loading ??= createBackend(poolSize * MEGABYTE)
  const backend = await loading
  if (backend === null) {
    console.warn('useWasm: this engine has no WebAssembly SIMD; computing goes on in JavaScript, slower')
    return getBackend()
  }
  setBackend(backend)
  return backend
}

async function createBackend(poolSize: number): Promise<Backend | null> {
  if (typeof WebAssembly === 'undefined') return null
  const memory = new WebAssembly.Memory({ initial: 64, maximum: MAX_PAGES })
  const wasm = await loadModule(memory)
  if (wasm === null) return null
  const scratch = Pool.FIRST_ADDRESS
  const pool = new Pool(memory, scratch + wasm.matmulScratchBytes(), poolSize)
  return {
    name: 'wasm',
    kernels: wasmKernels(wasm, pool, scratch),
    allocate: (dtype, length) => pool.allocate(dtype, length),
  }
}
