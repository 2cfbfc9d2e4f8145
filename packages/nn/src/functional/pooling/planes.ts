import { ShapeError, showShape, type Tensor } from '@nn/tensor'

/** How many dimensions windows have. */
export type Rank = 1 | 2 | 3

/** Refuses what are no channels of sequences (rank 1), images (2) or volumes (3), with or without a batch dimension. */
export function checkPlanes(op: string, input: Tensor, rank: Rank): void {
  if (input.ndim !== rank + 1 && input.ndim !== rank + 2) {
    throw new ShapeError(
      `${op}: the input must have ${rank + 1} or ${rank + 2} dimensions, got ${showShape(input.shape)}`,
    )
  }
}

/** Refuses an input with nothing to pool in: only the batch may be empty. */
export function checkNotEmpty(op: string, input: Tensor, rank: Rank): void {
  if (input.shape.slice(input.ndim - rank - 1).includes(0)) {
    throw new ShapeError(`${op}: only the batch may be empty, got ${showShape(input.shape)}`)
  }
}
