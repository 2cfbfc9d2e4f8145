import { DTypeError, ShapeError } from '../core/errors'
import { apply, applyInPlace, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { normalizeDim, showShape } from '../core/shape'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zeros } from './creation'

interface AlongParams {
  readonly dim: number
  readonly index: Tensor
}

/** Takes by index; the gradient goes back to where each element came from, and adds up there. */
function define(name: string): Op<[Tensor], AlongParams> {
  return {
    name,
    forward(_, [x], { dim, index }) {
      const out = allocate(index.shape, x.dtype)
      getBackend().kernels.gather(x, dim, index, out)
      return out
    },
    backward({ params: { dim, index }, shapes: [shape = []] }, grad) {
      return [scatterAdd(zeros(shape, { dtype: grad.dtype }), dim, index, grad)]
    },
  }
}

type GatherName = 'gather' | 'max' | 'min'

const gatherOps: Readonly<Record<GatherName, Op<[Tensor], AlongParams>>> = {
  gather: define('gather'),
  max: define('max'),
  min: define('min'),
}

/** What an op takes along a dimension by indices that fit; `name` says as whose node it stands in the graph. */
export function takeAlong(name: GatherName, x: Tensor, dim: number, index: Tensor): Tensor {
  return apply(gatherOps[name], [x], { dim, index })
}

function checkIndex(op: string, x: Tensor, dim: number, index: Tensor): void {
  if (index.dtype !== 'int64') throw new DTypeError(`${op}: the index must be int64, got ${index.dtype}`)
  const fits = index.ndim === x.ndim && index.shape.every((size, d) => d === dim || size <= (x.shape[d] as number))
  if (!fits && x.ndim > 0) {
    throw new ShapeError(
      `${op}: an index ${showShape(index.shape)} does not fit a tensor ${showShape(x.shape)} along dimension ${dim}`,
    )
  }
}

/** out[i][j] = x[index[i][j]][j] along dimension 0, and likewise along others. */
export function gather(x: Tensor, dim: number, index: Tensor): Tensor {
  const d = normalizeDim('gather', dim, x.ndim)
  checkIndex('gather', x, d, index)
  return takeAlong('gather', x, d, index)
}

const scatterAddOp: Op<[Tensor, Tensor], AlongParams> = {
  name: 'scatterAdd',
  forward(_, [x, src], { dim, index }) {
    const out = allocate(x.shape, x.dtype)
    getBackend().kernels.copy(x, out)
    getBackend().kernels.scatterAdd(src, dim, index, out)
    return out
  },
  backward({ params: { dim, index }, needs }, grad) {
    return [grad, needs[1] === true ? takeAlong('gather', grad, dim, index) : null]
  },
}

/** x with src[i][j] added at [index[i][j]][j] along dimension 0, and likewise along others. */
export function scatterAdd(x: Tensor, dim: number, index: Tensor, src: Tensor): Tensor {
  const d = normalizeDim('scatterAdd', dim, x.ndim)
  checkIndex('scatterAdd', src, d, index)
  return apply(scatterAddOp, [x, src], { dim: d, index })
}

export function scatterAddInPlace(x: Tensor, dim: number, index: Tensor, src: Tensor): Tensor {
  const d = normalizeDim('scatterAdd_', dim, x.ndim)
  checkIndex('scatterAdd_', src, d, index)
  return applyInPlace(scatterAddOp, [x, src], { dim: d, index })
}
