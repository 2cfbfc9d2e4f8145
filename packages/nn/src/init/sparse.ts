import { noGrad } from '@nn/autograd'
import { type Args, kinds, randperm, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { generatorKind } from '../functional/kinds'
import { drawNormal } from './normal'
import type { InitOptions } from './uniform'

export interface SparseOptions extends InitOptions {
  /** The share of zeros, from 0 to 1, rounded up to whole elements. */
  sparsity: number
  /** The standard deviation of what is not 0. Default 0.01. */
  std?: number
}

const takesSparse = signature(
  'sparse_',
  { tensor: kinds.tensor },
  { sparsity: kinds.required(kinds.number), std: kinds.number, generator: generatorKind },
)

/**
 * Fills a matrix from the normal distribution, but for a share of each column, which becomes 0.
 *
 * As in PyTorch, `generator` is for the numbers; which of them become 0 is drawn from the stream that `manualSeed` seeds.
 *
 * @param tensor shape [n, m]
 * @returns the tensor
 * @throws ShapeError for anything but a matrix.
 * @throws RangeError for a `sparsity` outside [0, 1], and for a negative standard deviation.
 * @throws DTypeError for integers.
 * @example
 * init.sparse_(empty([4, 2]), 0.5).ne(0).sum(0) // tensor([2, 2])
 * @see torch.nn.init.sparse_
 */
export function sparse_<T extends Tensor>(
  tensor: T,
  ...args: Args<SparseOptions, ['sparsity', 'std', 'generator']>
): T {
  const { sparsity, std = 0.01, ...stream } = takesSparse([tensor], args)
  if (!(sparsity >= 0 && sparsity <= 1)) {
    throw new RangeError(`sparse_: sparsity must lie between 0 and 1, got ${sparsity}`)
  }
  if (tensor.ndim !== 2) throw new ShapeError(`sparse_: needs a tensor of 2 dimensions, got ${showShape(tensor.shape)}`)
  const [rows, columns] = tensor.shape as [number, number]
  const zeros = Math.ceil(sparsity * rows)
  drawNormal('sparse_', tensor, 0, std, stream)
  return noGrad(() => {
    for (let column = 0; column < columns; column++) {
      tensor.setAt_([randperm(rows).narrow(0, 0, zeros), column], 0)
    }
    return tensor
  })
}
