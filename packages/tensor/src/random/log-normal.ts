import { exp } from '../math/index'
import { fusedMultiplyAdd } from './fused-multiply-add'
import type { Generator } from './generator'
import { randomNormal } from './random-normal'

/**
 * Fills `out` with numbers whose logarithm is normally distributed.
 *
 * $$ x = e^{n \cdot std + mean} $$
 *
 * @throws RangeError when `std` is not positive
 * @see torch.Tensor.log_normal_
 */
export function fillLogNormal(out: Float32Array | Float64Array, mean: number, std: number, generator: Generator): void {
  if (!(std > 0)) throw new RangeError(`log_normal_: std must be positive, got ${std}`)
  for (let i = 0; i < out.length; i++) out[i] = exp(fusedMultiplyAdd(randomNormal(generator), std, mean))
}
