import type { Tensor } from '@nn/tensor'
import { log1p } from '@nn/tensor'
import { takesInput } from '../takes-input'
import { defineActivation } from './define-activation'

/** min(x, 0) - ln(1 + e^-|x|), where the exponential cannot overflow; the derivative is σ(-x). */
const applyLogsigmoid = defineActivation<undefined>({
  name: 'logsigmoid',
  node: 'LogSigmoidBackward0',
  value: (x) => x.clampMax(0).sub(log1p(x.abs().neg().exp())),
  gradient: (grad, x) => grad.mul(x.neg().sigmoid()),
})

/**
 * The logarithm of `sigmoid`, computed without losing small values.
 *
 * $$ \text{logsigmoid}(x) = \ln \frac{1}{1 + e^{-x}} $$
 *
 * @throws DTypeError for integers.
 * @example
 * functional.logsigmoid(zeros([1])) // tensor([-0.6931])
 * @see torch.nn.functional.logsigmoid
 */
export function logsigmoid(input: Tensor, ...none: []): Tensor {
  takesInput([input], none, 'logsigmoid')
  return applyLogsigmoid(input, undefined)
}
