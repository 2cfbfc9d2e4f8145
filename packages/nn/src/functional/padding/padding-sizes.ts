import { ShapeError, showShape, type Tensor } from '@nn/tensor'

/** What is added to a dimension before its first and after its last element; negative numbers take elements away. */
export interface DimensionPadding {
  readonly dim: number
  readonly before: number
  readonly after: number
}

/**
 * PyTorch's list of paddings, which begins with the last dimension: [before, after, before, after, ...].
 *
 * @throws RangeError for a list that is no list of pairs of integers.
 * @throws ShapeError for more pairs than dimensions, and where less than nothing would be left of a dimension.
 */
export function paddingOf(x: Tensor, padding: readonly number[]): DimensionPadding[] {
  if (padding.length % 2 !== 0 || !padding.every(Number.isInteger)) {
    throw new RangeError(`pad: padding must be a list of pairs of integers, got [${padding.join(', ')}]`)
  }
  if (padding.length > 2 * x.ndim) {
    throw new ShapeError(`pad: ${padding.length / 2} pairs are too many for an input ${showShape(x.shape)}`)
  }
  return Array.from({ length: padding.length / 2 }, (_, i) => {
    const [before, after] = padding.slice(2 * i) as [number, number]
    const dim = x.ndim - 1 - i
    if ((x.shape[dim] as number) + before + after < 0) {
      throw new ShapeError(
        `pad: padding ${before} and ${after} leaves nothing of dimension ${dim} of ${showShape(x.shape)}`,
      )
    }
    return { dim, before, after }
  })
}
