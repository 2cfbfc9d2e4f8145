import { getDefaultDtype, isFloatingPoint } from '../core/dtype'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { type Dims, paramsOf, type ReductionParams, reduceTo, unreduced } from './reduction'

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

export interface LogsumexpOptions {
  /** The dimension to take away, several, or null for all. */
  dim: Dims
  /** Keep the reduced dimensions as size 1. Default false. */
  keepdim?: boolean
}

const takesLogsumexp = signature(
  'logsumexp',
  { input: kinds.tensor },
  { dim: kinds.required(kinds.dims), keepdim: kinds.boolean },
)

/**
 * The logarithm of the sum of exponentials, y = ln Σ exp x, over dimensions and without overflow.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * logsumexp(tensor([1000.5, 1000.5]), 0) // tensor(1001.1932)
 * @see torch.logsumexp
 */
export function logsumexp(x: Tensor, ...args: Args<LogsumexpOptions, ['dim', 'keepdim']>): Tensor {
  const { dim, keepdim = false } = takesLogsumexp([x], args)
  const input = isFloatingPoint(x.dtype) ? x : x.to(getDefaultDtype())
  return apply(logsumexpOp, [input], paramsOf('logsumexp', x, dim, keepdim))
}
