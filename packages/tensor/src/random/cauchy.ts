import { tan } from '../math/index'
import { fusedMultiplyAdd } from './fused-multiply-add'
import type { Generator } from './generator'

/**
 * Fills `out` with numbers of the Cauchy distribution around `median`, `sigma` wide.
 *
 * $$ x = \tan(\pi (u - 1/2)) \cdot sigma + median $$
 *
 * @throws RangeError when `sigma` is not positive
 * @see torch.Tensor.cauchy_
 */
export function fillCauchy(
  out: Float32Array | Float64Array,
  median: number,
  sigma: number,
  generator: Generator,
): void {
  if (!(sigma > 0)) throw new RangeError(`cauchy_: sigma must be positive, got ${sigma}`)
  for (let i = 0; i < out.length; i++) {
    const angle = Math.PI * (generator.randomDouble() - 0.5)
    out[i] = fusedMultiplyAdd(tan(angle), sigma, median)
  }
}
