import { type DType, isFloatingPoint } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { allocate, castTo, reshaped } from '../core/operand'
import { normalizeDim, normalizeDims, numelOf, reducedShape, showShape } from '../core/shape'
import type { ArgReductionName } from '../kernels/js/arg-reduction'
import type { ReductionName } from '../kernels/js/reduction'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { eye } from './creation'
import { takeAlong } from './gather'
import { where } from './where'

/** Which dimensions a reduction takes away; none means all. */
export type Dims = number | readonly number[] | null

export interface ReductionOptions {
  /** Keep the reduced dimensions as size 1. Default false. */
  keepdim?: boolean
}

interface ReductionParams {
  readonly dims: readonly number[]
  readonly keepdim: boolean
}

/** Reduces `dims` of x with a kernel into a new tensor, outside of any graph. */
function compute(name: ReductionName, x: Tensor, { dims, keepdim }: ReductionParams, dtype: DType): Tensor {
  const out = allocate(reducedShape(x.shape, dims, true), dtype)
  getBackend().kernels.reduce(name, x, dims, out)
  return keepdim ? out : reshaped(out, reducedShape(x.shape, dims, false))
}

/** A reduced tensor in the shape that broadcasts against the one it came from. */
function unreduced(x: Tensor, shape: readonly number[], { dims }: ReductionParams): Tensor {
  return x.reshape(reducedShape(shape, dims, true))
}

const sumOp: Op<[Tensor], ReductionParams> = {
  name: 'sum',
  forward: (_, [x], params) => compute('sum', x, params, x.dtype),
  backward: ({ shapes: [shape = []], params }, grad) => [unreduced(grad, shape, params).expand(shape)],
}

/** Integers and booleans add up to int64, as in PyTorch. */
export function sum(x: Tensor, dim?: Dims, { keepdim = false }: ReductionOptions = {}): Tensor {
  const input = isFloatingPoint(x.dtype) ? x : castTo(x, 'int64')
  return apply(sumOp, [input], { dims: normalizeDims('sum', dim, x.ndim), keepdim })
}

const meanOp: Op<[Tensor], ReductionParams> = {
  name: 'mean',
  forward: (_, [x], params) => compute('mean', x, params, x.dtype),
  backward({ shapes: [shape = []], params }, grad) {
    const count = numelOf(params.dims.map((d) => shape[d] as number))
    return [unreduced(grad, shape, params).div(count).expand(shape)]
  },
}

export function mean(x: Tensor, dim?: Dims, { keepdim = false }: ReductionOptions = {}): Tensor {
  if (!isFloatingPoint(x.dtype)) {
    throw new DTypeError(`mean: needs a floating-point tensor, got ${x.dtype}; convert with to('float32') first`)
  }
  return apply(meanOp, [x], { dims: normalizeDims('mean', dim, x.ndim), keepdim })
}

const prodOp: Op<[Tensor], ReductionParams> = {
  name: 'prod',
  forward(context, [x], params) {
    context.save(x)
    return compute('prod', x, params, x.dtype)
  },
  backward({ saved, params, shapes: [shape = []] }, grad) {
    const [x] = saved as [Tensor]
    const g = unreduced(grad, shape, params)
    const [dim] = params.dims
    if (params.dims.length === 1 && dim !== undefined)
      return [g.mul(productOfOthers(x.transpose(dim, -1)).transpose(dim, -1))]
    return [g.mul(productOfOthers(x.reshape(-1)).reshape(shape))]
  },
}

/** ∂(∏ x)/∂xᵢ, the product of the other elements along the last dimension. Dividing by xᵢ would fail at 0. */
function productOfOthers(x: Tensor): Tensor {
  const itself = eye(x.shape.at(-1) ?? 1, { dtype: 'bool' })
  return prod(where(itself, 1, x.unsqueeze(-2)), -1)
}

export function prod(x: Tensor, dim?: number | null, { keepdim = false }: ReductionOptions = {}): Tensor {
  const input = isFloatingPoint(x.dtype) ? x : castTo(x, 'int64')
  return apply(prodOp, [input], { dims: normalizeDims('prod', dim, x.ndim), keepdim })
}

interface ExtremeParams extends ReductionParams {
  readonly name: 'max' | 'min'
}

/** The extreme over several dimensions: the gradient is shared evenly by all elements that reach it. */
const extremeOps: Readonly<Record<'max' | 'min', Op<[Tensor], ExtremeParams>>> = {
  max: extreme('max'),
  min: extreme('min'),
}

