import { DTypeError } from '../core/errors'
import type { Operand, Tensor } from '../tensor'
import { extraBinary } from './extra-binary'
import { extraUnary } from './extra-unary'
import { unary } from './unary'

/**
 * The absolute value: |x|. The gradient at 0 is 0.
 *
 * @throws DTypeError for bool.
 * @example
 * abs(tensor([-1, 2])) // tensor([1, 2])
 * @see torch.abs
 */
export function abs(x: Tensor): Tensor {
  return unary('abs', x)
}

/**
 * The negative: -x.
 *
 * @throws DTypeError for bool.
 * @example
 * neg(tensor([1, -2])) // tensor([-1,  2])
 * @see torch.neg
 */
export function neg(x: Tensor): Tensor {
  return unary('neg', x)
}

/**
 * The tensor itself, as Python's `+x`.
 *
 * @throws DTypeError for bool.
 * @see torch.positive
 */
export function positive(x: Tensor): Tensor {
  if (x.dtype === 'bool') throw new DTypeError("positive: not defined for bool tensors; convert with to('int64') first")
  return x
}

/**
 * -1, 0 or 1 by the sign of x.
 *
 * @example
 * sign(tensor([-5, 0, 5])) // tensor([-1,  0,  1])
 * @see torch.sign
 */
export function sign(x: Tensor): Tensor {
  return unary('sign', x)
}

/**
 * The same as `sign`: the two differ for complex numbers only, which this library does not have.
 *
 * @example
 * sgn(tensor([-5, 0, 5])) // tensor([-1,  0,  1])
 * @see torch.sgn
 */
export function sgn(x: Tensor): Tensor {
  return unary('sign', x)
}

/**
 * Where the sign is minus, that of -0 included.
 *
 * @returns bool
 * @example
 * signbit(tensor([-0.5, -0, 0])) // tensor([ True,  True, False])
 * @see torch.signbit
 */
export function signbit(x: Tensor): Tensor {
  return extraUnary('signbit', x)
}

/**
 * The sizes of a with the signs of b.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * copysign(tensor([1, 2]), tensor([-3, 3])) // tensor([-1.,  2.])
 * @see torch.copysign
 */
export function copysign(a: Tensor, b: Operand): Tensor {
  return extraBinary('copysign', a, b)
}

/**
 * Heaviside's step: 0 where x < 0, 1 where x > 0, and `values` where x = 0. It has no gradient.
 *
 * @throws DTypeError where the dtypes differ.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * heaviside(tensor([-1.5, 0, 1.5]), tensor([0.5])) // tensor([0.0000, 0.5000, 1.0000])
 * @see torch.heaviside
 */
export function heaviside(x: Tensor, values: Tensor): Tensor {
  if (x.dtype !== values.dtype) {
    throw new DTypeError(`heaviside: the dtypes differ, ${x.dtype} and ${values.dtype}`)
  }
  return extraBinary('heaviside', x, values)
}
