import { ShapeError } from '../core/errors'
import type { Tensor } from '../tensor'
import { atleast1d, atleast2d, atleast3d } from './atleast'
import { cat } from './joining'

function checkAny(op: string, tensors: readonly Tensor[]): void {
  if (tensors.length === 0) throw new ShapeError(`${op}: expects at least one tensor, got none`)
}

/**
 * Tensors side by side: along dimension 1, vectors along their only dimension.
 *
 * @throws ShapeError when there are none, or their shapes do not fit.
 * @example
 * hstack([tensor([[1], [2]]), tensor([[3], [4]])]) // tensor([[1, 3], [2, 4]])
 * @see torch.hstack
 */
export function hstack(tensors: readonly Tensor[]): Tensor {
  checkAny('hstack', tensors)
  const rows = atleast1d(tensors)
  return cat(rows, rows[0]?.ndim === 1 ? 0 : 1)
}

/**
 * Tensors one above another: along dimension 0, vectors as rows.
 *
 * @throws ShapeError when there are none, or their shapes do not fit.
 * @example
 * vstack([tensor([1, 2]), tensor([3, 4])]) // tensor([[1, 2], [3, 4]])
 * @see torch.vstack
 */
export function vstack(tensors: readonly Tensor[]): Tensor {
  checkAny('vstack', tensors)
  return cat(atleast2d(tensors), 0)
}

/**
 * Tensors one behind another: along dimension 2, matrices with a dimension added at the end.
 *
 * @throws ShapeError when there are none, or their shapes do not fit.
 * @example
 * dstack([tensor([1, 2]), tensor([3, 4])]) // tensor([[[1, 3], [2, 4]]])
 * @see torch.dstack
 */
export function dstack(tensors: readonly Tensor[]): Tensor {
  checkAny('dstack', tensors)
  return cat(atleast3d(tensors), 2)
}

/**
 * Tensors side by side along dimension 1, vectors as columns.
 *
 * @throws ShapeError when there are none, or their shapes do not fit.
 * @example
 * columnStack([tensor([1, 2]), tensor([3, 4])]) // tensor([[1, 3], [2, 4]])
 * @see torch.column_stack
 */
export function columnStack(tensors: readonly Tensor[]): Tensor {
  checkAny('columnStack', tensors)
  return cat(
    tensors.map((x) => (x.ndim <= 1 ? x.reshape(x.numel(), 1) : x)),
    1,
  )
}
