import { type Args, arange, type Kind, ShapeError, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimension, perDimensionKind } from '../per-dimension'

/** How blocks slide over an image; a number stands for height and width. */
export interface SlidingBlocksOptions {
  /** Distance between the elements of a block. Default 1. */
  dilation?: PerDimension
  /** Zeros added around the image. Default 0. */
  padding?: PerDimension
  /** How far a block is from the next. Default 1. */
  stride?: PerDimension
}

/** What follows the sizes in `fold` and `unfold`. */
export type SlidingBlocksArgs = Args<SlidingBlocksOptions, ['dilation', 'padding', 'stride']>

export const slidingBlocksKinds: {
  readonly dilation: Kind<PerDimension>
  readonly padding: Kind<PerDimension>
  readonly stride: Kind<PerDimension>
} = { dilation: perDimensionKind, padding: perDimensionKind, stride: perDimensionKind }

/** Where blocks lie in an image. */
export interface SlidingBlocks {
  /** Height and width of a block. */
  readonly kernel: readonly [number, number]
  /** Zeros added above and below, left and right. */
  readonly padding: readonly [number, number]
  /** How many blocks there are down and across. */
  readonly counts: readonly [number, number]
  /** Row and column in the padded image of every element of every block; they broadcast to [*kernel, *counts]. */
  readonly rows: Tensor
  readonly columns: Tensor
}

/**
 * Lays blocks over an image of a size.
 *
 * @throws ShapeError where the image is too small for a block.
 * @throws RangeError for sizes, strides, paddings or dilations that are none.
 */
export function slidingBlocks(
  op: string,
  size: readonly number[],
  kernelSize: PerDimension,
  { dilation = 1, padding = 0, stride = 1 }: SlidingBlocksOptions,
): SlidingBlocks {
  const kernel = perDimension(op, 'kernelSize', kernelSize, 2, 1)
  const gaps = perDimension(op, 'dilation', dilation, 2, 1)
  const sides = perDimension(op, 'padding', padding, 2, 0)
  const steps = perDimension(op, 'stride', stride, 2, 1)
  const counts = kernel.map((length, d) => {
    const room = (size[d] as number) + 2 * (sides[d] as number) - (gaps[d] as number) * (length - 1) - 1
    if (room < 0) {
      throw new ShapeError(
        `${op}: blocks of [${kernel.join(', ')}] with dilation [${gaps.join(', ')}] do not fit an image of ` +
          `[${size.join(', ')}] with padding [${sides.join(', ')}]`,
      )
    }
    return Math.floor(room / (steps[d] as number)) + 1
  })
  const [rows, columns] = counts.map((count, d) => {
    const inBlock = arange(kernel[d] as number).mul(gaps[d] as number)
    return inBlock.unsqueeze(1).add(arange(count).mul(steps[d] as number))
  }) as [Tensor, Tensor]
  return {
    kernel: kernel as [number, number],
    padding: sides as [number, number],
    counts: counts as [number, number],
    rows: rows.unsqueeze(1).unsqueeze(3),
    columns: columns.unsqueeze(1).unsqueeze(0),
  }
}
