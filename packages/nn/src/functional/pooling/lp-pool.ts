import type { Tensor } from '@nn/tensor'
import { type PerDimension, perDimension } from '../per-dimension'
import { relu } from '../relu'
import { avgPool } from './avg-pool'
import { maxPool } from './max-pool'
import type { Rank } from './planes'
import type { SlidingOptions } from './sliding-windows'

export type LpPoolOptions = Pick<SlidingOptions, 'stride' | 'ceilMode'>

/** `lpPool1d`, `lpPool2d` and `lpPool3d`. */
export function lpPool(
  op: string,
  rank: Rank,
  input: Tensor,
  normType: number,
  kernelSize: PerDimension,
  options: LpPoolOptions,
): Tensor {
  if (normType === Infinity) return maxPool(op, rank, input.abs(), kernelSize, options) as Tensor
  const elements = perDimension(op, 'kernelSize', kernelSize, rank, 1).reduce((product, size) => product * size, 1)
  const means = avgPool(op, rank, input.pow(normType), kernelSize, options, null)
  // Odd powers make negative sums, of which there would be no root.
  return means
    .sign()
    .mul(relu(means.abs()))
    .mul(elements)
    .pow(1 / normType)
}
