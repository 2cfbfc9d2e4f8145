import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimension, perDimensionKind } from '../per-dimension'
import { avgPool } from './avg-pool'
import { largestOfWindows } from './max-pool'
import type { Rank } from './planes'
import { type SlidingOptions, strideKind } from './sliding-windows'

export type LpPoolOptions = Pick<SlidingOptions, 'stride' | 'ceilMode'>

/** What follows the window's size. */
export type LpPoolArgs = Args<LpPoolOptions, ['stride', 'ceilMode']>

const takesLpPool = signature(
  'lpPool',
  { input: kinds.tensor, normType: kinds.number, kernelSize: perDimensionKind },
  { stride: strideKind, ceilMode: kinds.boolean },
)

/** `lpPool1d`, `lpPool2d` and `lpPool3d`. */
export function lpPool(
  op: string,
  rank: Rank,
  input: Tensor,
  normType: number,
  kernelSize: PerDimension,
  args: LpPoolArgs,
): Tensor {
  const options = takesLpPool([input, normType, kernelSize], args, op)
  if (normType === 0 || Number.isNaN(normType)) throw new RangeError(`${op}: normType must not be ${normType}`)
  if (normType === Infinity) return largestOfWindows(op, rank, input.abs(), kernelSize, options).values
  const elements = perDimension(op, 'kernelSize', kernelSize, rank, 1).reduce((product, size) => product * size, 1)
  const means = avgPool(op, rank, input.pow(normType), kernelSize, options)
  // Odd powers make negative sums, of which there would be no root.
  return means
    .sign()
    .mul(means.abs().relu())
    .mul(elements)
    .pow(1 / normType)
}
