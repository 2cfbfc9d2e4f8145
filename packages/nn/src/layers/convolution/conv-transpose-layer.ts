import { type Args, type Kind, kinds, show, signature } from '@nn/tensor'
import { type PerDimension, perDimension, perDimensionKind } from '../../functional/per-dimension'
import { ConvolutionLayer, type ConvolutionLayerOptions, convolutionSizes } from './convolution-layer'

export interface ConvTransposeOptions extends ConvolutionLayerOptions {
  /** What the output loses at both ends: what the convolution that this one goes back through had added. Default 0. */
  padding?: PerDimension
  /** What is added to the output's end, as several sizes lead to the same input. Default 0. */
  outputPadding?: PerDimension
  /** What is added: nothing but zeros is known. Default `'zeros'`. */
  paddingMode?: 'zeros'
}

/** What follows the sizes, in PyTorch's order. */
export type ConvTransposeArgs = Args<
  ConvTransposeOptions,
  ['stride', 'padding', 'outputPadding', 'groups', 'bias', 'dilation', 'paddingMode']
>

const takesConvTranspose = signature(
  'ConvTransposeLayer',
  convolutionSizes,
  {
    stride: perDimensionKind,
    padding: perDimensionKind,
    outputPadding: perDimensionKind,
    groups: kinds.integer,
    bias: kinds.boolean,
    dilation: perDimensionKind,
    paddingMode: kinds.text as Kind<'zeros'>,
  },
  { dtype: kinds.dtype },
)

/** What `ConvTranspose1d`, `ConvTranspose2d` and `ConvTranspose3d` have in common. */
export abstract class ConvTransposeLayer extends ConvolutionLayer {
  readonly padding: readonly number[]
  readonly outputPadding: readonly number[]

  constructor(
    rank: number,
    inChannels: number,
    outChannels: number,
    kernelSize: PerDimension,
    args: ConvTransposeArgs,
  ) {
    const options = takesConvTranspose([inChannels, outChannels, kernelSize], args, new.target.name)
    const { padding = 0, outputPadding = 0, paddingMode = 'zeros', ...others } = options
    if (paddingMode !== 'zeros') {
      throw new RangeError(`${new.target.name}: paddingMode must be 'zeros', got ${show(paddingMode)}`)
    }
    super(rank, inChannels, outChannels, kernelSize, true, others)
    this.padding = perDimension(this.getName(), 'padding', padding, rank, 0)
    this.outputPadding = perDimension(this.getName(), 'outputPadding', outputPadding, rank, 0)
  }

  override extraRepr(): string {
    return this.describeWith({ padding: this.padding, outputPadding: this.outputPadding })
  }
}
