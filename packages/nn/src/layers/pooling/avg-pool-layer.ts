import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimensionKind } from '../../functional/per-dimension'
import { avgPoolKinds } from '../../functional/pooling/avg-pool'
import type { AvgPool2dOptions } from '../../functional/pooling/avg-pool2d'
import { Module } from '../../module/module'
import { pythonNumbers } from '../../module/python-literal'
import { checkInput } from '../check-input'

/** What follows the window's size, in PyTorch's order. */
export type AvgPoolArgs = Args<
  AvgPool2dOptions,
  ['stride', 'padding', 'ceilMode', 'countIncludePad', 'divisorOverride']
>

const takesAvgPool = signature(
  'AvgPoolLayer',
  { kernelSize: perDimensionKind },
  { ...avgPoolKinds, divisorOverride: kinds.orNull(kinds.integer) },
)

/** What `AvgPool2d` and `AvgPool3d` have in common; `AvgPool1d` has no divisor to override, and prints in another way. */
export abstract class AvgPoolLayer extends Module {
  readonly kernelSize: PerDimension
  readonly stride: PerDimension
  readonly padding: PerDimension
  readonly ceilMode: boolean
  readonly countIncludePad: boolean
  readonly divisorOverride: number | null

  constructor(kernelSize: PerDimension, ...args: AvgPoolArgs) {
    super()
    const options = takesAvgPool([kernelSize], args, this.getName())
    this.kernelSize = kernelSize
    this.stride = options.stride ?? kernelSize
    this.padding = options.padding ?? 0
    this.ceilMode = options.ceilMode ?? false
    this.countIncludePad = options.countIncludePad ?? true
    this.divisorOverride = options.divisorOverride ?? null
  }

  /** The function of this layer's rank. */
  protected abstract pool(input: Tensor, kernelSize: PerDimension, options: AvgPool2dOptions): Tensor

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this
    return this.pool(input, kernelSize, { stride, padding, ceilMode, countIncludePad, divisorOverride })
  }

  override extraRepr(): string {
    const [kernel, stride, padding] = [this.kernelSize, this.stride, this.padding].map(pythonNumbers)
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`
  }
}
