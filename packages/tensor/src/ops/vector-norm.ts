import { type DType, isFloatingPoint } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { to } from './copy'
import { paramsOf, type ReductionOptions, type ReductionParams, unreduced } from './reduction'
import { shareEvenly } from './share-evenly'

export interface NormOptions extends ReductionOptions {
  /** The order p of the norm (Σ|x|ᵖ)¹ᐟᵖ; 'fro' and null say the same as 2. Default 'fro'. */
  p?: number | 'fro' | null
  /** Convert the elements to this dtype first. */
  dtype?: DType
}

interface NormParams extends ReductionParams {
  readonly order: number
}

/** (Σ|x|ᵖ)¹ᐟᵖ, with its limits: the largest for ∞, the smallest for -∞, the number of non-zeros for 0. */
function compute(x: Tensor, { order, dims, keepdim }: NormParams): Tensor {
  const options = { keepdim }
  if (order === 2) return x.square().sum(dims, options).sqrt()
  if (order === 0) return x.ne(0).to(x.dtype).sum(dims, options)
  const sizes = x.abs()
  if (order === 1) return sizes.sum(dims, options)
  if (order === Infinity) return sizes.amax(dims, options)
  if (order === -Infinity) return sizes.amin(dims, options)
  return sizes
    .pow(order)
    .sum(dims, options)
    .pow(1 / order)
}

/** ∂‖x‖ = x |x|ᵖ⁻² / ‖x‖ᵖ⁻¹, and 0 where that is 0/0: for a norm of 0, and for an element of 0. */
function gradient(grad: Tensor, x: Tensor, norm: Tensor, { order, dims }: NormParams): Tensor | null {
  if (order === 0) return null
  if (order === 1) return grad.mul(x.sign())
  if (Math.abs(order) === Infinity) return shareEvenly(grad, x.abs().eq(norm), dims).mul(x.sign())
  const share = grad.div(norm.pow(order - 1)).maskedFill(norm.eq(0), 0)
  if (order === 2) return x.mul(share)
  const powers = x
    .abs()
    .pow(order - 2)
    .maskedFill(x.eq(0), 0)
  return x.mul(powers).mul(share)
}

const vectorNormOp: Op<[Tensor], NormParams> = {
  name: 'linalgVectorNorm',
  forward(context, [x], params) {
    const out = compute(x, params)
    context.save(x, out)
    return out
  },
  backward({ saved, params, shapes: [shape = []] }, grad) {
    const [x, norm] = saved as [Tensor, Tensor]
    return [gradient(unreduced(grad, shape, params), x, unreduced(norm, shape, params), params)]
  },
}

/** ‖x‖ₚ for the op of that name. */
export function normOf(op: string, x: Tensor, order: number, options: Omit<NormOptions, 'p'>): Tensor {
  const { dim, keepdim = false, dtype = x.dtype } = options
  if (!isFloatingPoint(x.dtype) || !isFloatingPoint(dtype)) {
    throw new DTypeError(`${op}: needs a floating-point tensor, got ${isFloatingPoint(x.dtype) ? dtype : x.dtype}`)
  }
  const params = { ...paramsOf(op, x, dim, keepdim), order }
  const isEmpty = params.dims.some((d) => x.shape[d] === 0)
  if (isEmpty && (order < 0 || order === Infinity)) {
    throw new ShapeError(`${op}: no elements of ${showShape(x.shape)} to take the ${order}-norm of`)
  }
  return apply(vectorNormOp, [to(x, dtype)], params)
}

/** What follows the tensor in `norm`. */
export type NormArgs = Args<NormOptions, ['p', 'dim', 'keepdim', 'dtype']>

const orderKind: kinds.Kind<number | 'fro' | null> = kinds.either(kinds.number, kinds.oneOf('fro', null))

export const normKinds: {
  readonly p: typeof orderKind
  readonly dim: typeof kinds.dims
  readonly keepdim: typeof kinds.boolean
  readonly dtype: typeof kinds.dtype
} = { p: orderKind, dim: kinds.dims, keepdim: kinds.boolean, dtype: kinds.dtype }

const takesNorm = signature('norm', { input: kinds.tensor }, normKinds)

/** `norm` without the nuclear one, which few programs need. */
export function simpleNorm(x: Tensor, args: NormArgs): Tensor {
  const { p, ...options } = takesNorm([x], args)
  return normOf('norm', x, typeof p === 'number' ? p : 2, options)
}

export interface VectorNormOptions extends ReductionOptions {
  /** p; ∞ gives the largest size, -∞ the smallest, 0 the number of elements that are not 0. Default 2. */
  ord?: number
  /** Convert the elements to this dtype first. */
  dtype?: DType
}

const takesVectorNorm = signature(
  'vectorNorm',
  { input: kinds.tensor },
  { ord: kinds.number, dim: kinds.dims, keepdim: kinds.boolean },
  { dtype: kinds.dtype },
)

/**
 * The norm of x as a vector, ‖x‖ₚ = (Σ|x|ᵖ)¹ᐟᵖ, of all elements or over dimensions. Its gradient where it is 0 is 0.
 *
 * @throws DTypeError for integers and booleans.
 * @throws ShapeError for a negative or infinite order of no elements.
 * @example
 * linalg.vectorNorm(tensor([3.0, 4.5]), Infinity) // tensor(4.5000)
 * @see torch.linalg.vector_norm
 */
export function vectorNorm(x: Tensor, ...args: Args<VectorNormOptions, ['ord', 'dim', 'keepdim']>): Tensor {
  const { ord = 2, ...options } = takesVectorNorm([x], args)
  return normOf('vectorNorm', x, ord, options)
}
