import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { generatorKind } from '../functional/kinds'
import { fanInAndFanOut } from './fan'
import { drawNormal } from './normal'
import { fillUniform, type InitOptions } from './uniform'

export interface XavierOptions extends InitOptions {
  /** A factor for the standard deviation, as `calculateGain` gives it. Default 1. */
  gain?: number
}

/** What follows the tensor. */
export type XavierArgs = Args<XavierOptions, ['gain', 'generator']>

const takesXavier = signature('xavier', { tensor: kinds.tensor }, { gain: kinds.number, generator: generatorKind })

/**
 * Fills a weight as Glorot and Bengio (2010) propose, from a uniform distribution.
 *
 * $$ \mathcal{U}(-a, a), \quad a = \text{gain} \cdot \sqrt{\frac{6}{\text{fan}_\text{in} + \text{fan}_\text{out}}} $$
 *
 * @param tensor shape [out, in, ...]
 * @returns the tensor
 * @throws ShapeError below two dimensions.
 * @throws RangeError for a negative gain.
 * @example
 * manualSeed(0)
 * init.xavierUniform_(empty([1, 3]), { gain: init.calculateGain('relu') }) // tensor([[-0.0130,  0.9291, -1.4256]])
 * @see torch.nn.init.xavier_uniform_
 */
export function xavierUniform_<T extends Tensor>(tensor: T, ...args: XavierArgs): T {
  const { gain = 1, ...stream } = takesXavier([tensor], args, 'xavierUniform_')
  const bound = Math.sqrt(3) * standardDeviation('xavierUniform_', tensor, gain)
  return fillUniform('xavierUniform_', tensor, -bound, bound, stream)
}

/**
 * Fills a weight as Glorot and Bengio (2010) propose, from a normal distribution.
 *
 * $$ \mathcal{N}(0, \sigma^2), \quad \sigma = \text{gain} \cdot \sqrt{\frac{2}{\text{fan}_\text{in} + \text{fan}_\text{out}}} $$
 *
 * @param tensor shape [out, in, ...]
 * @returns the tensor
 * @throws ShapeError below two dimensions.
 * @throws RangeError for a negative gain.
 * @example
 * manualSeed(0)
 * init.xavierNormal_(empty([1, 3])) // tensor([[ 1.0896, -0.2075, -1.5406]])
 * @see torch.nn.init.xavier_normal_
 */
export function xavierNormal_<T extends Tensor>(tensor: T, ...args: XavierArgs): T {
  const { gain = 1, ...stream } = takesXavier([tensor], args, 'xavierNormal_')
  return drawNormal('xavierNormal_', tensor, 0, standardDeviation('xavierNormal_', tensor, gain), stream)
}

function standardDeviation(op: string, tensor: Tensor, gain: number): number {
  if (!(gain >= 0)) throw new RangeError(`${op}: gain must be at least 0, got ${gain}`)
  const { fanIn, fanOut } = fanInAndFanOut(op, tensor)
  return gain * Math.sqrt(2 / (fanIn + fanOut))
}
