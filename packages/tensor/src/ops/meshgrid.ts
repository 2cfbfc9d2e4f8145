import { DTypeError, ShapeError } from '../core/errors'
import { showShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { stack } from './joining'
import { expand, view } from './view'

/**
 * The coordinates of all points of a grid: tensor i of the result holds at [j₀, j₁, ...] element jᵢ of tensor i. They
 * share storage with the tensors.
 *
 * @param tensors the coordinates along each axis, 1-d (or 0-d for a single one), all of one dtype
 * @param options.indexing `'ij'` puts tensor i along dimension i; `'xy'` swaps the first two dimensions. Default `'ij'`
 * @throws ShapeError when there are none, or one has more dimensions.
 * @throws DTypeError when their dtypes differ.
 * @example
 * const [x, y] = meshgrid([tensor([1, 2]), tensor([3, 4, 5])])
 * x.toArray() // [[1, 1, 1], [2, 2, 2]]
 * y.toArray() // [[3, 4, 5], [3, 4, 5]]
 * @see torch.meshgrid
 */
export function meshgrid(tensors: readonly Tensor[], { indexing = 'ij' }: { indexing?: 'ij' | 'xy' } = {}): Tensor[] {
  checkAxes(tensors)
  if (indexing !== 'ij' && indexing !== 'xy') {
    throw new RangeError(`meshgrid: the indexing must be 'ij' or 'xy', got '${String(indexing)}'`)
  }
  const [first, second, ...rest] = tensors
  if (indexing === 'xy' && first !== undefined && second !== undefined) {
    const [ofSecond, ofFirst, ...others] = meshgrid([second, first, ...rest]) as [Tensor, Tensor, ...Tensor[]]
    return [ofFirst, ofSecond, ...others]
  }
  const shape = tensors.map((x) => x.numel())
  return tensors.map((x, i) => {
    const alongOwn = shape.map((size, d) => (d === i ? size : 1))
    return expand(view(x, alongOwn), shape)
  })
}

function checkAxes(tensors: readonly Tensor[]): void {
  const [first] = tensors
  if (first === undefined) throw new ShapeError('meshgrid: expects at least one tensor, got none')
  for (const x of tensors) {
    if (x.ndim > 1) throw new ShapeError(`meshgrid: expects 0-d and 1-d tensors, got ${showShape(x.shape)}`)
    if (x.dtype !== first.dtype) {
      throw new DTypeError(`meshgrid: expects tensors of one dtype, got ${first.dtype} and ${x.dtype}`)
    }
  }
}

/**
 * All combinations of one element of each vector, a row each, the last one changing fastest. A single vector comes back
 * as it is.
 *
 * @param tensors 1-d, all of one dtype
 * @returns shape [product of the lengths, number of tensors]
 * @throws ShapeError when there are none, or one is not 1-d.
 * @example
 * cartesianProd(tensor([1, 2]), tensor([3, 4])) // tensor([[1, 3], [1, 4], [2, 3], [2, 4]])
 * @see torch.cartesian_prod
 */
export function cartesianProd(...tensors: readonly Tensor[]): Tensor {
  const [first] = tensors
  if (first === undefined) throw new ShapeError('cartesianProd: expects at least one tensor, got none')
  for (const x of tensors) {
    if (x.ndim !== 1) throw new ShapeError(`cartesianProd: expects vectors, got ${showShape(x.shape)}`)
  }
  if (tensors.length === 1) return first
  return stack(
    meshgrid(tensors).map((x) => x.reshape(-1)),
    1,
  )
}
