import { type DType, isFloatingPoint } from '../core/dtype'
import { ShapeError } from '../core/errors'
import { boolean, dims } from '../core/kinds'
import { allocate, reshaped } from '../core/operand'
import { normalizeDims, reducedShape, type Shape, showShape } from '../core/shape'
import type { Args } from '../core/signature'
import type { ReductionName } from '../kernels/js/reduction'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { to } from './copy'

/** Which dimensions a reduction takes away; none means all. */
export type Dims = number | readonly number[] | null

export interface ReductionOptions {
  /** The dimension to take away, or several. Default: all. */
  dim?: Dims
  /** Keep the reduced dimensions as size 1. Default false. */
  keepdim?: boolean
}

export interface SumOptions extends ReductionOptions {
  /** Convert the elements to this dtype first. */
  dtype?: DType
}

/** What follows the tensor in a reduction, `x.sum(0)`, `x.sum(0, true)`, `x.sum({ dim: 0, keepdim: true })`. */
export type ReductionArgs<Options extends ReductionOptions> = Args<Options, ['dim', 'keepdim']>

export const reductionKinds: { readonly dim: typeof dims; readonly keepdim: typeof boolean } = {
  dim: dims,
  keepdim: boolean,
}

/** What every reduction in the graph knows. */
export interface ReductionParams {
  readonly dims: readonly number[]
  readonly keepdim: boolean
  /** True where no dimensions were named: all elements become one. */
  readonly isWhole: boolean
}

/** The same with the dtype of the result. */
export interface SumParams extends ReductionParams {
  readonly dtype: DType
}

export function paramsOf(name: string, x: Tensor, dim: Dims | undefined, keepdim: boolean): ReductionParams {
  return { dims: normalizeDims(name, dim, x.ndim), keepdim, isWhole: dim === undefined }
}

/** `paramsOf` with a dtype. Written out: spreading an object costs an engine more than a small reduction. */
export function sumParamsOf(name: string, x: Tensor, dim: Dims | undefined, keepdim: boolean, dtype: DType): SumParams {
  return { dims: normalizeDims(name, dim, x.ndim), keepdim, isWhole: dim === undefined, dtype }
}

type ReducedTo = Pick<ReductionParams, 'dims' | 'keepdim'>

/** Reduces `dims` of x with a kernel into a new tensor, outside of any graph. */
export function reduceTo(name: ReductionName, x: Tensor, { dims, keepdim }: ReducedTo, dtype: DType): Tensor {
  const out = allocate(reducedShape(x.shape, dims, true), dtype)
  getBackend().kernels.reduce(name, x, dims, out)
  return keepdim ? out : reshaped(out, reducedShape(x.shape, dims, false))
}

/** A reduced tensor in the shape that broadcasts against the one it came from. */
export function unreduced(x: Tensor, shape: Shape, { dims }: ReducedTo): Tensor {
  return x.reshape(reducedShape(shape, dims, true))
}

/** The dtype in which x adds up: the one asked for, else int64 for integers and booleans. */
export function sumDtype(x: Tensor, dtype: DType | undefined): DType {
  return dtype ?? (isFloatingPoint(x.dtype) ? x.dtype : 'int64')
}

/** x as kernels add it up in a dtype: integers and booleans as they are for a wider one, which saves a copy. */
export function summable(x: Tensor, dtype: DType): Tensor {
  const isRead = !isFloatingPoint(x.dtype) && (dtype === 'int64' || isFloatingPoint(dtype))
  return isRead ? x : to(x, dtype)
}

/** Refuses to look for an extreme among no elements. */
export function checkNotEmpty(name: string, x: Tensor, dims: readonly number[]): void {
  for (const d of dims) {
    if (x.shape[d] === 0) {
      throw new ShapeError(`${name}: dimension ${d} of ${showShape(x.shape)} is empty and has no extreme`)
    }
  }
}
