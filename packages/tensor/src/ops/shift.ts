import type { Tensor } from '../tensor'
import { full } from './creation'
import { cat } from './joining'
import { sliceAlong } from './view'

/** Which way something runs along a dimension: from its first element, or in `reverse` from its last. */
export interface Direction {
  readonly dim: number
  readonly reverse: boolean
}

/** The other way along the same dimension. */
export function opposite({ dim, reverse }: Direction): Direction {
  return { dim, reverse: !reverse }
}

/** Every element in the place of the next one in a direction; `first` comes into the place that is left. */
export function shift(x: Tensor, { dim, reverse }: Direction, first: number): Tensor {
  const filling = full(
    x.shape.map((size, d) => (d === dim ? Math.min(size, 1) : size)),
    first,
    { dtype: x.dtype },
  )
  const size = x.shape[dim] ?? 1
  if (size <= 1) return filling
  const kept = sliceAlong(x, dim, reverse ? 1 : 0, size - 1, 1)
  return cat(reverse ? [kept, filling] : [filling, kept], dim)
}
