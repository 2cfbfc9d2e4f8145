import { elementOf } from '../core/dtype'
import { AutogradError, DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, applyInPlace, type Op } from '../core/op'
import { allocate, asTensor, castTo } from '../core/operand'
import { normalizeDim, numelOf, sameShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { ScatterName } from '../kernels/js/scatter'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zeros } from './creation'
import { checkIndexDtype, checkIndexShape } from './gather'
import { takeAlong } from './pick'
import { expand, sliceAlong } from './view'

interface ScatterParams {
  readonly dim: number
  readonly index: Tensor
  /** Whether it is a number that comes to every place: PyTorch names that form apart. */
  readonly isNumber?: boolean
}

type Scatter = Op<[Tensor, Tensor], ScatterParams>

/** x combined with what is scattered over it, outside of any graph. */
export function scattered(
  op: string,
  name: ScatterName,
  x: Tensor,
  { dim, index }: ScatterParams,
  src: Tensor,
): Tensor {
  const out = allocate(x.shape, x.dtype)
  getBackend().kernels.copy(x, out)
  getBackend().kernels.scatter(op, name, src, dim, index, out)
  return out
}

/** Elements that are replaced get no gradient; what is put there gets that of its place. */
const scatterOp: Scatter = {
  name: 'scatter',
  nodeFor: (_, { isNumber }) => `ScatterBackward${isNumber === true ? 1 : 0}`,
  forward(context, [x, src], params) {
    context.save(params.index)
    return scattered('scatter', 'set', x, params, src)
  },
  backward({ saved, params: { dim }, needs }, grad) {
    const [index] = saved as [Tensor]
    const nothing = zeros([], { dtype: grad.dtype }).expand(index.shape)
    return [
      needs[0] === true ? apply(scatterOp, [grad, nothing], { dim, index }) : null,
      needs[1] === true ? takeAlong(grad, dim, index) : null,
    ]
  },
}

const scatterAddOp: Scatter = {
  name: 'scatterAdd',
  forward(context, [x, src], params) {
    context.save(params.index)
    return scattered('scatterAdd', 'sum', x, params, src)
  },
  backward({ saved, params: { dim }, needs }, grad) {
    const [index] = saved as [Tensor]
    return [grad, needs[1] === true ? takeAlong(grad, dim, index) : null]
  },
}

/** `scatter` with a way to combine: PyTorch has no gradient for it either. */
function defineCombining(name: ScatterName): Scatter {
  return {
    name: 'scatter',
    forward: (_, [x, src], params) => scattered('scatter', name, x, params, src),
    backward() {
      throw new AutogradError('scatter: there is no gradient with reduce; use scatterReduce')
    },
  }
}

const combiningOps = { add: defineCombining('sum'), multiply: defineCombining('prod') }

/** Adds along a dimension where everything is known to fit. */
export function addAlong(x: Tensor, dim: number, index: Tensor, src: Tensor): Tensor {
  return apply(scatterAddOp, [x, src], { dim, index })
}

/** The part of `src` that the index has places for, which is all of it that counts. */
export function partFor(op: string, x: Tensor, dim: number, index: Tensor, src: Tensor): Tensor {
  if (x.dtype !== src.dtype)
    throw new DTypeError(`${op}: the source must be ${x.dtype} like the tensor, got ${src.dtype}`)
  if (index.numel() === 0) return sliceAlong(src.reshape(-1), 0, 0, 0, 1).reshape(index.shape)
  checkIndexDtype(op, index)
  checkIndexShape(op, index, x.shape, dim)
  checkIndexShape(op, index, src.shape, null)
  if (sameShape(src.shape, index.shape)) return src
  if (numelOf(src.shape) === numelOf(index.shape)) return src.reshape(index.shape)
  return index.shape.reduce((part, size, d) => sliceAlong(part, d, 0, size, 1), src)
}

/** A number as a source: it stands at every place of the index. */
function sourceOf(op: string, x: Tensor, index: Tensor, src: Tensor | number | boolean): Tensor {
  if (typeof src === 'object') return src
  return expand(castTo(asTensor(op, elementOf(op, Number(src), x.dtype)), x.dtype), index.shape)
}

