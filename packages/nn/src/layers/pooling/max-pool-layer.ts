import { type Args, kinds, type Picked, signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimensionKind } from '../../functional/per-dimension'
import type { MaxPoolOptions } from '../../functional/pooling/max-pool'
import { strideKind } from '../../functional/pooling/sliding-windows'
import { Module } from '../../module/module'
import { pythonBool, pythonNumbers } from '../../module/python-literal'
import { checkInput } from '../check-input'

/** Settings of `MaxPool1d`, `MaxPool2d` and `MaxPool3d`. */
export interface MaxPoolLayerOptions<Indices extends boolean = boolean> extends MaxPoolOptions {
  /** Give the places of the largest elements too, as the unpooling layers need them. Default false. */
  returnIndices?: Indices
}

/** The largest elements, and with `returnIndices` their places too. */
export type MaxPooled<Indices extends boolean> = Indices extends true ? Picked : Tensor

/** What follows the window's size, in PyTorch's order. */
export type MaxPoolArgs<Indices extends boolean = boolean> = Args<
  MaxPoolLayerOptions<Indices>,
  ['stride', 'padding', 'dilation', 'returnIndices', 'ceilMode']
>

const takesMaxPool = signature(
  'MaxPoolLayer',
  { kernelSize: perDimensionKind },
  {
    stride: strideKind,
    padding: perDimensionKind,
    dilation: perDimensionKind,
    returnIndices: kinds.boolean,
    ceilMode: kinds.boolean,
  },
)

/** What `MaxPool1d`, `MaxPool2d` and `MaxPool3d` have in common. */
export abstract class MaxPoolLayer<Indices extends boolean> extends Module {
  readonly kernelSize: PerDimension
  readonly stride: PerDimension
  readonly padding: PerDimension
  readonly dilation: PerDimension
  readonly ceilMode: boolean
  readonly returnIndices: boolean

  constructor(kernelSize: PerDimension, ...args: MaxPoolArgs<Indices>) {
    super()
    const options = takesMaxPool([kernelSize], args, this.getName())
    this.kernelSize = kernelSize
    this.stride = options.stride ?? kernelSize
    this.padding = options.padding ?? 0
    this.dilation = options.dilation ?? 1
    this.ceilMode = options.ceilMode ?? false
    this.returnIndices = options.returnIndices ?? false
  }

  /** The function of this layer's rank. */
  protected abstract pool(input: Tensor, kernelSize: PerDimension, options: MaxPoolOptions): Tensor | Picked

  forward(input: Tensor, ...none: []): MaxPooled<Indices> {
    checkInput(this, input, none)
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
