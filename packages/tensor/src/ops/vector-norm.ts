import { type DType, isFloatingPoint } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { showShape } from '../core/shape'
import type { Tensor } from '../tensor'
import { to } from './copy'
import { type Dims, paramsOf, type ReductionOptions, type ReductionParams, unreduced } from './reduction'
import { shareEvenly } from './share-evenly'

export interface NormOptions extends ReductionOptions {
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

/** ‖x‖ₚ for the op of that name; 'fro' says the same as 2. */
export function normOf(op: string, x: Tensor, p: number | 'fro', dim: Dims | undefined, options: NormOptions): Tensor {
  const order = p === 'fro' ? 2 : p
  if (typeof order !== 'number') {
    throw new RangeError(`${op}: the order must be a number or 'fro', got '${p}'`)
  }
  const { keepdim = false, dtype = x.dtype } = options
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

/**
 * The norm of x as a vector, ‖x‖ₚ = (Σ|x|ᵖ)¹ᐟᵖ, of all elements or over dimensions. Its gradient where it is 0 is 0.
 *
 * @param order p; ∞ gives the largest size, -∞ the smallest, 0 the number of elements that are not 0
 * @throws DTypeError for integers and booleans.
 * @throws ShapeError for a negative or infinite order of no elements.
 * @example
 * linalg.vectorNorm(tensor([3.0, 4.5]), Infinity) // tensor(4.5000)
 * @see torch.linalg.vector_norm
 */
export function vectorNorm(x: Tensor, order = 2, dim?: Dims, options: NormOptions = {}): Tensor {
  return normOf('vectorNorm', x, order, dim, options)
}
