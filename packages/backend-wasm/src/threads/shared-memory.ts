import { nodeModule } from '../node-module'

/** Memory that threads can share. Null where there is none: on a page that is not cross-origin isolated. */
export function newSharedMemory(initial: number, maximum: number): WebAssembly.Memory | null {
  const isIsolated = nodeModule('node:worker_threads') !== null || globalThis.crossOriginIsolated
  if (!isIsolated) return null
  try {
    return new WebAssembly.Memory({ initial, maximum, shared: true })
  } catch {
    return null
  }
}
