import { type Tensor, where } from '@nn/tensor'
import { defineKernelActivation } from './define-activation'

/** The numbers by which the exponential linear units differ. */
interface ExponentialUnit {
  readonly alpha: number
  readonly scale: number
  readonly inputScale: number
}

/**
 * scale · x for x > 0, scale · alpha · (exp(inputScale · x) - 1) elsewhere: what elu, selu and celu have in common. The
 * exponential of a positive x is not used, and kept from overflowing where it would turn a gradient into NaN.
 */
export function defineExponentialUnit(
  name: string,
  node?: string,
): (input: Tensor, settings: ExponentialUnit, inplace?: boolean) => Tensor {
  return defineKernelActivation<ExponentialUnit>({
    name,
    ...(node === undefined ? {} : { node }),
    kernel: 'elu',
    numbers: ({ alpha, scale, inputScale }) => [alpha, scale, inputScale],
    withoutGradientInPlace: ({ alpha }) => (alpha >= 0 ? null : `alpha ${alpha}`),
    gradient: (grad, x, { alpha, scale, inputScale }) => {
      const slope = x
        .clampMax(0)
        .mul(inputScale)
        .exp()
        .mul(scale * alpha * inputScale)
      return where(x.le(0), grad.mul(slope), grad.mul(scale))
    },
  })
}
