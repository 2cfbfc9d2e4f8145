import { type Args, kinds, signature, type Tensor, where } from '@nn/tensor'
import { defineKernelActivation, type InplaceOptions } from './define-activation'

const applyLeakyRelu = defineKernelActivation<number>({
  name: 'leakyRelu',
  kernel: 'leakyRelu',
  numbers: (slope) => [slope],
  withoutGradientInPlace: (slope) => (slope >= 0 ? null : `negativeSlope ${slope}`),
  gradient: (grad, x, slope) => where(x.gt(0), grad, grad.mul(slope)),
})

export interface LeakyReluOptions extends InplaceOptions {
  /** What negative elements are multiplied by. Default 0.01. */
  negativeSlope?: number
}

const takesLeakyRelu = signature(
  'leakyRelu',
  { input: kinds.tensor },
  { negativeSlope: kinds.number, inplace: kinds.boolean },
)

/**
 * Makes negative elements small, so that they keep a gradient.
 *
 * $$ \text{leakyRelu}(x) = \max(0, x) + a \min(0, x) $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.leakyRelu(tensor([-0.5, 2])) // tensor([-0.0050,  2.0000])
 * @see torch.nn.functional.leaky_relu
 */
export function leakyRelu(input: Tensor, ...args: Args<LeakyReluOptions, ['negativeSlope', 'inplace']>): Tensor {
  const { negativeSlope = 0.01, inplace = false } = takesLeakyRelu([input], args)
  return applyLeakyRelu(input, negativeSlope, inplace)
}
