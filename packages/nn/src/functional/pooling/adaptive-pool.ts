import { type Args, kinds, type Picked, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { type AdaptiveSize, adaptiveSizeKind, adaptiveWindows, lengthsOf } from './adaptive-windows'
import { checkNotEmpty, type Rank } from './planes'
import { maxOfWindows, meanOfWindows } from './pool-planes'
import { windowSizes } from './window-sizes'

export interface AdaptiveMaxPoolOptions {
  /** Give the places of the largest elements too, counted row by row in their plane. Default false. */
  returnIndices?: boolean
}

/** What follows the output's size. */
export type AdaptiveMaxPoolArgs<Options extends AdaptiveMaxPoolOptions = AdaptiveMaxPoolOptions> = Args<
  Options,
  ['returnIndices']
>

const operands = { input: kinds.tensor, outputSize: adaptiveSizeKind }

const takesAdaptiveAvgPool = signature('adaptiveAvgPool', operands)

const takesAdaptiveMaxPool = signature('adaptiveMaxPool', operands, { returnIndices: kinds.boolean })

/** `adaptiveAvgPool1d`, `adaptiveAvgPool2d` and `adaptiveAvgPool3d`. */
export function adaptiveAvgPool(
  op: string,
  rank: Rank,
  input: Tensor,
  outputSize: AdaptiveSize,
  none: readonly [],
): Tensor {
  takesAdaptiveAvgPool([input, outputSize], none, op)
  const windows = adaptiveWindows(op, input, rank, outputSize)
  // Several windows cannot share nothing; one mean of nothing is NaN.
  const isOneWindow = windows.every(({ start }) => start.length === 1)
  if (!isOneWindow && input.shape.slice(-rank).includes(0)) {
    throw new ShapeError(`${op}: nothing to pool in, got ${showShape(input.shape)}`)
  }
  return meanOfWindows('adaptiveAvgPool2d', input, windows, windowSizes(windows.map(lengthsOf)))
}

/** `adaptiveMaxPool1d`, `adaptiveMaxPool2d` and `adaptiveMaxPool3d`. */
export function adaptiveMaxPool(
  op: string,
  rank: Rank,
  input: Tensor,
  outputSize: AdaptiveSize,
  args: AdaptiveMaxPoolArgs,
): Tensor | Picked {
  const { returnIndices = false } = takesAdaptiveMaxPool([input, outputSize], args, op)
  const windows = adaptiveWindows(op, input, rank, outputSize)
  checkNotEmpty(op, input, rank)
  const picked = maxOfWindows('adaptiveMaxPool2d', input, windows)
  return returnIndices ? picked : picked.values
}
