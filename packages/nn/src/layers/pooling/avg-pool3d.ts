import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { AvgPool2dOptions } from '../../functional/pooling/avg-pool2d'
import { avgPool3d } from '../../functional/pooling/avg-pool3d'
import { Module } from '../../module/module'
import { pythonNumbers } from '../../module/python-literal'

/**
 * The mean of each window of a volume, whose shape is [N, C, D, H, W] or [C, D, H, W].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `ceilMode`, `countIncludePad`, `divisorOverride`
 * @throws RangeError and ShapeError in `forward`, as `functional.avgPool3d`.
 * @example
 * new AvgPool3d(2).forward(randn([2, 4, 6, 8, 8])).shape // [2, 4, 3, 4, 4]
 * @see torch.nn.AvgPool3d
 */
export class AvgPool3d extends Module {
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
    return avgPool3d(input, kernelSize, { stride, padding, ceilMode, countIncludePad, divisorOverride })
  }

  override extraRepr(): string {
    const [kernel, stride, padding] = [this.kernelSize, this.stride, this.padding].map(pythonNumbers)
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`
  }
}
