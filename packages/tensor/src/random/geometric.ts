import type { TypedArray } from '../core/dtype'
import { log, log1p } from '../math/index'
import type { Generator } from './generator'

/**
 * Fills `out` with the number of tries until the first success, when each succeeds with probability `p`.
 *
 * $$ x = \lceil \ln u / \ln(1 - p) \rceil $$
 *
 * @throws RangeError when `p` is not between 0 and 1
 * @see torch.Tensor.geometric_
 */
export function fillGeometric(out: TypedArray, p: number, generator: Generator): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`geometric_: p must lie between 0 and 1, got ${p}`)
  const logFailure = log1p(-p)
  for (let i = 0; i < out.length; i++) out[i] = Math.ceil(log(generator.randomDouble()) / logFailure)
}