function extreme(name: 'max' | 'min'): Op<[Tensor], ExtremeParams> {
  return {
    name,
    forward(context, [x], params) {
      const out = compute(name, x, params, x.dtype)
      context.save(x, out)
      return out
    },
    backward({ saved, params, shapes: [shape = []] }, grad) {
      const [x, y] = saved as [Tensor, Tensor]
      const reached = x.eq(unreduced(y, shape, params)).to(grad.dtype)
      const share = unreduced(grad, shape, params).div(reached.sum(params.dims, { keepdim: true }))
      return [reached.mul(share)]
    },
  }
}

/** The largest or smallest of all elements. */
export function extremeOfAll(name: 'max' | 'min', x: Tensor): Tensor {
  checkNotEmpty(name, x, normalizeDims(name, null, x.ndim))
  return apply(extremeOps[name], [x], { name, dims: normalizeDims(name, null, x.ndim), keepdim: false })
}

/** The largest or smallest over dimensions. */
export function amaxOrAmin(name: 'max' | 'min', x: Tensor, dim: Dims | undefined, keepdim: boolean): Tensor {
  const dims = normalizeDims(`a${name}`, dim, x.ndim)
  checkNotEmpty(`a${name}`, x, dims)
  return apply(extremeOps[name], [x], { name, dims, keepdim })
}

/** The extreme along one dimension and where it is, the first on ties. */
export function extremeAlong(
  name: 'max' | 'min',
  x: Tensor,
  dim: number,
  keepdim: boolean,
): { values: Tensor; indices: Tensor } {
  const indices = argExtreme(`arg${name}`, x, dim, { keepdim: true })
  const values = takeAlong(name, x, normalizeDim(name, dim, x.ndim), indices)
  if (keepdim || x.ndim === 0) return { values, indices }
  return { values: values.squeeze(dim), indices: indices.squeeze(dim) }
}

export function argExtreme(
  name: ArgReductionName,
  x: Tensor,
  dim: number | null | undefined,
  { keepdim = false }: ReductionOptions,
): Tensor {
  if (x.dtype === 'bool') throw new DTypeError(`${name}: not defined for bool tensors`)
  if (dim === null || dim === undefined) {
    const index = argExtreme(name, x.detach().reshape(-1), 0, {})
    return keepdim ? index.reshape(x.shape.map(() => 1)) : index
  }
  const d = normalizeDim(name, dim, x.ndim)
  if (x.ndim > 0) checkNotEmpty(name, x, [d])
  const out = allocate(reducedShape(x.shape, [d], true), 'int64')
  getBackend().kernels.argReduce(name, x, d, out)
  return keepdim ? out : reshaped(out, reducedShape(x.shape, [d], false))
}

function checkNotEmpty(name: string, x: Tensor, dims: readonly number[]): void {
  for (const d of dims) {
    if (x.shape[d] === 0) {
      throw new ShapeError(
        `${name}: dimension ${d} of ${showShape(x.shape)} is empty and has no ${name.replace(/^a(rg)?/, '')}`,
      )
    }
  }
}

/** True where all (or any) elements are not zero. */
export function allOrAny(name: 'all' | 'any', x: Tensor, dim: Dims | undefined, keepdim: boolean): Tensor {
  const dims = normalizeDims(name, dim, x.ndim)
  return compute(name, x.detach(), { dims, keepdim }, x.dtype === 'uint8' ? 'uint8' : 'bool')
}

export interface VarianceOptions extends ReductionOptions {
  /** What is taken from the count in the divisor: 1 for the unbiased variance, 0 for the biased. Default 1. */
  correction?: number
}

interface VarianceParams extends ReductionParams {
  readonly correction: number
}

/** Σ (x - mean)² / (n - correction). */
const varOp: Op<[Tensor], VarianceParams> = {
  name: 'var',
  forward(context, [x], params) {
    const input = x.detach()
    context.save(x)
    const deviations = input.sub(mean(input, params.dims, { keepdim: true }))
    return sum(deviations.square(), params.dims, params).div(divisor(x.shape, params))
  },
  backward({ saved, params, shapes: [shape = []] }, grad) {
    const [x] = saved as [Tensor]
    const deviations = x.sub(mean(x, params.dims, { keepdim: true }))
    return [
      unreduced(grad, shape, params)
        .mul(deviations)
        .mul(2 / divisor(shape, params)),
    ]
  },
}

/** Never below 0: too few elements give NaN or infinity, as 0/0 and x/0 do. */
function divisor(shape: readonly number[], { dims, correction }: VarianceParams): number {
  return Math.max(numelOf(dims.map((d) => shape[d] as number)) - correction, 0)
}

export function variance(x: Tensor, dim?: Dims, { keepdim = false, correction = 1 }: VarianceOptions = {}): Tensor {
  if (!isFloatingPoint(x.dtype)) throw new DTypeError(`var: needs a floating-point tensor, got ${x.dtype}`)
  return apply(varOp, [x], { dims: normalizeDims('var', dim, x.ndim), keepdim, correction })
}
