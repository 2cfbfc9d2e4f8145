import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply } from '../core/op'
import { normalizeDim, showShape } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { zeros } from './creation'
import { indexAdd } from './index-along'
import { indicesOf } from './indices-of'
import { defineView, movedim, type Plain, selectAt, unsqueeze, view } from './view'

interface Windows extends Plain {
  readonly dim: number
  readonly step: number
}

/** Windows may overlap: each element gets the sum of what reached it. */
const unfoldOp = defineView<Windows>('unfold', (grad, shape, { dim, step, geometry }) => {
  const [count, size] = [geometry.shape[dim] as number, geometry.shape.at(-1) as number]
  const places = unsqueeze(indicesOf(count).mul(step), 1).add(indicesOf(size)).reshape(-1)
  const windows = movedim(grad, -1, dim + 1).flatten(dim, dim + 1)
  return indexAdd(zeros(shape, { dtype: grad.dtype }), dim, places, windows)
})

const takesUnfold = signature('unfold', {
  input: kinds.tensor,
  dimension: kinds.integer,
  size: kinds.integer,
  step: kinds.integer,
})

/**
 * All windows of `size` indices along a dimension, `step` apart: the dimension counts the windows, a new last one the
 * places in them. Shares storage.
 *
 * @throws ShapeError when a window is longer than the dimension.
 * @throws RangeError for a negative size or a step that is not positive.
 * @example
 * unfold(arange(5), 0, 3, 2).toArray() // [[0, 1, 2], [2, 3, 4]]
 * @see torch.Tensor.unfold
 */
export function unfold(x: Tensor, dim: number, size: number, step: number, ...none: []): Tensor {
  takesUnfold([x, dim, size, step], none)
  const d = normalizeDim('unfold', dim, x.ndim)
  // The window of a 0-d tensor is the first of a tensor of one element.
  if (x.ndim === 0) return selectAt(unfold(view(x, [1]), 0, size, step), 0, 0)
  const length = x.shape[d] as number
  const stride = x.strides[d] as number
  if (size < 0) throw new RangeError(`unfold: the size must not be negative, got ${size}`)
  if (step <= 0) throw new RangeError(`unfold: the step must be positive, got ${step}`)
  if (size > length) {
    throw new ShapeError(`unfold: windows of ${size} do not fit dimension ${d} of ${showShape(x.shape)}`)
  }
  const count = Math.floor((length - size) / step) + 1
  const replaced = (list: readonly number[], value: number): number[] => list.map((old, i) => (i === d ? value : old))
  const geometry = {
    shape: [...replaced(x.shape, count), size],
    strides: [...replaced(x.strides, stride * step), stride],
    offset: x.offset,
  }
  return apply(unfoldOp, [x], { geometry, dim: d, step })
}
