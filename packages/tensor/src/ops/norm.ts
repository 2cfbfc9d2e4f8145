import * as kinds from '../core/kinds'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { to } from './copy'
import { nuclearNorm } from './nuclear-norm'
import { type NormOptions, normKinds, normOf } from './vector-norm'

/** As of the method, and the nuclear norm. */
export interface NormOptionsWithNuclear extends Omit<NormOptions, 'p'> {
  /**
   * The order p of the vector norm (Σ|x|ᵖ)¹ᐟᵖ; 'fro' and null say the same as 2; 'nuc' is the nuclear norm, of the two
   * dimensions in `dim` or of a matrix. Default 'fro'.
   */
  p?: number | 'fro' | 'nuc' | null
}

const takesNorm = signature(
  'norm',
  { input: kinds.tensor },
  {
    p: kinds.either(kinds.number, kinds.oneOf('fro', 'nuc', null)),
    dim: normKinds.dim,
    keepdim: normKinds.keepdim,
  },
  { dtype: normKinds.dtype },
)

/**
 * The norm of a tensor, of all elements or over dimensions: a vector norm, or of matrices the sum of their singular values.
 *
 * @throws DTypeError for integers and booleans.
 * @throws ShapeError for a nuclear norm of anything but two dimensions.
 * @example
 * norm(tensor([[3.0, 0.0], [0.0, 4.5]]), 'nuc') // tensor(7.5000)
 * @see torch.norm
 */
export function norm(x: Tensor, ...args: Args<NormOptionsWithNuclear, ['p', 'dim', 'keepdim']>): Tensor {
  const { p, ...options } = takesNorm([x], args)
  if (p !== 'nuc') return normOf('norm', x, typeof p === 'number' ? p : 2, options)
  return nuclearNorm(to(x, options.dtype ?? x.dtype), options.dim, options.keepdim ?? false)
}
