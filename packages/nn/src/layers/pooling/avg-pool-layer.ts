import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { AvgPool2dOptions } from '../../functional/pooling/avg-pool2d'
import { Module } from '../../module/module'
import { pythonNumbers } from '../../module/python-literal'

/** What `AvgPool2d` and `AvgPool3d` have in common; `AvgPool1d` has no divisor to override, and prints in another way. */
export abstract class AvgPoolLayer extends Module {
  readonly kernelSize: PerDimension
  readonly stride: PerDimension
  readonly padding: PerDimension
  readonly ceilMode: boolean
  readonly countIncludePad: boolean
  readonly divisorOverride: number | null

  constructor(
    kernelSize: PerDimension,
    { stride, padding = 0, ceilMode = false, countIncludePad = true, divisorOverride = null }: AvgPool2dOptions = {},
  ) {
    super()
    this.kernelSize = kernelSize
    this.stride = stride ?? kernelSize
    this.padding = padding
    this.ceilMode = ceilMode
    this.countIncludePad = countIncludePad
    this.divisorOverride = divisorOverride
  }

  /** The function of this layer's rank. */
  protected abstract pool(input: Tensor, kernelSize: PerDimension, options: AvgPool2dOptions): Tensor

  forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this
    return this.pool(input, kernelSize, { stride, padding, ceilMode, countIncludePad, divisorOverride })
  }

  override extraRepr(): string {
    const [kernel, stride, padding] = [this.kernelSize, this.stride, this.padding].map(pythonNumbers)
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`
  }
}
