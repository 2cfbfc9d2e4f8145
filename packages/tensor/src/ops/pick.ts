import { apply, type Op } from '../core/op'
import { allocate, reshaped } from '../core/operand'
import { reducedShape } from '../core/shape'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zeros } from './creation'
import { addAlong } from './scatter'

/** Elements that an op picked along a dimension, and where along it they were. */
export interface Picked {
  /** Of the input's dtype. */
  readonly values: Tensor
  /** int64, of the same shape. */
  readonly indices: Tensor
}

interface PickParams {
  readonly dim: number
  readonly indices: Tensor
  readonly keepdim: boolean
}

/** Picks elements by index; the gradient goes back to where each came from. */
function definePick(name: string, node?: string): Op<[Tensor], PickParams> {
  return {
    name,
    ...(node === undefined ? {} : { node }),
    forward(context, [x], { dim, indices, keepdim }) {
      const out = allocate(indices.shape, x.dtype)
      getBackend().kernels.gather(x, dim, indices, out)
      context.save(indices)
      return keepdim ? out : withoutDim(out, dim)
    },
    backward({ saved, params: { dim }, shapes: [shape = []] }, grad) {
      const [indices] = saved as [Tensor]
      return [addAlong(zeros(shape, { dtype: grad.dtype }), dim, indices, grad.reshape(indices.shape))]
    },
  }
}

/** A new tensor without a dimension of size 1. */
function withoutDim(x: Tensor, dim: number): Tensor {
  return reshaped(x, reducedShape(x.shape, [dim], false))
}

type PickName = 'gather' | 'max' | 'min' | 'median' | 'kthvalue' | 'topk' | 'sort' | 'cummax' | 'cummin'

/** The ops that pick, as nodes of the graph are named after them. */
const ops: Readonly<Record<PickName, Op<[Tensor], PickParams>>> = {
  gather: definePick('gather'),
  max: definePick('max'),
  min: definePick('min'),
  median: definePick('median', 'MedianBackward1'),
  kthvalue: definePick('kthvalue'),
  topk: definePick('topk'),
  sort: definePick('sort'),
  cummax: definePick('cummax'),
  cummin: definePick('cummin'),
}

/** What x has along a dimension at indices that fit. */
export function takeAlong(x: Tensor, dim: number, indices: Tensor): Tensor {
  return apply(ops.gather, [x], { dim, indices, keepdim: true })
}

/**
 * The elements of x at `indices` along a dimension, in the name of an op that found them.
 *
 * @param indices a new int64 tensor of x's shape but for `dim`; without `keepdim` it has size 1 there, which goes away
 */
export function pick(name: PickName, x: Tensor, dim: number, indices: Tensor, keepdim = true): Picked {
  const values = apply(ops[name], [x], { dim, indices, keepdim })
  return { values, indices: keepdim ? indices : withoutDim(indices, dim) }
}
