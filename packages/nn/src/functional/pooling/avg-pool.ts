import { type Args, DTypeError, type Kind, kinds, type Signature, signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimensionKind } from '../per-dimension'
import { checkNotEmpty, checkPlanes, type Rank } from './planes'
import { meanOfWindows } from './pool-planes'
import { elementsOf, type SlidingOptions, slidingOver, strideKind, windowsOf } from './sliding-windows'
import { windowSizes } from './window-sizes'

export interface AvgPoolOptions extends SlidingOptions {
  /** Whether zeros of the padding count among a window's elements. Default true. */
  countIncludePad?: boolean
}

/** What follows the window's size in `avgPool1d`. */
export type AvgPoolArgs = Args<AvgPoolOptions, ['stride', 'padding', 'ceilMode', 'countIncludePad']>

export const avgPoolOperands: {
  readonly input: Kind<Tensor>
  readonly kernelSize: Kind<PerDimension>
} = { input: kinds.tensor, kernelSize: perDimensionKind }

export const avgPoolKinds: {
  readonly stride: Kind<PerDimension | null>
  readonly padding: Kind<PerDimension>
  readonly ceilMode: Kind<boolean>
  readonly countIncludePad: Kind<boolean>
} = { stride: strideKind, padding: perDimensionKind, ceilMode: kinds.boolean, countIncludePad: kinds.boolean }

export const takesAvgPool: Signature<AvgPoolOptions> = signature('avgPool', avgPoolOperands, avgPoolKinds)

/** `avgPool1d`, `avgPool2d` and `avgPool3d`. */
export function avgPool(
  op: string,
  rank: Rank,
  input: Tensor,
  kernelSize: PerDimension,
  { countIncludePad = true, divisorOverride = null, ...options }: AvgPoolOptions & { divisorOverride?: number | null },
): Tensor {
  checkPlanes(op, input, rank)
  checkNotEmpty(op, input, rank)
  if (!input.isFloatingPoint() && input.dtype !== 'int64') {
    throw new DTypeError(`${op}: needs a floating-point or int64 tensor, got ${input.dtype}`)
  }
  if (divisorOverride === 0) throw new RangeError(`${op}: divisorOverride must not be 0`)
  const sizes = input.shape.slice(-rank)
  const slidings = slidingOver(op, input, rank, kernelSize, options)
  const windows = slidings.map((sliding, d) => windowsOf(sizes[d] as number, sliding))
  const elements = slidings.map((sliding, d) => elementsOf(sizes[d] as number, sliding, countIncludePad))
  return meanOfWindows('avgPool2d', input, windows, divisorOverride ?? windowSizes(elements))
}
