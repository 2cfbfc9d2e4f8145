import { noGrad } from '@nn/autograd'
import { randperm, ShapeError, showShape, type Tensor } from '@nn/tensor'
import { normal_ } from './normal'
import type { InitOptions } from './uniform'

export interface SparseOptions extends InitOptions {
  /** The standard deviation of what is not 0. Default 0.01. */
  std?: number
}

/**
 * Fills a matrix from the normal distribution, but for a share of each column, which becomes 0.
 *
 * As in PyTorch, `generator` is for the numbers; which of them become 0 is drawn from the stream that `manualSeed` seeds.
 *
 * @param tensor shape [n, m]
 * @param sparsity the share of zeros, rounded up to whole elements
 * @returns the tensor
 * @throws ShapeError for anything but a matrix.
 * @throws DTypeError for integers.
 * @example
 * init.sparse_(empty([4, 2]), 0.5).ne(0).sum(0) // tensor([2, 2])
 * @see torch.nn.init.sparse_
 */
export function sparse_<T extends Tensor>(
  tensor: T,
  sparsity: number,
  { std = 0.01, ...options }: SparseOptions = {},
): T {
  if (tensor.ndim !== 2) throw new ShapeError(`sparse_: needs a tensor of 2 dimensions, got ${showShape(tensor.shape)}`)
  const [rows, columns] = tensor.shape as [number, number]
  const zeros = Math.ceil(sparsity * rows)
  normal_(tensor, 0, std, options)
  return noGrad(() => {
    for (let column = 0; column < columns; column++) {
      tensor.setAt_([randperm(rows).narrow(0, 0, zeros), column], 0)
    }
    return tensor
  })
}
