import type { PerDimension } from '../../functional/per-dimension'
import type { MaxPoolOptions } from '../../functional/pooling/max-pool'
import { Module } from '../../module/module'
import { pythonBool, pythonNumbers } from '../../module/python-literal'

/** Settings of `MaxPool1d` and `MaxPool2d`; the functions can give the indices too. */
export type MaxPoolLayerOptions = Omit<MaxPoolOptions, 'returnIndices'>

/** What `MaxPool1d` and `MaxPool2d` have in common. */
export abstract class MaxPoolLayer extends Module {
  readonly kernelSize: PerDimension
  readonly stride: PerDimension
  readonly padding: PerDimension
  readonly dilation: PerDimension
  readonly ceilMode: boolean

  constructor(
    kernelSize: PerDimension,
    { stride, padding = 0, dilation = 1, ceilMode = false }: MaxPoolLayerOptions = {},
  ) {
    super()
    this.kernelSize = kernelSize
    this.stride = stride ?? kernelSize
    this.padding = padding
    this.dilation = dilation
    this.ceilMode = ceilMode
  }

  override extraRepr(): string {
    const { kernelSize, stride, padding, dilation } = this
    const [k, s, p, d] = [kernelSize, stride, padding, dilation].map(pythonNumbers)
    return `kernel_size=${k}, stride=${s}, padding=${p}, dilation=${d}, ceil_mode=${pythonBool(this.ceilMode)}`
  }
}
