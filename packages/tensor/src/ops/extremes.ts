import { isTensor } from '../core/is-tensor'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { normalizeDim } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { placeOfExtreme } from './arg-extremes'
import { binary } from './binary'
import { type Picked, pick } from './pick'
import {
  checkNotEmpty,
  type Dims,
  paramsOf,
  type ReductionArgs,
  type ReductionOptions,
  type ReductionParams,
  reduceTo,
  reductionKinds,
  unreduced,
} from './reduction'
import { shareEvenly } from './share-evenly'
import { takesTwo } from './takes'

/** The extreme over dimensions, by the name of its node: the gradient is shared evenly by all elements that reach it. */
const ops = {
  max: defineExtreme('max', 'MaxBackward1'),
  min: defineExtreme('min', 'MinBackward1'),
  amax: defineExtreme('max', 'AmaxBackward0'),
  amin: defineExtreme('min', 'AminBackward0'),
  aminmaxMax: defineExtreme('max', 'AminmaxBackward0'),
  aminmaxMin: defineExtreme('min', 'AminmaxBackward0'),
}

function defineExtreme(name: 'max' | 'min', node: string): Op<[Tensor], ReductionParams> {
  return {
    name,
    node,
    forward(context, [x], params) {
      const out = reduceTo(name, x, params, x.dtype)
      context.save(x, out)
      return out
    },
    backward({ saved, params, shapes: [shape = []] }, grad) {
      const [x, y] = saved as [Tensor, Tensor]
      // A single NaN is the extreme of all elements, yet equals nothing.
      const reached = params.isWhole && Number.isNaN(y.item()) ? x.isnan() : x.eq(unreduced(y, shape, params))
      return [shareEvenly(unreduced(grad, shape, params), reached, params.dims)]
    },
  }
}

/** What picks elements along one dimension takes. */
export interface PickOptions {
  /** The dimension to look along. */
  dim: number
  /** Keep the dimension as size 1. Default false. */
  keepdim?: boolean
}

export type PickArgs = Args<PickOptions, ['dim', 'keepdim']>

const takesPick = signature('', { input: kinds.tensor }, { dim: kinds.integer, keepdim: kinds.boolean })

/** Reads `()`, which names no dimension, or PickArgs. */
export function pickOptions(op: string, x: Tensor, args: readonly unknown[]): Partial<PickOptions> {
  const options = takesPick([x], args, op)
  if (options.dim === undefined && options.keepdim !== undefined) {
    throw new TypeError(`${op}: keepdim is for a dimension, and dim is missing`)
  }
  return options
}

/** The three forms of `max` and `min`: of all elements, along a dimension, and of two tensors. */
export function extreme(name: 'max' | 'min', x: Tensor, args: readonly unknown[]): Tensor | Picked {
  const [first, ...more] = args
  if (isTensor(first)) {
    takesTwo([x, first], more, name)
    return binary(`${name}imum`, x, first)
  }
  const { dim, keepdim = false } = pickOptions(name, x, args)
  if (dim === undefined) {
    const params = paramsOf(name, x, undefined, false)
    checkNotEmpty(name, x, params.dims)
    return apply(ops[name], [x], params)
  }
  const d = normalizeDim(name, dim, x.ndim)
  if (x.ndim > 0) checkNotEmpty(name, x, [d])
  return pick(name, x, d, placeOfExtreme(`arg${name}`, x, d), keepdim)
}

/**
 * The largest element; along a dimension, the largest and where they are, the first on ties; or the larger of each pair
 * of two tensors. NaN counts as the largest. The gradient of the largest of all is shared evenly on ties.
 *
 * @throws ShapeError when there are no elements.
 * @throws IndexError when there is no such dimension.
 * @example
 * max(tensor([1, 3, 2])) // tensor(3)
 * max(tensor([[1, 3, 2]]), 1).indices // tensor([1])
 * max(tensor([1, 3]), tensor([2, 2])) // tensor([2, 3])
 * @see torch.max
 */
