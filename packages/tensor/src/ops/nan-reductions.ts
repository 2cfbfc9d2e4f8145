import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { nameStep } from '../core/op'
import type { Tensor } from '../tensor'
import type { Dims, SumOptions } from './reduction'
import { sum } from './sum'

/**
 * The sum over dimensions, or of all elements, in which NaN counts as 0.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * nansum(tensor([1, NaN, 2])) // tensor(3.)
 * @see torch.nansum
 */
export function nansum(x: Tensor, dim?: Dims, options: SumOptions = {}): Tensor {
  const numbers = isFloatingPoint(x.dtype) ? x.maskedFill(x.isnan(), 0) : x
  return nameStep('NansumBackward0', sum(numbers, dim, options))
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
export function nanmean(x: Tensor, dim?: Dims, { keepdim = false, dtype = x.dtype }: SumOptions = {}): Tensor {
  if (!isFloatingPoint(x.dtype)) {
    throw new DTypeError(`nanmean: needs a floating-point tensor, got ${x.dtype}; convert with to('float32') first`)
  }
  const count = sum(x.isnan().logicalNot(), dim, { keepdim })
  return nansum(x, dim, { keepdim, dtype }).div(count)
}
