import { normalizeDims } from '../core/shape'
import type { Tensor } from '../tensor'
import { type Dims, type ReductionOptions, reduceTo } from './reduction'

/** An empty list of dimensions reduces none here, as in PyTorch. */
function allOrAny(
  name: 'all' | 'any',
  x: Tensor,
  dim: Dims | undefined,
  { keepdim = false }: ReductionOptions,
): Tensor {
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
export function all(x: Tensor, dim?: Dims, options: ReductionOptions = {}): Tensor {
  return allOrAny('all', x, dim, options)
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
export function any(x: Tensor, dim?: Dims, options: ReductionOptions = {}): Tensor {
  return allOrAny('any', x, dim, options)
}
