import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { reshaped } from '../core/operand'
import {
  broadcastStrides,
  checkDistinct,
  inferShape,
  mayOverlap,
  normalizeDim,
  numelOf,
  type Shape,
  showShape,
  viewStrides,
} from '../core/shape'
import { type Args, signature } from '../core/signature'
import { Tensor } from '../tensor'
import { clone } from './copy'
import { zeros } from './creation'
import { indicesOf } from './indices-of'
import { addAlong } from './scatter'
import { takesInput } from './takes'

/** Where a view finds its elements in the storage that it shares. */
export interface Geometry {
  readonly shape: Shape
  readonly strides: readonly number[]
  readonly offset: number
}

/** A view op is a name and the way back: what to make of the gradient. */
export function defineView<Params extends { readonly geometry: Geometry }>(
  name: string,
  backward: (grad: Tensor, shape: Shape, params: Params) => Tensor,
  node?: string,
): Op<[Tensor], Params> {
  return {
    name,
    ...(node === undefined ? {} : { node }),
    isView: true,
    forward: (_, [x], { geometry }) => new Tensor(x.storage, geometry.shape, geometry.strides, geometry.offset),
    backward: ({ shapes: [shape = []], params }, grad) => [backward(grad, shape, params)],
  }
}

export interface Plain {
  readonly geometry: Geometry
}

const asBefore = (grad: Tensor, shape: Shape): Tensor => grad.reshape(shape)

const aliasOp = defineView<Plain>('alias', (grad) => grad)
const viewOp = defineView<Plain>('view', asBefore)
const reshapeAliasOp = defineView<Plain>('reshapeAlias', asBefore)
const unsqueezeOp = defineView<Plain>('unsqueeze', asBefore)
// PyTorch has three forms: of all dimensions, of one, of several.
const squeezeOps = {
  all: defineView<Plain>('squeeze', asBefore),
  one: defineView<Plain>('squeeze', asBefore, 'SqueezeBackward1'),
  several: defineView<Plain>('squeeze', asBefore, 'SqueezeBackward2'),
}
// The engine sums the gradient back to the shape that was expanded.
const expandOp = defineView<Plain>('expand', (grad) => grad)

interface Permutation extends Plain {
  readonly dims: readonly number[]
}

const permuteOp = defineView<Permutation>('permute', (grad, _, { dims }) => {
  const inverse = new Array<number>(dims.length)
  dims.forEach((from, to) => {
    inverse[from] = to
  })
  return permute(grad, inverse)
})

interface Swap extends Plain {
  readonly pair: readonly [number, number]
}

const transposeOp = defineView<Swap>('transpose', (grad, _, { pair: [dim0, dim1] }) => transpose(grad, dim0, dim1))
const tOp = defineView<Plain>('t', (grad) => t(grad))

export interface Part extends Plain {
  /** Takes the same part of another tensor of the input's shape. */
  readonly part: (x: Tensor) => Tensor
}

/** The gradient of a part is zero outside of it. */
export const inZeros = (grad: Tensor, shape: Shape, { part }: Part): Tensor => {
  const out = zeros(shape, { dtype: grad.dtype })
  part(out).copy_(grad)
  return out
}
const sliceOp = defineView<Part>('slice', inZeros)
const selectOp = defineView<Part>('select', inZeros)

/**
 * The same elements in another shape, sharing storage.
 *
 * @throws ShapeError where the sizes do not fit, or where the strides do not allow it (`reshape` copies then).
 */
export function view(x: Tensor, shape: Shape, op = 'view'): Tensor {
  const to = inferShape(op, shape, x.numel())
  const strides = viewStrides(x.shape, x.strides, to)
  if (strides === null) {
    throw new ShapeError(
      `${op}: ${showShape(x.shape)} with strides ${showShape(x.strides)} cannot be seen as ${showShape(to)} without a copy; use reshape`,
    )
  }
  return apply(viewOp, [x], { geometry: { shape: to, strides, offset: x.offset } })
}

const takesReshape = signature('reshape', { input: kinds.tensor, shape: kinds.integers })

/**
 * The same elements in another shape, a view where the strides allow it and else a copy.
 *
 * @param shape sizes with the same product; one may be -1 and is found from the others
 * @throws ShapeError where the sizes do not fit.
 * @example
 * reshape(arange(6), [2, -1]).shape // [2, 3]
 * @see torch.reshape
 */
export function reshape(x: Tensor, shape: Shape, ...none: []): Tensor {
  takesReshape([x, shape], none)
  return reshapeTo('reshape', x, shape)
}

