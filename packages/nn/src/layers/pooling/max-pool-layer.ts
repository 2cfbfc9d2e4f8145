import type { Picked, Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { MaxPoolOptions } from '../../functional/pooling/max-pool'
import { Module } from '../../module/module'
import { pythonBool, pythonNumbers } from '../../module/python-literal'

/** Settings of `MaxPool1d`, `MaxPool2d` and `MaxPool3d`. */
export interface MaxPoolLayerOptions<Indices extends boolean = boolean> extends MaxPoolOptions {
  /** Give the places of the largest elements too, as the unpooling layers need them. Default false. */
  returnIndices?: Indices
}

/** The largest elements, and with `returnIndices` their places too. */
export type MaxPooled<Indices extends boolean> = Indices extends true ? Picked : Tensor

/** What `MaxPool1d`, `MaxPool2d` and `MaxPool3d` have in common. */
export abstract class MaxPoolLayer<Indices extends boolean> extends Module {
  readonly kernelSize: PerDimension
  readonly stride: PerDimension
  readonly padding: PerDimension
  readonly dilation: PerDimension
  readonly ceilMode: boolean
  readonly returnIndices: boolean

  constructor(
    kernelSize: PerDimension,
    { stride, padding = 0, dilation = 1, ceilMode = false, returnIndices }: MaxPoolLayerOptions<Indices> = {},
  ) {
    super()
    this.kernelSize = kernelSize
    this.stride = stride ?? kernelSize
    this.padding = padding
    this.dilation = dilation
    this.ceilMode = ceilMode
    this.returnIndices = returnIndices ?? false
  }

  /** The function of this layer's rank. */
  protected abstract pool(input: Tensor, kernelSize: PerDimension, options: MaxPoolOptions): Tensor | Picked

  forward(input: Tensor): MaxPooled<Indices> {
    const { kernelSize, stride, padding, dilation, ceilMode, returnIndices } = this
    const pooled = this.pool(input, kernelSize, { stride, padding, dilation, ceilMode, returnIndices })
    return pooled as MaxPooled<Indices>
  }

  override extraRepr(): string {
    const { kernelSize, stride, padding, dilation } = this
    const [k, s, p, d] = [kernelSize, stride, padding, dilation].map(pythonNumbers)
    return `kernel_size=${k}, stride=${s}, padding=${p}, dilation=${d}, ceil_mode=${pythonBool(this.ceilMode)}`
  }
}
