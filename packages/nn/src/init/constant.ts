import { noGrad } from '@nn/autograd'
import type { Tensor } from '@nn/tensor'

/**
 * Fills a tensor with one value.
 *
 * @returns the tensor
 * @example
 * init.constant_(empty([2]), 0.3) // tensor([0.3000, 0.3000])
 * @see torch.nn.init.constant_
 */
export function constant_<T extends Tensor>(tensor: T, value: number): T {
  return noGrad(() => tensor.fill_(value))
}

/**
 * Fills a tensor with zeros.
 *
 * @returns the tensor
 * @see torch.nn.init.zeros_
 */
export function zeros_<T extends Tensor>(tensor: T): T {
  return constant_(tensor, 0)
}

/**
 * Fills a tensor with ones.
 *
 * @returns the tensor
 * @see torch.nn.init.ones_
 */
export function ones_<T extends Tensor>(tensor: T): T {
  return constant_(tensor, 1)
}
