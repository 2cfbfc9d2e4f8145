import { noGrad } from '@nn/autograd'
import type { Generator, Tensor } from '@nn/tensor'

/** From which stream of random numbers to draw. */
export interface InitOptions {
  /** Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

/**
 * Fills a tensor from the uniform distribution on [a, b).
 *
 * @returns the tensor
 * @throws RangeError where a > b.
 * @throws DTypeError for integers.
 * @example
 * manualSeed(0)
 * init.uniform_(empty([1, 3]), -0.1, 0.1) // tensor([[-0.0007,  0.0536, -0.0823]])
 * @see torch.nn.init.uniform_
 */
export function uniform_<T extends Tensor>(tensor: T, a = 0, b = 1, options: InitOptions = {}): T {
  return noGrad(() => tensor.uniform_(a, b, options))
}
