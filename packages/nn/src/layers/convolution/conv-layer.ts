import { type Args, type Kind, kinds, signature, type Tensor } from '@nn/tensor'
import type { ConvolutionOptions } from '../../functional/convolution/convolve'
import { samePadding } from '../../functional/convolution/same-padding'
import { pad } from '../../functional/padding/pad'
import type { FillMode } from '../../functional/padding/padded-indices'
import { type PerDimension, perDimension, perDimensionKind } from '../../functional/per-dimension'
import { checkInput } from '../check-input'
import { ConvolutionLayer, type ConvolutionLayerOptions, convolutionSizes } from './convolution-layer'

export interface ConvOptions extends ConvolutionLayerOptions {
  /**
   * What is added at both ends; `'valid'` adds nothing, `'same'` as much as keeps the input's size (for a stride of 1).
   * Default 0.
   */
  padding?: PerDimension | 'same' | 'valid'
  /** What is added: zeros, a mirror image, the nearest edge, or the other end. Default `'zeros'`. */
  paddingMode?: 'zeros' | FillMode
}

/** What follows the sizes, in PyTorch's order. */
export type ConvArgs = Args<ConvOptions, ['stride', 'padding', 'dilation', 'groups', 'bias', 'paddingMode']>

const takesConv = signature(
  'ConvLayer',
  convolutionSizes,
  {
    stride: perDimensionKind,
    padding: kinds.either(perDimensionKind, kinds.text as Kind<'same' | 'valid'>),
    dilation: perDimensionKind,
    groups: kinds.integer,
    bias: kinds.boolean,
    paddingMode: kinds.text as Kind<'zeros' | FillMode>,
  },
  { dtype: kinds.dtype },
)

/** What `Conv1d`, `Conv2d` and `Conv3d` have in common. */
export abstract class ConvLayer extends ConvolutionLayer {
  readonly padding: readonly number[] | 'same' | 'valid'
  readonly paddingMode: 'zeros' | FillMode

  constructor(rank: number, inChannels: number, outChannels: number, kernelSize: PerDimension, args: ConvArgs) {
    const options = takesConv([inChannels, outChannels, kernelSize], args, new.target.name)
    const { padding = 0, paddingMode = 'zeros', ...others } = options
    super(rank, inChannels, outChannels, kernelSize, false, others)
    checkPadding(this.getName(), padding, paddingMode, this.stride)
    this.padding = typeof padding === 'string' ? padding : perDimension(this.getName(), 'padding', padding, rank, 0)
    this.paddingMode = paddingMode
  }

  /** The functional convolution of this layer's rank. */
  protected abstract convolve(input: Tensor, weight: Tensor, bias: Tensor | null, options: ConvolutionOptions): Tensor

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { weight, bias, stride, padding, dilation, groups, paddingMode } = this
    if (paddingMode === 'zeros') return this.convolve(input, weight, bias, { stride, padding, dilation, groups })
    const padded = pad(input, this.sides(), { mode: paddingMode })
    return this.convolve(padded, weight, bias, { stride, dilation, groups })
  }

  override extraRepr(): string {
    return this.describeWith({ padding: this.padding, paddingMode: this.paddingMode })
  }

  /** What is added before and after each dimension, the last one first. */
  private sides(): number[] {
    const { padding, kernelSize, dilation } = this
    const pairs = kernelSize.map((size, d) => {
      if (padding === 'valid') return [0, 0]
      if (padding === 'same') return samePadding(size, dilation[d] as number)
      return [padding[d] as number, padding[d] as number]
    })
    return pairs.reverse().flat()
  }
}

function checkPadding(name: string, padding: PerDimension | string, mode: string, stride: readonly number[]): void {
  if (typeof padding === 'string' && padding !== 'same' && padding !== 'valid') {
    throw new RangeError(`${name}: padding must be numbers, 'same' or 'valid', got '${padding}'`)
  }
  if (padding === 'same' && stride.some((n) => n !== 1)) {
    throw new RangeError(`${name}: padding 'same' needs a stride of 1, got [${stride.join(', ')}]`)
  }
  if (!['zeros', 'reflect', 'replicate', 'circular'].includes(mode)) {
    throw new RangeError(`${name}: paddingMode must be 'zeros', 'reflect', 'replicate' or 'circular', got '${mode}'`)
  }
}
