import { type Args, signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimension, perDimensionKind } from '../../functional/per-dimension'
import type { AvgPoolOptions } from '../../functional/pooling/avg-pool'
import { avgPoolKinds } from '../../functional/pooling/avg-pool'
import { avgPool1d } from '../../functional/pooling/avg-pool1d'
import { Module } from '../../module/module'
import { pythonTuple } from '../../module/python-literal'
import { checkInput } from '../check-input'

const takesAvgPool1d = signature('AvgPool1d', { kernelSize: perDimensionKind }, avgPoolKinds)

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
    ...args: Args<AvgPoolOptions, ['stride', 'padding', 'ceilMode', 'countIncludePad']>
  ) {
    super()
    const name = this.getName()
    const { stride, padding = 0, ceilMode = false, countIncludePad = true } = takesAvgPool1d([kernelSize], args, name)
    this.kernelSize = perDimension(name, 'kernelSize', kernelSize, 1, 1)
    this.stride = perDimension(name, 'stride', stride ?? kernelSize, 1, 1)
    this.padding = perDimension(name, 'padding', padding, 1, 0)
    this.ceilMode = ceilMode
    this.countIncludePad = countIncludePad
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { kernelSize, stride, padding, ceilMode, countIncludePad } = this
    return avgPool1d(input, kernelSize, { stride, padding, ceilMode, countIncludePad })
  }

  override extraRepr(): string {
    const [kernel, stride, padding] = [this.kernelSize, this.stride, this.padding].map(pythonTuple)
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`
  }
}
