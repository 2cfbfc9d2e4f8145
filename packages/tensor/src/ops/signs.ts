import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { signature } from '../core/signature'
import type { Operand, Tensor } from '../tensor'
import { extraBinary } from './extra-binary'
import { extraUnary } from './extra-unary'
import { takesInput } from './takes'
import { tensorFirst } from './tensor-first'
import { unary } from './unary'

/**
 * The absolute value: |x|. The gradient at 0 is 0.
 *
 * @throws DTypeError for bool.
 * @example
 * abs(tensor([-1, 2])) // tensor([1, 2])
 * @see torch.abs
 */
export function abs(x: Tensor, ...none: []): Tensor {
  return unary('abs', x, none)
}

/**
 * The negative: -x.
 *
 * @throws DTypeError for bool.
 * @example
 * neg(tensor([1, -2])) // tensor([-1,  2])
 * @see torch.neg
 */
export function neg(x: Tensor, ...none: []): Tensor {
  return unary('neg', x, none)
}

/**
 * The tensor itself, as Python's `+x`.
 *
 * @throws DTypeError for bool.
 * @see torch.positive
 */
export function positive(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'positive')
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
export function sign(x: Tensor, ...none: []): Tensor {
  return unary('sign', x, none)
}

/**
 * The same as `sign`: the two differ for complex numbers only, which this library does not have.
 *
 * @example
 * sgn(tensor([-5, 0, 5])) // tensor([-1,  0,  1])
 * @see torch.sgn
 */
export function sgn(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'sgn')
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
export function signbit(x: Tensor, ...none: []): Tensor {
  return extraUnary('signbit', x, none)
}

/**
 * The sizes of a with the signs of b.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * copysign(tensor([1, 2]), tensor([-3, 3])) // tensor([-1.,  2.])
 * @see torch.copysign
 */
export function copysign(a: Tensor, b: Operand, ...none: []): Tensor {
  return extraBinary('copysign', tensorFirst('copysign', a, b), b, none)
}

const takesHeaviside = signature('heaviside', { input: kinds.tensor, values: kinds.tensor })

/**
 * Heaviside's step: 0 where x < 0, 1 where x > 0, and `values` where x = 0. It has no gradient.
 *
 * @throws DTypeError where the dtypes differ.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * heaviside(tensor([-1.5, 0, 1.5]), tensor([0.5])) // tensor([0.0000, 0.5000, 1.0000])
 * @see torch.heaviside
 */
export function heaviside(x: Tensor, values: Tensor, ...none: []): Tensor {
  takesHeaviside([x, values], none)
  if (x.dtype !== values.dtype) {
    throw new DTypeError(`heaviside: the dtypes differ, ${x.dtype} and ${values.dtype}`)
  }
  return extraBinary('heaviside', x, values)
}
