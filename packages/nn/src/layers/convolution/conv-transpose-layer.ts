import { type Args, type Kind, kinds, show, showShape, signature, type Tensor } from '@nn/tensor'
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

export interface ConvTransposeForwardOptions {
  /**
   * The size of the output, of the spatial dimensions or of all, as several sizes lead to the same input; it counts
   * instead of `outputPadding`. Default null.
   */
  outputSize?: readonly number[] | null
}

export type ConvTransposeForwardArgs = Args<ConvTransposeForwardOptions, ['outputSize']>

const takesForward = signature(
  'ConvTransposeLayer',
  { input: kinds.tensor },
  { outputSize: kinds.orNull(kinds.integers) },
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

  /**
   * What is added to the output's end, from what `forward` was given.
   *
   * @throws RangeError for an output size of another number of dimensions, and one that does not lead to the input's.
   */
  protected outputPaddingFor(input: Tensor, args: ConvTransposeForwardArgs): readonly number[] {
    const { outputSize = null } = takesForward([input], args, this.getName())
    if (outputSize === null) return this.outputPadding
    const rank = this.stride.length
    if (outputSize.length !== rank && outputSize.length !== input.ndim) {
      throw new RangeError(
        `${this.getName()}: outputSize must have ${rank} or ${input.ndim} numbers, got ${show(outputSize)}`,
      )
    }
    const size = outputSize.slice(-rank)
    const at = (list: readonly number[], d: number): number => list[d] as number
    const least = input.shape.slice(-rank).map((length, d) => {
      const kernel = at(this.dilation, d) * (at(this.kernelSize, d) - 1) + 1
      return (length - 1) * at(this.stride, d) - 2 * at(this.padding, d) + kernel
    })
    const most = least.map((length, d) => length + at(this.stride, d) - 1)
    if (!size.every((length, d) => length >= at(least, d) && length <= at(most, d))) {
      throw new RangeError(
        `${this.getName()}: outputSize must lie between ${showShape(least)} and ${showShape(most)}, got ${show(outputSize)}`,
      )
    }
    return size.map((length, d) => length - at(least, d))
  }

  override extraRepr(): string {
    return this.describeWith({ padding: this.padding, outputPadding: this.outputPadding })
  }
}
