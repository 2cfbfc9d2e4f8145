import * as kinds from '../core/kinds'
import { normalizeDims } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { type ReductionArgs, type ReductionOptions, reduceTo, reductionKinds } from './reduction'

const takes = signature('', { input: kinds.tensor }, reductionKinds)

/** An empty list of dimensions reduces none here, as in PyTorch. */
function allOrAny(name: 'all' | 'any', x: Tensor, args: ReductionArgs<ReductionOptions>): Tensor {
  const { dim, keepdim = false } = takes([x], args, name)
  const isNone = Array.isArray(dim) && dim.length === 0
  const dims = isNone ? [] : normalizeDims(name, dim, x.ndim)
  return reduceTo(name, x, { dims, keepdim }, x.dtype === 'uint8' ? 'uint8' : 'bool')
}

/**
 * Whether all elements are not 0, over dimensions or altogether.
 *
 * @returns bool, but uint8 for uint8
 * @throws IndexError when there is no such dimension.
 * @example
 * all(tensor([true, false])) // tensor(False)
 * @see torch.all
 */
export function all(x: Tensor, ...args: ReductionArgs<ReductionOptions>): Tensor {
  return allOrAny('all', x, args)
}

/**
 * Whether any element is not 0, over dimensions or altogether.
 *
 * @returns bool, but uint8 for uint8
 * @throws IndexError when there is no such dimension.
 * @example
 * any(tensor([true, false])) // tensor(True)
 * @see torch.any
 */
export function any(x: Tensor, ...args: ReductionArgs<ReductionOptions>): Tensor {
  return allOrAny('any', x, args)
}
