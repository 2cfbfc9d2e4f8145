import { noGrad } from '@nn/autograd'
import { normal_ as fillNormal, type Tensor } from '@nn/tensor'
import type { InitOptions } from './uniform'

/**
 * Fills a tensor from the normal distribution.
 *
 * @returns the tensor
 * @throws RangeError for a negative standard deviation.
 * @throws DTypeError for integers.
 * @example
 * manualSeed(0)
 * init.normal_(empty([1, 3]), 0, 0.01) // tensor([[ 0.0154, -0.0029, -0.0218]])
 * @see torch.nn.init.normal_
 */
export function normal_<T extends Tensor>(tensor: T, mean = 0, std = 1, options: InitOptions = {}): T {
  return noGrad(() => fillNormal(tensor, mean, std, options))
}
