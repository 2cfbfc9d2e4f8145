import { type Args, DTypeError, kinds, type Picked, signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimensionKind } from '../per-dimension'
import { checkNotEmpty, checkPlanes, type Rank } from './planes'
import { maxOfWindows } from './pool-planes'
import { type SlidingOptions, slidingOver, strideKind, windowsOf } from './sliding-windows'

export interface MaxPoolOptions extends SlidingOptions {
  /** Distance between the elements of a window. Default 1. */
  dilation?: PerDimension
  /** Give the places of the largest elements too, counted row by row in their plane. Default false. */
  returnIndices?: boolean
}

/** What follows the window's size. */
export type MaxPoolArgs<Options extends MaxPoolOptions = MaxPoolOptions> = Args<
  Options,
  ['stride', 'padding', 'dilation', 'ceilMode', 'returnIndices']
>

const takesMaxPool = signature(
  'maxPool',
  { input: kinds.tensor, kernelSize: perDimensionKind },
  {
    stride: strideKind,
    padding: perDimensionKind,
    dilation: perDimensionKind,
    ceilMode: kinds.boolean,
    returnIndices: kinds.boolean,
  },
)

/** `maxPool1d`, `maxPool2d` and `maxPool3d`. */
export function maxPool(
  op: string,
  rank: Rank,
  input: Tensor,
  kernelSize: PerDimension,
  args: MaxPoolArgs,
): Tensor | Picked {
  const { returnIndices = false, ...options } = takesMaxPool([input, kernelSize], args, op)
  const picked = largestOfWindows(op, rank, input, kernelSize, options)
  return returnIndices ? picked : picked.values
}

/** The largest elements of windows, and their places. */
export function largestOfWindows(
  op: string,
  rank: Rank,
  input: Tensor,
  kernelSize: PerDimension,
  options: Omit<MaxPoolOptions, 'returnIndices'>,
): Picked {
  checkPlanes(op, input, rank)
  checkNotEmpty(op, input, rank)
  if (input.dtype === 'bool') throw new DTypeError(`${op}: not defined for bool tensors`)
  const sizes = input.shape.slice(-rank)
  const slidings = slidingOver(op, input, rank, kernelSize, options)
  const windows = slidings.map((sliding, d) => windowsOf(sizes[d] as number, sliding))
  return maxOfWindows('maxPool2d', input, windows)
}
