import { nodeModule } from '../node-module'

/** Whether threads can share memory: not on a page that is not cross-origin isolated. */
export function canShareMemory(): boolean {
  // A page may have deleted it.
  if (typeof SharedArrayBuffer === 'undefined') return false
  return nodeModule('node:worker_threads') !== null || globalThis.crossOriginIsolated === true
}

/** Memory that threads can share. Null where there is none. */
export function newSharedMemory(initial: number, maximum: number): WebAssembly.Memory | null {
  if (!canShareMemory()) return null
  try {
    return new WebAssembly.Memory({ initial, maximum, shared: true })
  } catch {
    return null
  }
}
