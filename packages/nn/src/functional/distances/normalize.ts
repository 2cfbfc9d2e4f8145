import { type Args, kinds, normalizeDim, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'

export interface NormalizeOptions {
  /** The order of the norm. Default 2. */
  p?: number
  /** The dimension along which the vectors lie, or several. Default 1. */
  dim?: number | readonly number[]
  /** The least norm to divide by. Default 1e-12. */
  eps?: number
}

const takesNormalize = signature(
  'normalize',
  { input: kinds.tensor },
  { p: kinds.number, dim: kinds.either(kinds.integer, kinds.integers), eps: kinds.number },
)

/**
 * Divides vectors by their norm.
 *
 * $$ y = \frac{x}{\max(\|x\|_p, \varepsilon)} $$
 *
 * @param input vectors along the dimension `dim`
 * @throws DTypeError for integers.
 * @throws IndexError for a dimension that is not there.
 * @example
 * functional.normalize(tensor([[3.0, 4.5]]), { p: Infinity }) // tensor([[0.6667, 1.0000]])
 * @see torch.nn.functional.normalize
 */
export function normalize(input: Tensor, ...args: Args<NormalizeOptions, ['p', 'dim', 'eps']>): Tensor {
  const { p = 2, dim = 1, eps = 1e-12 } = takesNormalize([input], args)
  checkFloatingPoint('normalize', input)
  for (const d of typeof dim === 'number' ? [dim] : dim) normalizeDim('normalize', d, input.ndim)
  return input.div(input.norm(p, dim, { keepdim: true }).clampMin(eps))
}
