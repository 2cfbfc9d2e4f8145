import {
  type Args,
  empty,
  type Generator,
  kinds,
  maskedScatter,
  nameStep,
  onesLike,
  signature,
  type Tensor,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { generatorKind } from '../kinds'
import type { InplaceOptions } from './define-activation'

export interface RreluOptions extends InplaceOptions {
  /** The smallest factor. Default 1/8. */
  lower?: number
  /** The largest factor. Default 1/3. */
  upper?: number
  /** Draw the factors, instead of taking the mean of the bounds. Default false. */
  training?: boolean
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

const takesRrelu = signature(
  'rrelu',
  { input: kinds.tensor },
  { lower: kinds.number, upper: kinds.number, training: kinds.boolean, inplace: kinds.boolean },
  { generator: generatorKind },
)

/**
 * Makes negative elements small, by factors that are drawn for each of them while training.
 *
 * $$ \text{rrelu}(x) = \max(0, x) + a \min(0, x), \quad a \sim U(\text{lower}, \text{upper}) $$
 *
 * @throws RangeError where the lower bound is above the upper one, or either is not finite.
 * @throws DTypeError for integers.
 * @example
 * functional.rrelu(tensor([-0.5, 2]), { lower: 0.1, upper: 0.3 }) // tensor([-0.1000,  2.0000])
 * @see torch.nn.functional.rrelu
 */
export function rrelu(input: Tensor, ...args: Args<RreluOptions, ['lower', 'upper', 'training', 'inplace']>): Tensor {
  const { lower = 1 / 8, upper = 1 / 3, training = false, inplace = false, generator } = takesRrelu([input], args)
  checkFloatingPoint('rrelu', input)
  for (const [name, bound] of Object.entries({ lower, upper })) {
    if (!Number.isFinite(bound)) throw new RangeError(`rrelu: ${name} must be finite, got ${bound}`)
  }
  if (lower > upper) throw new RangeError(`rrelu: lower ${lower} is above upper ${upper}`)
  const isNegative = input.detach().le(0)
  const factors = training
    ? drawnFactors(input, isNegative, lower, upper, generator)
    : onesLike(input.detach()).maskedFill(isNegative, (lower + upper) / 2)
  return inplace
    ? nameStep('RreluWithNoiseBackward1', input.mul_(factors))
    : nameStep('RreluWithNoiseBackward0', input.mul(factors))
}

/**
 * A factor for each negative element, 1 for the others. As PyTorch it draws in double precision between bounds in the
 * input's, and no more than it needs.
 */
function drawnFactors(
  input: Tensor,
  isNegative: Tensor,
  lower: number,
  upper: number,
  generator: Generator | undefined,
): Tensor {
  const count = isNegative.sum().item()
  const [from, to] = input.dtype === 'float32' ? [Math.fround(lower), Math.fround(upper)] : [lower, upper]
  const drawn = empty([count], { dtype: 'float64' }).uniform_(from, to, generator === undefined ? {} : { generator })
  return maskedScatter(onesLike(input.detach()), isNegative, drawn.to(input.dtype))
}
