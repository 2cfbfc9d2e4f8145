import type { Tensor } from '../tensor'
import { to } from './copy'
import { nuclearNorm } from './nuclear-norm'
import type { Dims } from './reduction'
import { type NormOptions, normOf } from './vector-norm'

/**
 * The norm of a tensor, of all elements or over dimensions: a vector norm, or of matrices the sum of their singular values.
 *
 * @param p the order of a vector norm, (Σ|x|ᵖ)¹ᐟᵖ; 'fro' says the same as 2; 'nuc' is the nuclear norm, of the two
 *   dimensions in `dim` or of a matrix
 * @throws DTypeError for integers and booleans.
 * @throws ShapeError for a nuclear norm of anything but two dimensions.
 * @example
 * norm(tensor([[3.0, 0.0], [0.0, 4.5]]), 'nuc') // tensor(7.5000)
 * @see torch.norm
 */
export function norm(x: Tensor, p: number | 'fro' | 'nuc' = 'fro', dim?: Dims, options: NormOptions = {}): Tensor {
  if (p === 'nuc') return nuclearNorm(to(x, options.dtype ?? x.dtype), dim, options.keepdim ?? false)
  return normOf('norm', x, p, dim, options)
}
