import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { numelOf } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import {
  type ReductionArgs,
  reduceTo,
  reductionKinds,
  type SumOptions,
  type SumParams,
  sumDtype,
  summable,
  sumParamsOf,
  unreduced,
} from './reduction'

/** y = Σ x;  ∂x = g for every element. */
const sumOp: Op<[Tensor], SumParams> = {
  name: 'sum',
  nodeFor: (_, { isWhole }) => `SumBackward${isWhole ? 0 : 1}`,
  forward: (_, [x], params) => reduceTo('sum', x, params, params.dtype),
  backward: ({ shapes: [shape = []], params }, grad) => [unreduced(grad, shape, params).expand(shape)],
}

const takesSum = signature('sum', { input: kinds.tensor }, reductionKinds, { dtype: kinds.dtype })

/**
 * The sum Σ x over dimensions, or of all elements. Integers and booleans add up to int64.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * sum(tensor([[1, 2], [3, 4]]), 0) // tensor([4, 6])
 * @see torch.sum
 */
export function sum(x: Tensor, ...args: ReductionArgs<SumOptions>): Tensor {
  const options = takesSum([x], args)
  const dtype = sumDtype(x, options.dtype)
  return apply(sumOp, [summable(x, dtype)], sumParamsOf('sum', x, options.dim, options.keepdim ?? false, dtype))
}

/** y = Σ x / n;  ∂x = g/n for every element. */
const meanOp: Op<[Tensor], SumParams> = {
  name: 'mean',
  nodeFor: (_, { isWhole }) => `MeanBackward${isWhole ? 0 : 1}`,
  forward: (_, [x], params) => reduceTo('mean', x, params, params.dtype),
  backward({ shapes: [shape = []], params }, grad) {
    const count = numelOf(params.dims.map((d) => shape[d] as number))
    return [unreduced(grad, shape, params).div(count).expand(shape)]
  },
}

const takesMean = signature('mean', { input: kinds.tensor }, reductionKinds, { dtype: kinds.dtype })

/**
 * The mean Σ x / n over dimensions, or of all elements.
 *
 * @throws DTypeError for integers and booleans, unless `dtype` makes them floating point.
 * @throws IndexError when there is no such dimension.
 * @example
 * mean(tensor([1.5, 2.5])) // tensor(2.)
 * @see torch.mean
 */
export function mean(x: Tensor, ...args: ReductionArgs<SumOptions>): Tensor {
  const { dim, keepdim = false, dtype = x.dtype } = takesMean([x], args)
  if (!isFloatingPoint(dtype)) {
    throw new DTypeError(`mean: needs a floating-point tensor, got ${dtype}; convert with to('float32') first`)
  }
  return apply(meanOp, [summable(x, dtype)], sumParamsOf('mean', x, dim, keepdim, dtype))
}
