import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import type { InplaceOptions } from './define-activation'
import { defineExponentialUnit } from './exponential-unit'

const applyCelu = defineExponentialUnit('celu')

export interface CeluOptions extends InplaceOptions {
  /** How far below 0 it goes, and how slowly. Default 1. */
  alpha?: number
}

const takesCelu = signature('celu', { input: kinds.tensor }, { alpha: kinds.number, inplace: kinds.boolean })

/**
 * The `elu` whose slope at 0 is 1 for every alpha.
 *
 * $$ \text{celu}(x) = \max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1)) $$
 *
 * @throws RangeError for an `alpha` of 0.
 * @throws DTypeError for integers.
 * @example
 * functional.celu(tensor([-0.5, 2])) // tensor([-0.3935,  2.0000])
 * @see torch.nn.functional.celu
 */
export function celu(input: Tensor, ...args: Args<CeluOptions, ['alpha', 'inplace']>): Tensor {
  const { alpha = 1, inplace = false } = takesCelu([input], args)
  if (alpha === 0) throw new RangeError('celu: alpha must not be 0')
  return applyCelu(input, { alpha, scale: 1, inputScale: 1 / alpha }, inplace)
}
