import type { Tensor } from '@nn/tensor'
import { type PerDimension, perDimension } from '../../functional/per-dimension'
import type { AvgPoolOptions } from '../../functional/pooling/avg-pool'
import { avgPool1d } from '../../functional/pooling/avg-pool1d'
import { Module } from '../../module/module'
import { pythonTuple } from '../../module/python-literal'

/**
 * The mean of each window of a sequence, whose shape is [N, C, L] or [C, L].
 *
 * @param kernelSize the window's size
 * @param options `stride` (default: the window's size), `padding`, `ceilMode`, `countIncludePad`
 * @throws RangeError for a size, a stride or a padding that is none.
 * @throws ShapeError in `forward`, where no window fits.
 * @example
 * new AvgPool1d(2).forward(randn([20, 16, 50])).shape // [20, 16, 25]
 * @see torch.nn.AvgPool1d
 */
export class AvgPool1d extends Module {
  readonly kernelSize: readonly number[]
  readonly stride: readonly number[]
  readonly padding: readonly number[]
  readonly ceilMode: boolean
  readonly countIncludePad: boolean

  constructor(
    kernelSize: PerDimension,
    { stride, padding = 0, ceilMode = false, countIncludePad = true }: AvgPoolOptions = {},
  ) {
    super()
    this.kernelSize = perDimension('AvgPool1d', 'kernelSize', kernelSize, 1, 1)
    this.stride = perDimension('AvgPool1d', 'stride', stride ?? kernelSize, 1, 1)
    this.padding = perDimension('AvgPool1d', 'padding', padding, 1, 0)
    this.ceilMode = ceilMode
    this.countIncludePad = countIncludePad
  }

  forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad } = this
    return avgPool1d(input, kernelSize, { stride, padding, ceilMode, countIncludePad })
  }

  override extraRepr(): string {
    const [kernel, stride, padding] = [this.kernelSize, this.stride, this.padding].map(pythonTuple)
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`
  }
}
