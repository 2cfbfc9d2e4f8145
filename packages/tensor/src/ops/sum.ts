import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { numelOf } from '../core/shape'
import type { Tensor } from '../tensor'
import { to } from './copy'
import { type Dims, paramsOf, type ReductionParams, reduceTo, type SumOptions, summable, unreduced } from './reduction'

/** y = Σ x;  ∂x = g for every element. */
const sumOp: Op<[Tensor], ReductionParams> = {
  name: 'sum',
  nodeFor: (_, { isWhole }) => `SumBackward${isWhole ? 0 : 1}`,
  forward: (_, [x], params) => reduceTo('sum', x, params, x.dtype),
  backward: ({ shapes: [shape = []], params }, grad) => [unreduced(grad, shape, params).expand(shape)],
}

/**
 * The sum Σ x over dimensions, or of all elements. Integers and booleans add up to int64.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * sum(tensor([[1, 2], [3, 4]]), 0) // tensor([4, 6])
 * @see torch.sum
 */
export function sum(x: Tensor, dim?: Dims, { keepdim = false, dtype }: SumOptions = {}): Tensor {
  return apply(sumOp, [summable(x, dtype)], paramsOf('sum', x, dim, keepdim))
}

/** y = Σ x / n;  ∂x = g/n for every element. */
const meanOp: Op<[Tensor], ReductionParams> = {
  name: 'mean',
  nodeFor: (_, { isWhole }) => `MeanBackward${isWhole ? 0 : 1}`,
  forward: (_, [x], params) => reduceTo('mean', x, params, x.dtype),
  backward({ shapes: [shape = []], params }, grad) {
    const count = numelOf(params.dims.map((d) => shape[d] as number))
    return [unreduced(grad, shape, params).div(count).expand(shape)]
  },
}

/**
 * The mean Σ x / n over dimensions, or of all elements.
 *
 * @throws DTypeError for integers and booleans, unless `dtype` makes them floating point.
 * @throws IndexError when there is no such dimension.
 * @example
 * mean(tensor([1.5, 2.5])) // tensor(2.)
 * @see torch.mean
 */
export function mean(x: Tensor, dim?: Dims, { keepdim = false, dtype = x.dtype }: SumOptions = {}): Tensor {
  if (!isFloatingPoint(dtype)) {
    throw new DTypeError(`mean: needs a floating-point tensor, got ${dtype}; convert with to('float32') first`)
  }
  return apply(meanOp, [to(x, dtype)], paramsOf('mean', x, dim, keepdim))
}
