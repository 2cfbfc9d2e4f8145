import { noGrad } from '@nn/autograd'
import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { takesTensor } from './takes-tensor'

export interface ConstantOptions {
  /** What every element becomes. */
  val: number
}

const takesConstant = signature('constant_', { tensor: kinds.tensor }, { val: kinds.required(kinds.number) })

/**
 * Fills a tensor with one value.
 *
 * @returns the tensor
 * @example
 * init.constant_(empty([2]), 0.3) // tensor([0.3000, 0.3000])
 * @see torch.nn.init.constant_
 */
export function constant_<T extends Tensor>(tensor: T, ...args: Args<ConstantOptions, ['val']>): T {
  const { val } = takesConstant([tensor], args)
  return noGrad(() => tensor.fill_(val))
}

/**
 * Fills a tensor with zeros.
 *
 * @returns the tensor
 * @see torch.nn.init.zeros_
 */
export function zeros_<T extends Tensor>(tensor: T, ...none: []): T {
  takesTensor([tensor], none, 'zeros_')
  return noGrad(() => tensor.fill_(0))
}

/**
 * Fills a tensor with ones.
 *
 * @returns the tensor
 * @see torch.nn.init.ones_
 */
export function ones_<T extends Tensor>(tensor: T, ...none: []): T {
  takesTensor([tensor], none, 'ones_')
  return noGrad(() => tensor.fill_(1))
}
