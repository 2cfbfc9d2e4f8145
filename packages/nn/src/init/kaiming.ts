import type { Tensor } from '@nn/tensor'
import { calculateGain, type Nonlinearity } from './calculate-gain'
import { type FanMode, fanInAndFanOut } from './fan'
import { normal_ } from './normal'
import { type InitOptions, uniform_ } from './uniform'

export interface KaimingOptions extends InitOptions {
  /** The slope of the leaky ReLU after this layer, below 0. Default 0. */
  a?: number
  /** `'fan_in'` keeps magnitudes in the forward pass, `'fan_out'` in the backward pass. Default `'fan_in'`. */
  mode?: FanMode
  /** The function after this layer. Default `'leaky_relu'`. */
  nonlinearity?: Nonlinearity
}

/**
 * Fills a weight as He et al. (2015) propose, from a uniform distribution. A tensor without elements stays.
 *
 * $$ \mathcal{U}(-b, b), \quad b = \text{gain} \cdot \sqrt{\frac{3}{\text{fan}}} $$
 *
 * @param tensor shape [out, in, ...]
 * @returns the tensor
 * @throws ShapeError below two dimensions.
 * @throws RangeError for a mode or a function that it does not know.
 * @example
 * manualSeed(0)
 * init.kaimingUniform_(empty([1, 3]), { nonlinearity: 'relu' }) // tensor([[-0.0106, 0.7586, -1.1640]])
 * @see torch.nn.init.kaiming_uniform_
 */
export function kaimingUniform_<T extends Tensor>(tensor: T, options: KaimingOptions = {}): T {
  if (tensor.numel() === 0) return tensor
  const bound = Math.sqrt(3) * standardDeviation('kaimingUniform_', tensor, options)
  return uniform_(tensor, -bound, bound, drawing(options))
}

/**
 * Fills a weight as He et al. (2015) propose, from a normal distribution. A tensor without elements stays.
 *
 * $$ \mathcal{N}(0, \sigma^2), \quad \sigma = \frac{\text{gain}}{\sqrt{\text{fan}}} $$
 *
 * @param tensor shape [out, in, ...]
 * @returns the tensor
 * @throws ShapeError below two dimensions.
 * @throws RangeError for a mode or a function that it does not know.
 * @example
 * manualSeed(0)
 * init.kaimingNormal_(empty([1, 3]), { mode: 'fan_out' }) // tensor([[ 2.1793, -0.4150, -3.0813]])
 * @see torch.nn.init.kaiming_normal_
 */
export function kaimingNormal_<T extends Tensor>(tensor: T, options: KaimingOptions = {}): T {
  if (tensor.numel() === 0) return tensor
  return normal_(tensor, 0, standardDeviation('kaimingNormal_', tensor, options), drawing(options))
}

/** Those of the options that say how to draw. */
const drawing = ({ generator }: KaimingOptions): InitOptions => (generator === undefined ? {} : { generator })

function standardDeviation(
  op: string,
  tensor: Tensor,
  { a = 0, mode = 'fan_in', nonlinearity = 'leaky_relu' }: KaimingOptions,
): number {
  if (mode !== 'fan_in' && mode !== 'fan_out') {
    throw new RangeError(`${op}: mode must be 'fan_in' or 'fan_out', got '${String(mode)}'`)
  }
  const { fanIn, fanOut } = fanInAndFanOut(op, tensor)
  return calculateGain(nonlinearity, a) / Math.sqrt(mode === 'fan_in' ? fanIn : fanOut)
}
