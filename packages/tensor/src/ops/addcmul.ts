import { type DType, isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'

export interface AddcOptions {
  /** What the product or the quotient is multiplied by. Default 1. */
  value?: number
}

/** The dtype in which all three tensors are computed. */
function commonDtype(op: string, input: Tensor, x: Tensor, y: Tensor, value: number): DType {
  broadcastShapes(op, broadcastShapes(op, input.shape, x.shape), y.shape)
  const dtype = resultType(input, x, y)
  if (!isFloatingPoint(dtype) && !Number.isInteger(value)) {
    throw new DTypeError(`${op}: value ${value} is no integer, the tensors are ${dtype}`)
  }
  return dtype
}

const takesAddc = signature(
  '',
  { input: kinds.tensor, tensor1: kinds.tensor, tensor2: kinds.tensor },
  {},
  { value: kinds.number },
)

function product(op: string, input: Tensor, x: Tensor, y: Tensor, value: number): Tensor {
  const dtype = commonDtype(op, input, x, y, value)
  return x.to(dtype).mul(y.to(dtype))
}

function quotient(op: string, input: Tensor, x: Tensor, y: Tensor, value: number): Tensor {
  if (!x.isFloatingPoint() && !y.isFloatingPoint()) {
    throw new DTypeError(`${op}: needs floating-point tensors to divide, got ${x.dtype} and ${y.dtype}`)
  }
  const dtype = commonDtype(op, input, x, y, value)
  return x.to(dtype).div(y.to(dtype))
}

/**
 * A product added: input + value · x · y.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError for a `value` that is no integer where the tensors hold integers.
 * @example
 * addcmul(tensor([1, 1]), tensor([2, 3]), tensor([10, 10])) // tensor([21, 31])
 * @see torch.addcmul
 */
export function addcmul(input: Tensor, x: Tensor, y: Tensor, ...args: Args<AddcOptions>): Tensor {
  const { value = 1 } = takesAddc([input, x, y], args, 'addcmul')
  return nameStep('AddcmulBackward0', input.add(product('addcmul', input, x, y, value), { alpha: value }))
}

/** input becomes input + value · x · y. */
export function addcmulInPlace(input: Tensor, x: Tensor, y: Tensor, ...args: Args<AddcOptions>): Tensor {
  const { value = 1 } = takesAddc([input, x, y], args, 'addcmul_')
  return nameStep('AddcmulBackward0', input.add_(product('addcmul_', input, x, y, value), { alpha: value }))
}

/**
 * A quotient added: input + value · x / y.
 *
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError where both x and y hold integers.
 * @example
 * addcdiv(tensor([0.5]), tensor([3]), tensor([1.5])) // tensor([2.5000])
 * @see torch.addcdiv
 */
export function addcdiv(input: Tensor, x: Tensor, y: Tensor, ...args: Args<AddcOptions>): Tensor {
  const { value = 1 } = takesAddc([input, x, y], args, 'addcdiv')
  return nameStep('AddcdivBackward0', input.add(quotient('addcdiv', input, x, y, value), { alpha: value }))
}

/** input becomes input + value · x / y. */
export function addcdivInPlace(input: Tensor, x: Tensor, y: Tensor, ...args: Args<AddcOptions>): Tensor {
  const { value = 1 } = takesAddc([input, x, y], args, 'addcdiv_')
  return nameStep('AddcdivBackward0', input.add_(quotient('addcdiv_', input, x, y, value), { alpha: value }))
}
