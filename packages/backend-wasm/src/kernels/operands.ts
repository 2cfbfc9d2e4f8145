import { isContiguous, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'

/** True for float32 elements that lie in row-major order without gaps: what most kernels take. */
export function isDense(x: Strided): boolean {
  return x.dtype === 'float32' && isContiguous(x.shape, x.strides)
}

/** The byte address of a tensor's first element. */
export function addressOf(pool: Pool, x: Strided, bytes = 4): number {
  return pool.addressOf(x.storage) + x.offset * bytes
}

/** True for a plain number, which lives in an ordinary array. */
export function isNumber(x: Strided): boolean {
  return x.storage.home === null && x.storage.length === 1
}

/** The address of an operand; a plain number goes to `slot`. */
export function operandAddress(pool: Pool, x: Strided, slot: 0 | 1): number {
  return isNumber(x) ? pool.numberAt(slot, x.storage.data[0] as number) : addressOf(pool, x)
}
