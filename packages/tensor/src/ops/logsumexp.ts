import { getDefaultDtype, isFloatingPoint } from '../core/dtype'
import { apply, type Op } from '../core/op'
import type { Tensor } from '../tensor'
import { type Dims, paramsOf, type ReductionOptions, type ReductionParams, reduceTo, unreduced } from './reduction'

/** y = ln Σ exp x;  ∂x = g exp(x - y). */
const logsumexpOp: Op<[Tensor], ReductionParams> = {
  name: 'logsumexp',
  forward(context, [x], params) {
    const out = reduceTo('logsumexp', x, params, x.dtype)
    context.save(x, out)
    return out
  },
  backward({ saved, params, shapes: [shape = []] }, grad) {
    const [x, y] = saved as [Tensor, Tensor]
    return [unreduced(grad, shape, params).mul(x.sub(unreduced(y, shape, params)).exp())]
  },
}

/**
 * The logarithm of the sum of exponentials, y = ln Σ exp x, over dimensions and without overflow.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * logsumexp(tensor([1000.5, 1000.5]), 0) // tensor(1001.1932)
 * @see torch.logsumexp
 */
export function logsumexp(x: Tensor, dim: Dims, { keepdim = false }: ReductionOptions = {}): Tensor {
  const input = isFloatingPoint(x.dtype) ? x : x.to(getDefaultDtype())
  return apply(logsumexpOp, [input], paramsOf('logsumexp', x, dim, keepdim))
}