/** `reshape` for an op of another name. */
export function reshapeTo(op: string, x: Tensor, shape: Shape): Tensor {
  const to = inferShape(op, shape, x.numel())
  if (x.isContiguous()) return view(x, to, op)
  const strides = viewStrides(x.shape, x.strides, to)
  if (strides === null) return unsafeView(clone(x, 'contiguous'), to)
  return apply(reshapeAliasOp, [x], { geometry: { shape: to, strides, offset: x.offset } })
}

/** A new tensor that nobody else has, in another shape: not a view, as there is nothing to keep in step with. */
export function unsafeView(x: Tensor, shape: Shape): Tensor {
  return apply(unsafeViewOp, [x], shape)
}

const unsafeViewOp: Op<[Tensor], Shape> = {
  name: 'unsafeView',
  forward: (_, [x], shape) => reshaped(x, shape),
  backward: ({ shapes: [shape = []] }, grad) => [grad.reshape(shape)],
}

/** The tensor as a view of itself. */
export function alias(x: Tensor): Tensor {
  const { shape, strides, offset } = x
  return apply(aliasOp, [x], { geometry: { shape, strides, offset } })
}

export interface FlattenOptions {
  /** The first dimension to join. Default 0. */
  startDim?: number
  /** The last one. Default -1. */
  endDim?: number
}

const takesFlatten = signature('flatten', { input: kinds.tensor }, { startDim: kinds.integer, endDim: kinds.integer })

/**
 * The dimensions from `startDim` to `endDim`, both included, joined into one. A view where the strides allow it.
 *
 * @throws IndexError for dimensions out of range, ShapeError when they are in the wrong order.
 * @example
 * flatten(zeros([2, 3, 4]), 1).shape // [2, 12]
 * @see torch.flatten
 */
export function flatten(x: Tensor, ...args: Args<FlattenOptions, ['startDim', 'endDim']>): Tensor {
  const { startDim = 0, endDim = -1 } = takesFlatten([x], args)
  const start = normalizeDim('flatten', startDim, x.ndim)
  const end = normalizeDim('flatten', endDim, x.ndim)
  if (start > end) throw new ShapeError(`flatten: startDim ${startDim} comes after endDim ${endDim}`)
  if (x.ndim === 0) return reshapeTo('flatten', x, [1])
  if (start === end) return x
  const joined = numelOf(x.shape.slice(start, end + 1))
  return reshapeTo('flatten', x, [...x.shape.slice(0, start), joined, ...x.shape.slice(end + 1)])
}

/**
 * All elements in one dimension, in row-major order. A view where the strides allow it.
 *
 * @example
 * ravel(tensor([[1, 2], [3, 4]])) // tensor([1, 2, 3, 4])
 * @see torch.ravel
 */
export function ravel(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'ravel')
  return reshapeTo('ravel', x.contiguous(), [x.numel()])
}

export interface UnflattenOptions {
  /** The dimension to cut. */
  dim: number
  /** Sizes with the dimension's size as their product; one may be -1 and is found from the others. */
  sizes: Shape
}

const takesUnflatten = signature(
  'unflatten',
  { input: kinds.tensor },
  { dim: kinds.required(kinds.integer), sizes: kinds.required(kinds.integers) },
)

/**
 * One dimension cut into several.
 *
 * @throws ShapeError where the sizes do not fit.
 * @example
 * unflatten(zeros([3, 8]), 1, [2, -1]).shape // [3, 2, 4]
 * @see torch.unflatten
 */
export function unflatten(x: Tensor, ...args: Args<UnflattenOptions, ['dim', 'sizes']>): Tensor {
  const { dim, sizes } = takesUnflatten([x], args)
  if (x.ndim === 0) throw new ShapeError('unflatten: a 0-d tensor has no dimension to cut')
  if (sizes.length === 0) throw new ShapeError('unflatten: expects at least one size, got none')
  const d = normalizeDim('unflatten', dim, x.ndim)
  const cut = inferShape('unflatten', sizes, x.shape[d] as number)
  return view(x, [...x.shape.slice(0, d), ...cut, ...x.shape.slice(d + 1)], 'unflatten')
}

export interface SqueezeOptions {
  /** The dimension, or several. Default: all. */
  dim?: number | readonly number[]
}

const takesSqueeze = signature('squeeze', { input: kinds.tensor }, { dim: kinds.either(kinds.integer, kinds.integers) })

