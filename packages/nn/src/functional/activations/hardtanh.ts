import { type Args, DTypeError, kinds, signature, type Tensor, where } from '@nn/tensor'
import { defineKernelActivation, type InplaceOptions } from './define-activation'

interface Bounds {
  readonly min: number
  readonly max: number
}

/** min(max(x, min), max), with no gradient at the bounds and beyond. */
export const applyHardtanh: (input: Tensor, bounds: Bounds, inplace?: boolean) => Tensor =
  defineKernelActivation<Bounds>({
    name: 'hardtanh',
    integers: true,
    kernel: 'hardtanh',
    numbers: ({ min, max }) => [min, max],
    gradient: (grad, x, { min, max }) => where(x.le(min).logicalOr(x.ge(max)), 0, grad),
  })

export interface HardtanhOptions extends InplaceOptions {
  /** The lower bound. Default -1. */
  minVal?: number
  /** The upper bound. Default 1. */
  maxVal?: number
}

const takesHardtanh = signature(
  'hardtanh',
  { input: kinds.tensor },
  { minVal: kinds.number, maxVal: kinds.number, inplace: kinds.boolean },
)

/**
 * Brings every element between two bounds, beyond which there is no gradient.
 *
 * $$ \text{hardtanh}(x) = \min(\max(x, \text{min}), \text{max}) $$
 *
 * @throws RangeError where the lower bound is above the upper one.
 * @throws DTypeError for bool, and for a negative bound of uint8.
 * @example
 * functional.hardtanh(tensor([-2, 0.5])) // tensor([-1.0000,  0.5000])
 * @see torch.nn.functional.hardtanh
 */
export function hardtanh(input: Tensor, ...args: Args<HardtanhOptions, ['minVal', 'maxVal', 'inplace']>): Tensor {
  const { minVal = -1, maxVal = 1, inplace = false } = takesHardtanh([input], args)
  if (minVal > maxVal) throw new RangeError(`hardtanh: minVal ${minVal} is above maxVal ${maxVal}`)
  if (input.dtype === 'uint8' && minVal < 0) {
    throw new DTypeError(`hardtanh: uint8 has no numbers below 0, minVal is ${minVal}`)
  }
  const bound = (value: number): number => (input.isFloatingPoint() ? value : Math.trunc(value))
  return applyHardtanh(input, { min: bound(minVal), max: bound(maxVal) }, inplace)
}
