import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import type { InplaceOptions } from './define-activation'
import { defineExponentialUnit } from './exponential-unit'

const applyElu = defineExponentialUnit('elu')

export interface EluOptions extends InplaceOptions {
  /** How far below 0 it goes. Default 1. */
  alpha?: number
}

const takesElu = signature('elu', { input: kinds.tensor }, { alpha: kinds.number, inplace: kinds.boolean })

/**
 * Lets negative elements run out into -alpha.
 *
 * $$ \text{elu}(x) = \max(0, x) + \min(0, \alpha (e^x - 1)) $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.elu(tensor([-0.5, 2])) // tensor([-0.3935,  2.0000])
 * @see torch.nn.functional.elu
 */
export function elu(input: Tensor, ...args: Args<EluOptions, ['alpha', 'inplace']>): Tensor {
  const { alpha = 1, inplace = false } = takesElu([input], args)
  return applyElu(input, { alpha, scale: 1, inputScale: 1 }, inplace)
}
