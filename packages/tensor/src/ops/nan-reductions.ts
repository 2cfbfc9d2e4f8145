import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { normalizeDims } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { type ReductionArgs, reductionKinds, type SumOptions } from './reduction'
import { sum } from './sum'

const takesNanReduction = signature('', { input: kinds.tensor }, reductionKinds, { dtype: kinds.dtype })

/**
 * The sum over dimensions, or of all elements, in which NaN counts as 0.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * nansum(tensor([1, NaN, 2])) // tensor(3.)
 * @see torch.nansum
 */
export function nansum(x: Tensor, ...args: ReductionArgs<SumOptions>): Tensor {
  const options = takesNanReduction([x], args, 'nansum')
  normalizeDims('nansum', options.dim, x.ndim)
  return sumOfNumbers(x, options)
}

function sumOfNumbers(x: Tensor, options: SumOptions): Tensor {
  const numbers = isFloatingPoint(x.dtype) ? x.maskedFill(x.isnan(), 0) : x
  return nameStep('NansumBackward0', sum(numbers, options))
}

/**
 * The mean over dimensions, or of all elements, of those that are not NaN.
 *
 * @throws DTypeError for integers and booleans.
 * @throws IndexError when there is no such dimension.
 * @example
 * nanmean(tensor([1, NaN, 2])) // tensor(1.5000)
 * @see torch.nanmean
 */
export function nanmean(x: Tensor, ...args: ReductionArgs<SumOptions>): Tensor {
  const options = takesNanReduction([x], args, 'nanmean')
  if (!isFloatingPoint(x.dtype)) {
    throw new DTypeError(`nanmean: needs a floating-point tensor, got ${x.dtype}; convert with to('float32') first`)
  }
  normalizeDims('nanmean', options.dim, x.ndim)
  const count = sum(x.isnan().logicalNot(), options.dim, options.keepdim)
  return sumOfNumbers(x, { dtype: x.dtype, ...options }).div(count)
}