export interface ScatterOptions {
  /** The dimension that the index counts along. */
  dim: number
  /** int64 or int32; not larger than `src` in any dimension, nor than x in the others. */
  index: Tensor
  /** What comes there: a tensor of x's dtype, or a number. */
  src?: Tensor | number | boolean
  /** A number that comes to every place, in PyTorch's other spelling of `src`. */
  value?: number | boolean
  /** Add to the elements of x, or multiply them, instead of replacing them; without a gradient. */
  reduce?: 'add' | 'multiply' | null
}

export type ScatterArgs = Args<ScatterOptions, ['dim', 'index', 'src']>

const placeKinds = { dim: kinds.required(kinds.integer), index: kinds.required(kinds.tensor) }

const takesScatter = signature(
  '',
  { input: kinds.tensor },
  { ...placeKinds, src: kinds.operand },
  { reduce: kinds.oneOf('add', 'multiply', null), value: kinds.either(kinds.number, kinds.boolean) },
)

/** What is to be scattered, and how. */
interface Scattering {
  readonly op: Scatter
  readonly inputs: [x: Tensor, src: Tensor]
  readonly params: ScatterParams
}

function scattering(name: string, x: Tensor, args: ScatterArgs): Scattering {
  const { dim, index, value, src = value, reduce = null } = takesScatter([x], args, name)
  if (src === undefined) throw new TypeError(`${name}: src is missing, a tensor or a number`)
  const params = { dim: normalizeDim(name, dim, x.ndim), index, isNumber: typeof src !== 'object' }
  const part = partFor(name, x, params.dim, index, sourceOf(name, x, index, src))
  return { op: reduce === null ? scatterOp : combiningOps[reduce], inputs: [x, part], params }
}

/**
 * A copy of x with src[i][j] at [index[i][j]][j] for dimension 0, and likewise along others.
 *
 * @throws ShapeError where the index does not fit, IndexError for an index out of range.
 * @example
 * scatter(zeros([3]), 0, tensor([2, 0]), tensor([1, 5], { dtype: 'float32' })) // tensor([5., 0., 1.])
 * @see torch.scatter
 */
export function scatter(x: Tensor, ...args: ScatterArgs): Tensor {
  const { op, inputs, params } = scattering('scatter', x, args)
  return apply(op, inputs, params)
}

/** x becomes what `scatter` gives. */
export function scatterInPlace(x: Tensor, ...args: ScatterArgs): void {
  const { op, inputs, params } = scattering('scatter_', x, args)
  applyInPlace(op, inputs, params)
}

export interface ScatterAddOptions {
  /** The dimension that the index counts along. */
  dim: number
  /** int64 or int32; not larger than `src` in any dimension, nor than x in the others. */
  index: Tensor
  /** What is added there, of x's dtype. */
  src: Tensor
}

export type ScatterAddArgs = Args<ScatterAddOptions, ['dim', 'index', 'src']>

const takesScatterAdd = signature('', { input: kinds.tensor }, { ...placeKinds, src: kinds.required(kinds.tensor) })

/**
 * A copy of x with src[i][j] added at [index[i][j]][j] for dimension 0, and likewise along others.
 *
 * @throws ShapeError where the index does not fit, IndexError for an index out of range.
 * @example
 * scatterAdd(tensor([1, 2]), 0, tensor([0, 0]), tensor([10, 20])) // tensor([31, 2])
 * @see torch.scatter_add
 */
export function scatterAdd(x: Tensor, ...args: ScatterAddArgs): Tensor {
  const { dim, index, src } = takesScatterAdd([x], args, 'scatterAdd')
  const d = normalizeDim('scatterAdd', dim, x.ndim)
  return addAlong(x, d, index, partFor('scatterAdd', x, d, index, src))
}

/** x becomes what `scatterAdd` gives. */
export function scatterAddInPlace(x: Tensor, ...args: ScatterAddArgs): void {
  const { dim, index, src } = takesScatterAdd([x], args, 'scatterAdd_')
  const d = normalizeDim('scatterAdd_', dim, x.ndim)
  applyInPlace(scatterAddOp, [x, partFor('scatterAdd_', x, d, index, src)], { dim: d, index })
}
