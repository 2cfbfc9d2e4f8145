import { log1p } from '../math/index'
import type { Generator } from './generator'

/**
 * Fills `out` with exponentially distributed numbers of rate `lambda`.
 *
 * $$ x = -\frac{1}{\lambda} \ln(1 - u) $$
 *
 * @throws RangeError when `lambda` is not positive
 * @see torch.Tensor.exponential_
 */
export function fillExponential(out: Float32Array | Float64Array, lambda: number, generator: Generator): void {
  if (!(lambda > 0)) throw new RangeError(`exponential_: lambda must be positive, got ${lambda}`)
  const scale = -1 / lambda
  for (let i = 0; i < out.length; i++) out[i] = scale * log1p(-generator.randomDouble())
}
