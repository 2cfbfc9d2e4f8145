import { ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { broadcastStrides, inferShape, normalizeDim, numelOf, type Shape, showShape, viewStrides } from '../core/shape'
import { Tensor } from '../tensor'
import { contiguous } from './copy'
import { zeros } from './creation'

/** Where a view finds its elements in the storage that it shares. */
export interface Geometry {
  readonly shape: Shape
  readonly strides: readonly number[]
  readonly offset: number
}

/** A view op is a name and the way back: what to make of the gradient. */
function defineView<Params extends { readonly geometry: Geometry }>(
  name: string,
  backward: (grad: Tensor, shape: Shape, params: Params) => Tensor,
): Op<[Tensor], Params> {
  return {
    name,
    isView: true,
    forward: (_, [x], { geometry }) => new Tensor(x.storage, geometry.shape, geometry.strides, geometry.offset),
    backward: ({ shapes: [shape = []], params }, grad) => [backward(grad, shape, params)],
  }
}

interface Plain {
  readonly geometry: Geometry
}

const viewOp = defineView<Plain>('view', (grad, shape) => grad.reshape(shape))
const squeezeOp = defineView<Plain>('squeeze', (grad, shape) => grad.reshape(shape))
const unsqueezeOp = defineView<Plain>('unsqueeze', (grad, shape) => grad.reshape(shape))
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

const transposeOp = defineView<Swap>('transpose', (grad, _, { pair }) => transpose(grad, ...pair))
const tOp = defineView<Plain>('t', (grad) => t(grad))

interface Part extends Plain {
  /** Takes the same part of another tensor of the input's shape. */
  readonly part: (x: Tensor) => Tensor
}

/** The gradient of a part is zero outside of it. */
const inZeros = (grad: Tensor, shape: Shape, { part }: Part): Tensor => {
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
export function view(x: Tensor, shape: Shape): Tensor {
  const to = inferShape('view', shape, x.numel())
  const strides = viewStrides(x.shape, x.strides, to)
  if (strides === null) {
    throw new ShapeError(
      `view: ${showShape(x.shape)} with strides ${showShape(x.strides)} cannot be seen as ${showShape(to)} without a copy; use reshape`,
    )
  }
  return apply(viewOp, [x], { geometry: { shape: to, strides, offset: x.offset } })
}

/** A view where the strides allow it, else a copy. */
export function reshape(x: Tensor, shape: Shape): Tensor {
  const to = inferShape('reshape', shape, x.numel())
  return viewStrides(x.shape, x.strides, to) === null ? view(contiguous(x), to) : view(x, to)
}

/** Joins the dimensions from `startDim` to `endDim`, both included. */
export function flatten(x: Tensor, startDim: number, endDim: number): Tensor {
  const start = normalizeDim('flatten', startDim, x.ndim)
  const end = normalizeDim('flatten', endDim, x.ndim)
  if (start > end) throw new ShapeError(`flatten: startDim ${startDim} comes after endDim ${endDim}`)
  if (x.ndim === 0) return reshape(x, [1])
  if (start === end) return x
  const joined = numelOf(x.shape.slice(start, end + 1))
  return reshape(x, [...x.shape.slice(0, start), joined, ...x.shape.slice(end + 1)])
}

/** Removes dimensions of size 1: one, several, or all. */
export function squeeze(x: Tensor, dim?: number | readonly number[]): Tensor {
  const dims = dim === undefined ? x.shape.map((_, d) => d) : typeof dim === 'number' ? [dim] : dim
  const chosen = dims.map((d) => normalizeDim('squeeze', d, x.ndim))
  const kept = x.shape.map((_, d) => d).filter((d) => x.shape[d] !== 1 || !chosen.includes(d))
  const geometry = {
    shape: kept.map((d) => x.shape[d] as number),
    strides: kept.map((d) => x.strides[d] as number),
    offset: x.offset,
  }
  return apply(squeezeOp, [x], { geometry })
}

/** Puts a dimension of size 1 in front of `dim`. */
export function unsqueeze(x: Tensor, dim: number): Tensor {
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
export function expand(x: Tensor, shape: Shape): Tensor {
  const lead = shape.length - x.ndim
  if (lead < 0) {
    throw new ShapeError(`expand: ${showShape(x.shape)} has more dimensions than the requested ${showShape(shape)}`)
  }
  const to = shape.map((size, d) => (size === -1 && d >= lead ? (x.shape[d - lead] as number) : size))
  for (let d = 0; d < to.length; d++) {
    const from = x.shape[d - lead] ?? 1
    const size = to[d] as number
    if (!Number.isInteger(size) || size < 0 || (from !== 1 && from !== size)) {
      throw new ShapeError(
        `expand: ${showShape(x.shape)} does not expand to ${showShape(shape)}, dimension ${d} is ${from}`,
      )
    }
  }
  const geometry = { shape: to, strides: broadcastStrides(x.shape, x.strides, to), offset: x.offset }
  return apply(expandOp, [x], { geometry })
}

/** Dimensions in another order. */
export function permute(x: Tensor, dims: readonly number[]): Tensor {
  const order = dims.map((d) => normalizeDim('permute', d, x.ndim))
  if (order.length !== x.ndim || new Set(order).size !== x.ndim) {
    throw new ShapeError(`permute: ${showShape(dims)} is no order of the ${x.ndim} dimensions of ${showShape(x.shape)}`)
  }
  const geometry = {
    shape: order.map((d) => x.shape[d] as number),
    strides: order.map((d) => x.strides[d] as number),
    offset: x.offset,
  }
  return apply(permuteOp, [x], { geometry, dims: order })
}

/** Two dimensions swapped. */
export function transpose(x: Tensor, dim0: number, dim1: number): Tensor {
  const a = normalizeDim('transpose', dim0, x.ndim)
  const b = normalizeDim('transpose', dim1, x.ndim)
  return apply(transposeOp, [x], { geometry: swapped(x, a, b), pair: [a, b] })
}

/** A matrix transposed; vectors and scalars as they are. */
export function t(x: Tensor): Tensor {
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
  const whole = zeros([storageLength], { dtype: grad.dtype })
  asStrided(whole, geometry).copy_(grad)
  return asStrided(whole, input)
})

/** Any elements of x's storage, by shape, strides and offset from the storage's start. */
export function asStrided(x: Tensor, geometry: Geometry): Tensor {
  const { shape, strides, offset } = x
  return apply(asStridedOp, [x], { geometry, input: { shape, strides, offset }, storageLength: x.storage.length })
}
