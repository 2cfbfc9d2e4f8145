import type { Kind, Reduction, Tensor } from '@nn/tensor'
import { word } from './kinds'

/** What all losses take. */
export interface LossOptions {
  /** Give all losses as they are, their sum, or their mean. Default `'mean'`. */
  reduction?: Reduction
}

/** What `checkReduction` looks at. */
export const reductionKind: Kind<Reduction> = word<Reduction>()

/** Refuses what is no way to reduce losses. */
export function checkReduction(op: string, reduction: string): asserts reduction is Reduction {
  if (reduction !== 'none' && reduction !== 'mean' && reduction !== 'sum') {
    throw new RangeError(`${op}: reduction must be 'none', 'mean' or 'sum', got '${reduction}'`)
  }
}

/** The losses of all elements as they are, their sum, or their mean. */
export function reduced(losses: Tensor, reduction: Reduction): Tensor {
  if (reduction === 'none') return losses
  return reduction === 'sum' ? losses.sum() : losses.mean()
}