/**
 * Without dimensions of size 1: all of them, or those named; named ones of another size stay. Shares storage.
 *
 * @throws IndexError for dimensions out of range, ShapeError for one named twice.
 * @example
 * squeeze(zeros([1, 2, 1])).shape // [2]
 * squeeze(zeros([1, 2, 1]), 0).shape // [2, 1]
 * @see torch.squeeze
 */
export function squeeze(x: Tensor, ...args: Args<SqueezeOptions, ['dim']>): Tensor {
  const { dim } = takesSqueeze([x], args)
  const dims = dim === undefined ? x.shape.map((_, d) => d) : typeof dim === 'number' ? [dim] : dim
  const chosen = dims.map((d) => normalizeDim('squeeze', d, x.ndim))
  checkDistinct('squeeze', chosen)
  const kept = x.shape.map((_, d) => d).filter((d) => x.shape[d] !== 1 || !chosen.includes(d))
  const geometry = {
    shape: kept.map((d) => x.shape[d] as number),
    strides: kept.map((d) => x.strides[d] as number),
    offset: x.offset,
  }
  return apply(squeezeOps[dim === undefined ? 'all' : typeof dim === 'number' ? 'one' : 'several'], [x], { geometry })
}

export interface UnsqueezeOptions {
  /** In front of which dimension, from -(x.ndim + 1) to x.ndim. */
  dim: number
}

const takesUnsqueeze = signature('unsqueeze', { input: kinds.tensor }, { dim: kinds.required(kinds.integer) })

/**
 * With a dimension of size 1 in front of `dim`. Shares storage.
 *
 * @throws IndexError for a dimension out of range.
 * @example
 * unsqueeze(zeros([3]), -1).shape // [3, 1]
 * @see torch.unsqueeze
 */
export function unsqueeze(x: Tensor, ...args: Args<UnsqueezeOptions, ['dim']>): Tensor {
  const { dim } = takesUnsqueeze([x], args)
  const d = normalizeDim('unsqueeze', dim, x.ndim + 1)
  const stride = d < x.ndim ? (x.shape[d] as number) * (x.strides[d] as number) : 1
  const geometry = {
    shape: [...x.shape.slice(0, d), 1, ...x.shape.slice(d)],
    strides: [...x.strides.slice(0, d), stride, ...x.strides.slice(d)],
    offset: x.offset,
  }
  return apply(unsqueezeOp, [x], { geometry })
}

/** Repeats dimensions of size 1 without a copy; -1 keeps a size. */
export function expand(x: Tensor, shape: Shape, op = 'expand'): Tensor {
  const lead = shape.length - x.ndim
  if (lead < 0) {
    throw new ShapeError(`${op}: ${showShape(x.shape)} has more dimensions than the requested ${showShape(shape)}`)
  }
  const to = shape.map((size, d) => (size === -1 && d >= lead ? (x.shape[d - lead] as number) : size))
  for (let d = 0; d < to.length; d++) {
    const from = x.shape[d - lead] ?? 1
    const size = to[d] as number
    if (!Number.isInteger(size) || size < 0 || (from !== 1 && from !== size)) {
      throw new ShapeError(
        `${op}: ${showShape(x.shape)} does not expand to ${showShape(shape)}, dimension ${d} is ${from}`,
      )
    }
  }
  const geometry = { shape: to, strides: broadcastStrides(x.shape, x.strides, to), offset: x.offset }
  return apply(expandOp, [x], { geometry })
}

export interface PermuteOptions {
  /** Which dimension of x comes to each place. */
  dims: readonly number[]
}

const takesPermute = signature('permute', { input: kinds.tensor }, { dims: kinds.required(kinds.integers) })

/**
 * Dimensions in another order: dimension i of the result is dimension `dims[i]` of x. Shares storage.
 *
 * @throws ShapeError when `dims` does not name every dimension once.
 * @example
 * permute(zeros([2, 3, 4]), [2, 0, 1]).shape // [4, 2, 3]
 * @see torch.permute
 */
export function permute(x: Tensor, ...args: Args<PermuteOptions, ['dims']>): Tensor {
  const { dims } = takesPermute([x], args)
  return inOrder('permute', x, dims)
}

/** `permute` for an op of another name. */
function inOrder(op: string, x: Tensor, dims: readonly number[]): Tensor {
  const order = dims.map((d) => normalizeDim(op, d, x.ndim))
  if (order.length !== x.ndim || new Set(order).size !== x.ndim) {
    throw new ShapeError(`${op}: ${showShape(dims)} is no order of the ${x.ndim} dimensions of ${showShape(x.shape)}`)
  }
  const geometry = {
    shape: order.map((d) => x.shape[d] as number),
    strides: order.map((d) => x.strides[d] as number),
    offset: x.offset,
  }
  return apply(permuteOp, [x], { geometry, dims: order })
}

