import { DTypeError, type Picked, type Tensor } from '@nn/tensor'
import type { PerDimension } from '../per-dimension'
import { checkNotEmpty, checkPlanes, type Rank } from './planes'
import { maxOfWindows } from './pool-planes'
import { type SlidingOptions, slidingOver, windowsOf } from './sliding-windows'

export interface MaxPoolOptions extends SlidingOptions {
  /** Distance between the elements of a window. Default 1. */
  dilation?: PerDimension
  /** Give the places of the largest elements too, counted row by row in their plane. Default false. */
  returnIndices?: boolean
}

/** `maxPool1d`, `maxPool2d` and `maxPool3d`. */
export function maxPool(
  op: string,
  rank: Rank,
  input: Tensor,
  kernelSize: PerDimension,
  { returnIndices = false, ...options }: MaxPoolOptions,
): Tensor | Picked {
  checkPlanes(op, input, rank)
  checkNotEmpty(op, input, rank)
  if (input.dtype === 'bool') throw new DTypeError(`${op}: not defined for bool tensors`)
  const sizes = input.shape.slice(-rank)
  const slidings = slidingOver(op, input, rank, kernelSize, options)
  const windows = slidings.map((sliding, d) => windowsOf(sizes[d] as number, sliding))
  const picked = maxOfWindows('maxPool2d', input, windows)
  return returnIndices ? picked : picked.values
}
