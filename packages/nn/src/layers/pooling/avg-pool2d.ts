import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import { type AvgPool2dOptions, avgPool2d } from '../../functional/pooling/avg-pool2d'
import { Module } from '../../module/module'
import { pythonNumbers } from '../../module/python-literal'

/**
 * The mean of each window of an image, whose shape is [N, C, H, W] or [C, H, W].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `ceilMode`, `countIncludePad`, `divisorOverride`
 * @throws RangeError and ShapeError in `forward`, as `functional.avgPool2d`.
 * @example
 * new AvgPool2d(2).forward(randn([64, 8, 28, 28])).shape // [64, 8, 14, 14]
 * @see torch.nn.AvgPool2d
 */
export class AvgPool2d extends Module {
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

  forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this
    return avgPool2d(input, kernelSize, { stride, padding, ceilMode, countIncludePad, divisorOverride })
  }

  override extraRepr(): string {
    const [kernel, stride, padding] = [this.kernelSize, this.stride, this.padding].map(pythonNumbers)
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`
  }
}
