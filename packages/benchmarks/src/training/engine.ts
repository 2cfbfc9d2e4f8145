import { useWasm } from '@nn/backend-wasm'
import { getBackend } from '@nn/tensor'
import { peakModule } from '../matmul/peak-module'

/** What this library computes with. */
export interface EngineSettings {
  /** 0 stands for the JavaScript kernels. */
  readonly threads: number
  /** Whether with fused multiply-adds. */
  readonly relaxed: boolean
}

/** The kernels, and what they run in. @throws Error where relaxed SIMD is asked for and the engine has none. */
export async function startEngine({ threads, relaxed }: EngineSettings): Promise<Record<string, string>> {
  if (relaxed && !WebAssembly.validate(peakModule('relaxed'))) {
    throw new Error(`Node ${process.version} has no relaxed SIMD; install the optional Node 24`)
  }
  if (threads > 0) await useWasm({ threads, relaxed })
  return {
    backend: getBackend().name,
    threads: String(Math.max(threads, 1)),
    simd: threads === 0 ? 'none' : relaxed ? 'relaxed' : 'strict',
    node: process.version,
  }
}