export interface MovedimOptions {
  /** One dimension or several. */
  source: number | readonly number[]
  /** Where each of them goes. */
  destination: number | readonly number[]
}

const dimOrDims = kinds.required(kinds.either(kinds.integer, kinds.integers))
const takesMovedim = signature('movedim', { input: kinds.tensor }, { source: dimOrDims, destination: dimOrDims })

/**
 * Dimensions moved to other places; the others keep their order. Shares storage.
 *
 * @throws ShapeError when a dimension is named twice or the two lists differ in length.
 * @example
 * movedim(zeros([2, 3, 4]), 0, -1).shape // [3, 4, 2]
 * @see torch.movedim
 */
export function movedim(x: Tensor, ...args: Args<MovedimOptions, ['source', 'destination']>): Tensor {
  const { source, destination } = takesMovedim([x], args)
  const [from, to] = [source, destination].map((dims) => {
    const places = [dims].flat().map((d) => normalizeDim('movedim', d, x.ndim))
    checkDistinct('movedim', places)
    return places
  }) as [number[], number[]]
  if (from.length !== to.length) {
    throw new ShapeError(`movedim: ${from.length} dimensions cannot go to ${to.length} places`)
  }
  const others = x.shape.map((_, d) => d).filter((d) => !from.includes(d))
  const order = x.shape.map((_, d) => (to.includes(d) ? (from[to.indexOf(d)] as number) : (others.shift() as number)))
  return inOrder('movedim', x, order)
}

export interface TransposeOptions {
  dim0: number
  dim1: number
}

const takesTranspose = signature(
  'transpose',
  { input: kinds.tensor },
  { dim0: kinds.required(kinds.integer), dim1: kinds.required(kinds.integer) },
)

/**
 * Two dimensions swapped. Shares storage.
 *
 * @throws IndexError for dimensions out of range.
 * @example
 * transpose(zeros([2, 3, 4]), 0, -1).shape // [4, 3, 2]
 * @see torch.transpose
 */
export function transpose(x: Tensor, ...args: Args<TransposeOptions, ['dim0', 'dim1']>): Tensor {
  const { dim0, dim1 } = takesTranspose([x], args)
  const a = normalizeDim('transpose', dim0, x.ndim)
  const b = normalizeDim('transpose', dim1, x.ndim)
  return apply(transposeOp, [x], { geometry: swapped(x, a, b), pair: [a, b] })
}

/**
 * A matrix transposed; vectors and scalars as they are. Shares storage.
 *
 * @throws ShapeError for more than 2 dimensions.
 * @example
 * t(zeros([2, 3])).shape // [3, 2]
 * @see torch.t
 */
export function t(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 't')
  if (x.ndim > 2) throw new ShapeError(`t: expects at most 2 dimensions, got ${showShape(x.shape)}; use transpose`)
  return apply(tOp, [x], { geometry: x.ndim === 2 ? swapped(x, 0, 1) : swapped(x, 0, 0) })
}

function swapped(x: Geometry, a: number, b: number): Geometry {
  const swap = (list: readonly number[]): number[] => {
    const out = [...list]
    if (out.length > 0) [out[a], out[b]] = [list[b] as number, list[a] as number]
    return out
  }
  return { shape: swap(x.shape), strides: swap(x.strides), offset: x.offset }
}

/** One index along a dimension, which goes away. The index is in range. */
export function selectAt(x: Tensor, dim: number, index: number): Tensor {
  const without = (list: readonly number[]): number[] => list.filter((_, d) => d !== dim)
  const offset = x.offset + index * (x.strides[dim] as number)
  const geometry = { shape: without(x.shape), strides: without(x.strides), offset }
  return apply(selectOp, [x], { geometry, part: (other) => selectAt(other, dim, index) })
}

/** `length` indices along a dimension from `start`, `step` apart. They are in range. */
export function sliceAlong(x: Tensor, dim: number, start: number, length: number, step: number): Tensor {
  const replaced = (list: readonly number[], value: number): number[] => list.map((old, d) => (d === dim ? value : old))
  const stride = x.strides[dim] as number
  const geometry = {
    shape: replaced(x.shape, length),
    strides: replaced(x.strides, stride * step),
    offset: length === 0 ? x.offset : x.offset + start * stride,
  }
  return apply(sliceOp, [x], { geometry, part: (other) => sliceAlong(other, dim, start, length, step) })
}

