import { type Args, kinds, show, signature, type Tensor } from '@nn/tensor'
import { generatorKind, word } from '../functional/kinds'
import { gainOf, type Nonlinearity } from './calculate-gain'
import { type FanMode, fanInAndFanOut } from './fan'
import { drawNormal } from './normal'
import { fillUniform, type InitOptions } from './uniform'

export interface KaimingOptions extends InitOptions {
  /** The slope of the leaky ReLU after this layer, below 0. Default 0. */
  a?: number
  /** `'fan_in'` keeps magnitudes in the forward pass, `'fan_out'` in the backward pass. Default `'fan_in'`. */
  mode?: FanMode
  /** The function after this layer. Default `'leaky_relu'`. */
  nonlinearity?: Nonlinearity
}

/** What follows the tensor. */
export type KaimingArgs = Args<KaimingOptions, ['a', 'mode', 'nonlinearity', 'generator']>

const takesKaiming = signature(
  'kaiming',
  { tensor: kinds.tensor },
  { a: kinds.number, mode: word<FanMode>(), nonlinearity: word<Nonlinearity>(), generator: generatorKind },
)

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
export function kaimingUniform_<T extends Tensor>(tensor: T, ...args: KaimingArgs): T {
  const {
    a = 0,
    mode = 'fan_in',
    nonlinearity = 'leaky_relu',
    ...stream
  } = takesKaiming([tensor], args, 'kaimingUniform_')
  if (tensor.numel() === 0) return tensor
  const bound = Math.sqrt(3) * standardDeviation('kaimingUniform_', tensor, a, mode, nonlinearity)
  return fillUniform('kaimingUniform_', tensor, -bound, bound, stream)
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
export function kaimingNormal_<T extends Tensor>(tensor: T, ...args: KaimingArgs): T {
  const {
    a = 0,
    mode = 'fan_in',
    nonlinearity = 'leaky_relu',
    ...stream
  } = takesKaiming([tensor], args, 'kaimingNormal_')
  if (tensor.numel() === 0) return tensor
  const std = standardDeviation('kaimingNormal_', tensor, a, mode, nonlinearity)
  return drawNormal('kaimingNormal_', tensor, 0, std, stream)
}

function standardDeviation(op: string, tensor: Tensor, a: number, mode: FanMode, nonlinearity: Nonlinearity): number {
  if (mode !== 'fan_in' && mode !== 'fan_out') {
    throw new RangeError(`${op}: mode must be 'fan_in' or 'fan_out', got ${show(mode)}`)
  }
  const { fanIn, fanOut } = fanInAndFanOut(op, tensor)
  return gainOf(op, nonlinearity, a) / Math.sqrt(mode === 'fan_in' ? fanIn : fanOut)
}
