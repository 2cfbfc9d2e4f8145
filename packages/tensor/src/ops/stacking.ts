import * as kinds from '../core/kinds'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { to1d, to2d, to3d } from './atleast'
import { catAs } from './joining'

const takesTensors = signature('', { tensors: kinds.tensors })

/** The tensors, each as `shaped` makes it, joined along a dimension. */
function stacked(
  op: string,
  tensors: readonly Tensor[],
  none: readonly unknown[],
  shaped: (x: Tensor) => Tensor,
  dimOf: (first: Tensor | undefined) => number,
): Tensor {
  takesTensors([tensors], none, op)
  const parts = tensors.map(shaped)
  return catAs(op, parts, dimOf(parts[0]))
}

/**
 * Tensors side by side: along dimension 1, vectors along their only dimension.
 *
 * @throws ShapeError when there are none, or their shapes do not fit.
 * @example
 * hstack([tensor([[1], [2]]), tensor([[3], [4]])]) // tensor([[1, 3], [2, 4]])
 * @see torch.hstack
 */
export function hstack(tensors: readonly Tensor[], ...none: []): Tensor {
  return stacked('hstack', tensors, none, to1d, (first) => (first?.ndim === 1 ? 0 : 1))
}

/**
 * Tensors one above another: along dimension 0, vectors as rows.
 *
 * @throws ShapeError when there are none, or their shapes do not fit.
 * @example
 * vstack([tensor([1, 2]), tensor([3, 4])]) // tensor([[1, 2], [3, 4]])
 * @see torch.vstack
 */
export function vstack(tensors: readonly Tensor[], ...none: []): Tensor {
  return stacked('vstack', tensors, none, to2d, () => 0)
}

/**
 * Tensors one behind another: along dimension 2, matrices with a dimension added at the end.
 *
 * @throws ShapeError when there are none, or their shapes do not fit.
 * @example
 * dstack([tensor([1, 2]), tensor([3, 4])]) // tensor([[[1, 3], [2, 4]]])
 * @see torch.dstack
 */
export function dstack(tensors: readonly Tensor[], ...none: []): Tensor {
  return stacked('dstack', tensors, none, to3d, () => 2)
}

/**
 * Tensors side by side along dimension 1, vectors as columns.
 *
 * @throws ShapeError when there are none, or their shapes do not fit.
 * @example
 * columnStack([tensor([1, 2]), tensor([3, 4])]) // tensor([[1, 3], [2, 4]])
 * @see torch.column_stack
 */
export function columnStack(tensors: readonly Tensor[], ...none: []): Tensor {
  return stacked(
    'columnStack',
    tensors,
    none,
    (x) => (x.ndim <= 1 ? x.reshape(x.numel(), 1) : x),
    () => 1,
  )
}
