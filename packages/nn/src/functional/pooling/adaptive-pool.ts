import type { Picked, Tensor } from '@nn/tensor'
import { type AdaptiveSize, adaptiveWindows, lengthsOf } from './adaptive-windows'
import type { Rank } from './planes'
import { maxOfWindows, meanOfWindows } from './pool-planes'
import { windowSizes } from './window-sizes'

export interface AdaptiveMaxPoolOptions {
  /** Give the places of the largest elements too, counted row by row in their plane. Default false. */
  returnIndices?: boolean
}

/** `adaptiveAvgPool1d`, `adaptiveAvgPool2d` and `adaptiveAvgPool3d`. */
export function adaptiveAvgPool(op: string, rank: Rank, input: Tensor, outputSize: AdaptiveSize): Tensor {
  const windows = adaptiveWindows(op, input, rank, outputSize)
  return meanOfWindows('adaptiveAvgPool2d', input, windows, windowSizes(windows.map(lengthsOf)))
}

/** `adaptiveMaxPool1d`, `adaptiveMaxPool2d` and `adaptiveMaxPool3d`. */
export function adaptiveMaxPool(
  op: string,
  rank: Rank,
  input: Tensor,
  outputSize: AdaptiveSize,
  { returnIndices = false }: AdaptiveMaxPoolOptions,
): Tensor | Picked {
  const picked = maxOfWindows('adaptiveMaxPool2d', input, adaptiveWindows(op, input, rank, outputSize))
  return returnIndices ? picked : picked.values
}