interface Strides extends Plain {
  /** Where the input itself lies in the storage. */
  readonly input: Geometry
  readonly storageLength: number
}

/** Writes the gradient where the view's elements are in the storage and reads it as the input reads them. */
const asStridedOp = defineView<Strides>('asStrided', (grad, _, { geometry, input, storageLength }) => {
  let whole = zeros([storageLength], { dtype: grad.dtype })
  if (mayOverlap(geometry.shape, geometry.strides)) {
    // An element that is seen in several places gets the gradient of each.
    whole = addAlong(whole, 0, placesOf(geometry, storageLength), grad.reshape(-1))
  } else stridedView(whole, geometry).copy_(grad)
  // The input's elements that share a place share its gradient.
  if (mayOverlap(input.shape, input.strides)) whole = whole.div(timesSeen(input, storageLength))
  return stridedView(whole, input)
})

/** Where the elements of a view are in the storage. */
function placesOf(geometry: Geometry, storageLength: number): Tensor {
  return stridedView(indicesOf(storageLength), geometry).reshape(-1)
}

/** How many of a view's elements are at each place of the storage, at least 1. */
function timesSeen(geometry: Geometry, storageLength: number): Tensor {
  const places = placesOf(geometry, storageLength)
  const once = zeros(places.shape, { dtype: 'float64' }).fill_(1)
  return addAlong(zeros([storageLength], { dtype: 'float64' }), 0, places, once).clampMin(1)
}

/** Where the elements are, in PyTorch's words or in those of `Geometry`. */
export interface AsStridedOptions extends Partial<Geometry> {
  /** Sizes of the dimensions. */
  size?: Shape
  /** Steps between neighbours of each dimension, in elements. */
  stride?: readonly number[]
  /** The first element's place in the storage. Default: that of x. */
  storageOffset?: number
}

const takesAsStrided = signature(
  'asStrided',
  { input: kinds.tensor },
  { size: kinds.integers, stride: kinds.integers, storageOffset: kinds.integer },
  { shape: kinds.integers, strides: kinds.integers, offset: kinds.integer },
)

/**
 * Any elements of x's storage, by shape, strides and offset from the storage's start. Shares storage.
 *
 * @param args `size`, `stride` and `storageOffset`, which is that of x where it is left out; by name also as a tensor calls
 *   them, `shape`, `strides` and `offset`
 * @throws ShapeError where some of them are outside of the storage.
 * @example
 * asStrided(arange(6), [2, 2], [3, 2]) // tensor([[0, 2], [3, 5]])
 * asStrided(arange(6), { shape: [2], strides: [2], offset: 1 }) // tensor([1, 3])
 * @see torch.as_strided
 */
export function asStrided(x: Tensor, ...args: Args<AsStridedOptions, ['size', 'stride', 'storageOffset']>): Tensor {
  const options = takesAsStrided([x], args)
  const { size: shape = options.shape, stride: strides = options.strides } = options
  if (shape === undefined || strides === undefined) {
    throw new TypeError('asStrided: needs sizes and strides, as asStrided(x, [2, 2], [2, 1])')
  }
  if (shape.length !== strides.length) {
    throw new ShapeError(`asStrided: needs as many strides as sizes, got ${showShape(strides)} for ${showShape(shape)}`)
  }
  const geometry = { shape, strides, offset: options.storageOffset ?? options.offset ?? x.offset }
  checkInside(x, geometry)
  return stridedView(x, geometry)
}

/** `asStrided` where the elements are known to be inside. */
function stridedView(x: Tensor, geometry: Geometry): Tensor {
  const { shape, strides, offset } = x
  return apply(asStridedOp, [x], { geometry, input: { shape, strides, offset }, storageLength: x.storage.length })
}

function checkInside(x: Tensor, { shape, strides, offset }: Geometry): void {
  const last = shape.reduce((place, size, d) => place + (size - 1) * (strides[d] as number), offset)
  const fits =
    shape.every((size) => size >= 0) &&
    (shape.includes(0) || (offset >= 0 && last < x.storage.length && strides.every((stride) => stride >= 0)))
  if (!fits) {
    throw new ShapeError(
      `asStrided: shape ${showShape(shape)} with strides ${showShape(strides)} from ${offset} does not fit a storage of ${x.storage.length} elements`,
    )
  }
}
