import type { Tensor } from '@nn/tensor'
import { fanInAndFanOut } from './fan'
import { normal_ } from './normal'
import { type InitOptions, uniform_ } from './uniform'

export interface XavierOptions extends InitOptions {
  /** A factor for the standard deviation, as `calculateGain` gives it. Default 1. */
  gain?: number
}

/**
 * Fills a weight as Glorot and Bengio (2010) propose, from a uniform distribution.
 *
 * $$ \mathcal{U}(-a, a), \quad a = \text{gain} \cdot \sqrt{\frac{6}{\text{fan}_\text{in} + \text{fan}_\text{out}}} $$
 *
 * @param tensor shape [out, in, ...]
 * @returns the tensor
 * @throws ShapeError below two dimensions.
 * @example
 * manualSeed(0)
 * init.xavierUniform_(empty([1, 3]), { gain: init.calculateGain('relu') }) // tensor([[-0.0130,  0.9291, -1.4256]])
 * @see torch.nn.init.xavier_uniform_
 */
export function xavierUniform_<T extends Tensor>(tensor: T, { gain = 1, ...options }: XavierOptions = {}): T {
  const bound = Math.sqrt(3) * standardDeviation('xavierUniform_', tensor, gain)
  return uniform_(tensor, -bound, bound, options)
}

/**
 * Fills a weight as Glorot and Bengio (2010) propose, from a normal distribution.
 *
 * $$ \mathcal{N}(0, \sigma^2), \quad \sigma = \text{gain} \cdot \sqrt{\frac{2}{\text{fan}_\text{in} + \text{fan}_\text{out}}} $$
 *
 * @param tensor shape [out, in, ...]
 * @returns the tensor
 * @throws ShapeError below two dimensions.
 * @example
 * manualSeed(0)
 * init.xavierNormal_(empty([1, 3])) // tensor([[ 1.0896, -0.2075, -1.5406]])
 * @see torch.nn.init.xavier_normal_
 */
export function xavierNormal_<T extends Tensor>(tensor: T, { gain = 1, ...options }: XavierOptions = {}): T {
  return normal_(tensor, 0, standardDeviation('xavierNormal_', tensor, gain), options)
}

function standardDeviation(op: string, tensor: Tensor, gain: number): number {
  const { fanIn, fanOut } = fanInAndFanOut(op, tensor)
  return gain * Math.sqrt(2 / (fanIn + fanOut))
}
