import { type Args, erfc, kinds, show, signature, type Tensor } from '@nn/tensor'
import { word } from '../kinds'
import { defineKernelActivation } from './define-activation'

/** Φ(x), the normal distribution: ½ erfc(-x/√2). */
const normalCdf = (x: Tensor): Tensor => erfc(x.mul(-Math.SQRT1_2)).mul(0.5)
/** φ(x), its density: exp(-x²/2) / √2π. */
const normalDensity = (x: Tensor): Tensor =>
  x
    .square()
    .mul(-0.5)
    .exp()
    .mul(1 / Math.sqrt(2 * Math.PI))

/** x Φ(x), with the derivative Φ(x) + x φ(x). */
const applyExact = defineKernelActivation<undefined>({
  name: 'gelu',
  kernel: 'gelu',
  numbers: () => [],
  gradient: (grad, x) => grad.mul(normalCdf(x).add(x.mul(normalDensity(x)))),
})

const ROOT = Math.sqrt(2 / Math.PI)
const CUBIC = 0.044715

/** tanh(√(2/π) (x + 0.044715 x³)). */
const curve = (x: Tensor): Tensor => x.square().mul(CUBIC).add(1).mul(x).mul(ROOT).tanh()

/** ½ x (1 + t) with t as above, and the derivative ½ (1 + t) + ½ x (1 - t²) √(2/π) (1 + 3 · 0.044715 x²). */
const applyTanh = defineKernelActivation<undefined>({
  name: 'gelu',
  kernel: 'geluTanh',
  numbers: () => [],
  gradient(grad, x) {
    const t = curve(x)
    const inner = x
      .square()
      .mul(3 * CUBIC)
      .add(1)
      .mul(ROOT)
    const slope = t.add(1).add(t.square().neg().add(1).mul(inner).mul(x))
    return grad.mul(slope.mul(0.5))
  },
})

export interface GeluOptions {
  /** Compute it as it is defined, or by a formula with tanh. Default `'none'`. */
  approximate?: 'none' | 'tanh'
}

const takesGelu = signature('gelu', { input: kinds.tensor }, {}, { approximate: word<'none' | 'tanh'>() })

/**
 * Weighs every element by the share of a normal distribution that lies below it.
 *
 * $$ \text{gelu}(x) = x \, \Phi(x) $$
 *
 * @throws RangeError for another approximation.
 * @throws DTypeError for integers.
 * @example
 * functional.gelu(tensor([-0.5, 0.5])) // tensor([-0.1543,  0.3457])
 * @see torch.nn.functional.gelu
 */
export function gelu(input: Tensor, ...args: Args<GeluOptions>): Tensor {
  const { approximate = 'none' } = takesGelu([input], args)
  if (approximate === 'none') return applyExact(input, undefined)
  if (approximate === 'tanh') return applyTanh(input, undefined)
  throw new RangeError(`gelu: approximate must be 'none' or 'tanh', got ${show(approximate)}`)
}