export function max(x: Tensor): Tensor
export function max(x: Tensor, other: Tensor): Tensor
export function max(x: Tensor, ...args: PickArgs): Picked
export function max(x: Tensor, ...args: readonly unknown[]): Tensor | Picked {
  return extreme('max', x, args)
}

/**
 * The smallest element; along a dimension, the smallest and where they are, the first on ties; or the smaller of each
 * pair of two tensors. NaN counts as the smallest. The gradient of the smallest of all is shared evenly on ties.
 *
 * @throws ShapeError when there are no elements.
 * @throws IndexError when there is no such dimension.
 * @example
 * min(tensor([3, 1, 2])) // tensor(1)
 * min(tensor([[3, 1, 2]]), 1).indices // tensor([1])
 * min(tensor([1, 3]), tensor([2, 2])) // tensor([1, 2])
 * @see torch.min
 */
export function min(x: Tensor): Tensor
export function min(x: Tensor, other: Tensor): Tensor
export function min(x: Tensor, ...args: PickArgs): Picked
export function min(x: Tensor, ...args: readonly unknown[]): Tensor | Picked {
  return extreme('min', x, args)
}

const takesDims = signature('', { input: kinds.tensor }, reductionKinds)

function overDims(op: keyof typeof ops, name: string, x: Tensor, dim: Dims | undefined, keepdim: boolean): Tensor {
  const params = { ...paramsOf(name, x, dim, keepdim), isWhole: false }
  checkNotEmpty(name, x, params.dims)
  return apply(ops[op], [x], params)
}

/**
 * The largest elements over dimensions, or of all. The gradient is shared evenly on ties.
 *
 * @throws ShapeError when there are no elements.
 * @throws IndexError when there is no such dimension.
 * @example
 * amax(tensor([[1, 2], [4, 3]]), 1) // tensor([2, 4])
 * @see torch.amax
 */
export function amax(x: Tensor, ...args: ReductionArgs<ReductionOptions>): Tensor {
  const { dim, keepdim = false } = takesDims([x], args, 'amax')
  return overDims('amax', 'amax', x, dim, keepdim)
}

/**
 * The smallest elements over dimensions, or of all. The gradient is shared evenly on ties.
 *
 * @throws ShapeError when there are no elements.
 * @throws IndexError when there is no such dimension.
 * @example
 * amin(tensor([[1, 2], [4, 3]]), 1) // tensor([1, 3])
 * @see torch.amin
 */
export function amin(x: Tensor, ...args: ReductionArgs<ReductionOptions>): Tensor {
  const { dim, keepdim = false } = takesDims([x], args, 'amin')
  return overDims('amin', 'amin', x, dim, keepdim)
}

export interface AminmaxOptions {
  /** The dimension; null for all elements. Default null. */
  dim?: number | null
  /** Keep the reduced dimension as size 1. Default false. */
  keepdim?: boolean
}

const takesAminmax = signature(
  'aminmax',
  { input: kinds.tensor },
  {},
  { dim: kinds.orNull(kinds.integer), keepdim: kinds.boolean },
)

/**
 * The smallest and the largest elements along a dimension, or of all.
 *
 * @throws ShapeError when there are no elements.
 * @throws IndexError when there is no such dimension.
 * @example
 * aminmax(tensor([2, 1, 3])).min // tensor(1)
 * aminmax(tensor([2, 1, 3])).max // tensor(3)
 * @see torch.aminmax
 */
export function aminmax(x: Tensor, ...args: Args<AminmaxOptions>): { readonly min: Tensor; readonly max: Tensor } {
  const { dim = null, keepdim = false } = takesAminmax([x], args)
  return {
    min: overDims('aminmaxMin', 'aminmax', x, dim, keepdim),
    max: overDims('aminmaxMax', 'aminmax', x, dim, keepdim),
  }
}
