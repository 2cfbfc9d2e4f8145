import type { Tensor } from '@nn/tensor'
import { type InplaceArgs, takesInplace } from './define-activation'
import { defineExponentialUnit } from './exponential-unit'

const applySelu = defineExponentialUnit('selu', 'EluBackward0')

/** The fixed point of mean 0 and variance 1: G. Klambauer et al., "Self-normalizing neural networks" (2017). */
const ALPHA = 1.6732632423543772
const SCALE = 1.0507009873554805

/**
 * The scaled `elu` that keeps the mean 0 and the variance 1 through many layers.
 *
 * $$ \text{selu}(x) = \lambda (\max(0, x) + \min(0, \alpha (e^x - 1))) $$
 *
 * with α = 1.6733 and λ = 1.0507.
 *
 * @throws DTypeError for integers.
 * @example
 * functional.selu(tensor([-0.5, 0.5])) // tensor([-0.6918,  0.5254])
 * @see torch.nn.functional.selu
 */
export function selu(input: Tensor, ...args: InplaceArgs): Tensor {
  const { inplace = false } = takesInplace([input], args, 'selu')
  return applySelu(input, { alpha: ALPHA, scale: SCALE, inputScale: 1 }, inplace)
}
