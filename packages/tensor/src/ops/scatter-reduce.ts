import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { normalizeDim } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { checkIndices } from './check-indices'
import { onesLike, zerosLike } from './creation'
import { takeAlong } from './pick'
import { addAlong, partFor, scatter, scattered } from './scatter'
import { where } from './where'

/** How elements that are scattered to one place become one. */
export type ScatterReduction = 'sum' | 'prod' | 'mean' | 'amax' | 'amin'

export interface ScatterReduceOptions {
  /** The dimension that the index counts along. */
  dim: number
  /** int64 or int32; not larger than `src` in any dimension, nor than x in the others. */
  index: Tensor
  /** What is reduced into x, of its dtype. */
  src: Tensor
  /** How what comes to one place becomes one; the mean of integers is rounded down. */
  reduce: ScatterReduction
  /** Reduce the element of x with those scattered to its place. Default true. */
  includeSelf?: boolean
}

const takesScatterReduce = signature(
  'scatterReduce',
  { input: kinds.tensor },
  {
    dim: kinds.required(kinds.integer),
    index: kinds.required(kinds.tensor),
    src: kinds.required(kinds.tensor),
    reduce: kinds.required(kinds.oneOf('sum', 'prod', 'mean', 'amax', 'amin')),
  },
  { includeSelf: kinds.boolean },
)

interface ReduceParams {
  readonly dim: number
  readonly index: Tensor
}

interface ExtremeParams extends ReduceParams {
  readonly includeSelf: boolean
}

/** The extreme at each place; the gradient is shared evenly by all that reach it. */
function defineExtreme(name: 'amax' | 'amin'): Op<[Tensor, Tensor], ExtremeParams> {
  return {
    name: 'scatterReduce',
    forward(context, [x, src], params) {
      // An element of src in the place of x's own does not change the extreme of the others.
      const start = params.includeSelf ? x : scattered('scatterReduce', 'set', x, params, src)
      const out = scattered('scatterReduce', name, start, params, src)
      context.save(x, src, out, params.index)
      return out
    },
    backward({ saved, params: { dim, includeSelf } }, grad) {
      const [x, src, out, index] = saved as [Tensor, Tensor, Tensor, Tensor]
      const reachedByX = x.eq(out).to(grad.dtype)
      const reachedBySrc = src.eq(takeAlong(out, dim, index)).to(grad.dtype)
      const share = grad.div(addAlong(reachedByX, dim, index, reachedBySrc))
      const ofX = reachedByX.mul(share)
      return [includeSelf ? ofX : scatter(ofX, dim, index, 0), reachedBySrc.mul(takeAlong(share, dim, index))]
    },
  }
}

/**
 * The product at each place. ∂/∂srcᵢ is the product of the others there: the result divided by srcᵢ, but where srcᵢ is
 * the only 0, the product without it.
 */
const prodOp: Op<[Tensor, Tensor], ReduceParams> = {
  name: 'scatterReduce',
  forward(context, [x, src], params) {
    context.save(x, src, params.index)
    return scattered('scatterReduce', 'prod', x, params, src)
  },
  backward({ saved, params: { dim } }, grad) {
    const [x, src, index] = saved as [Tensor, Tensor, Tensor]
    const product = (a: Tensor, b: Tensor): Tensor => apply(prodOp, [a, b], { dim, index })
    const take = (a: Tensor): Tensor => takeAlong(a, dim, index)
    const ones = onesLike(x)
    const isZero = src.eq(0)
    const zerosThere = take(addAlong(zerosLike(x), dim, index, isZero.to(x.dtype)))
    const isOnlyZero = isZero.logicalAnd(zerosThere.eq(1))
    const ofOthers = where(
      isOnlyZero,
      take(product(x, src.maskedFill(isOnlyZero, 1))),
      take(product(x, src)).div(src.maskedFill(isZero, 1)),
    )
    return [grad.mul(product(ones, src)), take(grad).mul(ofOthers)]
  },
}

const extremeOps = { amax: defineExtreme('amax'), amin: defineExtreme('amin') }

/**
 * A copy of x with the elements of `src` reduced into it: src[i][j] goes to [index[i][j]][j] for dimension 0, and
 * likewise along others.
 *
 * @throws ShapeError where the index does not fit, IndexError for an index out of range.
 * @example
 * scatterReduce(tensor([1, 2]), 0, tensor([0, 0]), tensor([5, 3]), 'amax') // tensor([5, 2])
 * @see torch.scatter_reduce
 */
export function scatterReduce(
  x: Tensor,
  ...args: Args<ScatterReduceOptions, ['dim', 'index', 'src', 'reduce']>
): Tensor {
  const { dim, index, src, reduce, includeSelf = true } = takesScatterReduce([x], args)
  const d = normalizeDim('scatterReduce', dim, x.ndim)
  const part = partFor('scatterReduce', x, d, index, src)
  checkIndices('scatterReduce', index, 0, x.shape[d] ?? 1)
  /** x, or without its own elements where others come what changes nothing there. */
  const start = (own: Tensor, neutral: number): Tensor => (includeSelf ? own : scatter(own, d, index, neutral))
  switch (reduce) {
    case 'sum':
      return addAlong(start(x, 0), d, index, part)
    case 'mean': {
      if (x.dtype === 'bool') throw new DTypeError('scatterReduce: the mean of bool tensors is not defined')
      const total = addAlong(start(x, 0), d, index, part)
      const count = addAlong(start(onesLike(x), 0), d, index, onesLike(part))
      return x.isFloatingPoint() ? total.div(count) : total.floorDivide(count)
    }
    case 'prod':
      return apply(prodOp, [start(x, 1), part], { dim: d, index })
    case 'amax':
    case 'amin':
      return apply(extremeOps[reduce], [x, part], { dim: d, index, includeSelf })
  }
}
