import { DTypeError, ShapeError } from '../core/errors'
import { gathered, type Tensors, type TensorsAnd } from '../core/gathered'
import * as kinds from '../core/kinds'
import { showShape } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { stack } from './joining'
import { expand, view } from './view'

export interface MeshgridOptions {
  /** `'ij'` puts tensor i along dimension i; `'xy'` swaps the first two dimensions. Default `'ij'`. */
  indexing?: 'ij' | 'xy'
}

const takesMeshgrid = signature('meshgrid', { tensors: kinds.tensors }, {}, { indexing: kinds.oneOf('ij', 'xy') })

/**
 * The coordinates of all points of a grid: tensor i of the result holds at [j₀, j₁, ...] element jᵢ of tensor i. They
 * share storage with the tensors.
 *
 * @param args the coordinates along each axis, one by one or in a list, 1-d (or 0-d for a single one), all of one dtype;
 *   and then options
 * @throws ShapeError when there are none, or one has more dimensions.
 * @throws DTypeError when their dtypes differ.
 * @example
 * const [x, y] = meshgrid(tensor([1, 2]), tensor([3, 4, 5]))
 * x.toArray() // [[1, 1, 1], [2, 2, 2]]
 * y.toArray() // [[3, 4, 5], [3, 4, 5]]
 * @see torch.meshgrid
 */
export function meshgrid(...args: TensorsAnd<MeshgridOptions>): Tensor[] {
  const [list, rest] = gathered(args, kinds.tensor)
  const { indexing = 'ij' } = takesMeshgrid([list], rest)
  const tensors = list as readonly Tensor[]
  checkAxes(tensors)
  const [first, second, ...others] = tensors
  if (indexing === 'ij' || first === undefined || second === undefined) return gridOf(tensors)
  const [ofSecond, ofFirst, ...ofOthers] = gridOf([second, first, ...others]) as [Tensor, Tensor, ...Tensor[]]
  return [ofFirst, ofSecond, ...ofOthers]
}

/** Tensor i along dimension i. */
function gridOf(tensors: readonly Tensor[]): Tensor[] {
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

const takesTensors = signature('cartesianProd', { tensors: kinds.tensors })

/**
 * All combinations of one element of each vector, a row each, the last one changing fastest. A single vector comes back
 * as it is.
 *
 * @param args 1-d, all of one dtype, one by one or in a list
 * @returns shape [product of the lengths, number of tensors]
 * @throws ShapeError when there are none, or one is not 1-d.
 * @throws DTypeError when their dtypes differ.
 * @example
 * cartesianProd(tensor([1, 2]), tensor([3, 4])) // tensor([[1, 3], [1, 4], [2, 3], [2, 4]])
 * @see torch.cartesian_prod
 */
export function cartesianProd(...args: Tensors): Tensor {
  const [list, rest] = gathered(args, kinds.tensor)
  takesTensors([list], rest)
  const tensors = list as readonly Tensor[]
  const [first] = tensors
  if (first === undefined) throw new ShapeError('cartesianProd: expects at least one tensor, got none')
  for (const x of tensors) {
    if (x.ndim !== 1) throw new ShapeError(`cartesianProd: expects vectors, got ${showShape(x.shape)}`)
    if (x.dtype !== first.dtype) {
      throw new DTypeError(`cartesianProd: expects tensors of one dtype, got ${first.dtype} and ${x.dtype}`)
    }
  }
  if (tensors.length === 1) return first
  return stack(
    gridOf(tensors).map((x) => x.reshape(-1)),
    1,
  )
}
