import { allocate } from '../core/operand'
import type { Tensor } from '../tensor'

/** The indices of a dimension of that size, from 0: `arange(size)` for programs that need no more of `arange`. */
export function indicesOf(size: number): Tensor {
  const out = allocate([size], 'int64')
  const to = out.storage.data
  for (let i = 0; i < size; i++) to[i] = i
  return out
}
