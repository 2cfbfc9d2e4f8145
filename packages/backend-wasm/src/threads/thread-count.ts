import { nodeModule } from '../node-module'
import { MAX_PARTS } from './desk'
import { canShareMemory } from './shared-memory'

/** More threads than this are not started by default. */
const MOST_BY_DEFAULT = 8

/** The number of the machine's cores, up to eight; 1 where threads cannot share memory. */
export function defaultThreads(): number {
  if (!canShareMemory()) return 1
  const os = nodeModule<typeof import('node:os')>('node:os')
  const cores = os === null ? globalThis.navigator?.hardwareConcurrency : os.availableParallelism()
  return Math.min(cores ?? 1, MOST_BY_DEFAULT)
}

/** @throws RangeError where `threads` is no whole number from 1 to 64. */
export function checkThreads(threads: number): void {
  if (Number.isInteger(threads) && threads >= 1 && threads <= MAX_PARTS) return
  throw new RangeError(`useWasm: threads must be a whole number from 1 to ${MAX_PARTS}, got ${threads}`)
}
