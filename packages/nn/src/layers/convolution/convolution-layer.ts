import { type DType, empty, type Kind, kinds, type Shape } from '@nn/tensor'
import type { FillMode } from '../../functional/padding/padded-indices'
import { type PerDimension, perDimension, perDimensionKind } from '../../functional/per-dimension'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { pythonTuple } from '../../module/python-literal'
import { resetWeightAndBias } from '../reset-weight-and-bias'

/** What convolutions and transposed convolutions have in common. */
export interface ConvolutionLayerOptions {
  /** How far the kernel moves from one output to the next. Default 1. */
  stride?: PerDimension
  /** Distance between the taps of the kernel. Default 1. */
  dilation?: PerDimension
  /** Channels are split into so many groups that see nothing of each other. Default 1. */
  groups?: number
  /** Whether to add a learned bias to each channel. Default true. */
  bias?: boolean
  /** Of weight and bias. Default: the default dtype. */
  dtype?: DType
}

/** What is not 1 or 0, as it is by default, and how to print it. */
export interface ConvolutionDetails {
  readonly padding: readonly number[] | string
  readonly outputPadding?: readonly number[]
  readonly paddingMode?: 'zeros' | FillMode
}

/** What all convolution layers must be given. */
export const convolutionSizes: {
  readonly inChannels: Kind<number>
  readonly outChannels: Kind<number>
  readonly kernelSize: Kind<PerDimension>
} = { inChannels: kinds.integer, outChannels: kinds.integer, kernelSize: perDimensionKind }

/** The base of the convolution layers: sizes, weight and bias. */
export abstract class ConvolutionLayer extends Module {
  readonly inChannels: number
  readonly outChannels: number
  /** One size for each dimension, as in the next two. */
  readonly kernelSize: readonly number[]
  readonly stride: readonly number[]
  readonly dilation: readonly number[]
  readonly groups: number
  /** [outChannels, inChannels / groups, ...kernelSize]; transposed [inChannels, outChannels / groups, ...kernelSize]. */
  weight: Parameter
  /** [outChannels] */
  bias: Parameter | null

  constructor(
    rank: number,
    inChannels: number,
    outChannels: number,
    kernelSize: PerDimension,
    isTransposed: boolean,
    { stride = 1, dilation = 1, groups = 1, bias = true, ...options }: ConvolutionLayerOptions,
  ) {
    super()
    const name = this.getName()
    checkChannels(name, { inChannels, outChannels }, groups)
    this.inChannels = inChannels
    this.outChannels = outChannels
    this.kernelSize = perDimension(name, 'kernelSize', kernelSize, rank, 1)
    this.stride = perDimension(name, 'stride', stride, rank, 1)
    this.dilation = perDimension(name, 'dilation', dilation, rank, 1)
    this.groups = groups
    const channels: Shape = isTransposed ? [inChannels, outChannels / groups] : [outChannels, inChannels / groups]
    this.weight = new Parameter(empty([...channels, ...this.kernelSize], options))
    this.bias = this.registerParameter('bias', bias ? new Parameter(empty([outChannels], options)) : null)
    this.resetParameters()
  }

  /** Draws weight and bias anew. */
  resetParameters(): void {
    resetWeightAndBias(this.getName(), this.weight, this.bias)
  }

  /** As PyTorch prints it: what is as usual is left out. */
  protected describeWith({ padding, outputPadding = [], paddingMode = 'zeros' }: ConvolutionDetails): string {
    const { inChannels, outChannels, kernelSize, stride, dilation, groups, bias } = this
    const parts = [
      `${inChannels}`,
      `${outChannels}`,
      `kernel_size=${pythonTuple(kernelSize)}`,
      `stride=${pythonTuple(stride)}`,
    ]
    if (typeof padding === 'string') parts.push(`padding=${padding}`)
    else if (padding.some((n) => n !== 0)) parts.push(`padding=${pythonTuple(padding)}`)
    if (dilation.some((n) => n !== 1)) parts.push(`dilation=${pythonTuple(dilation)}`)
    if (outputPadding.some((n) => n !== 0)) parts.push(`output_padding=${pythonTuple(outputPadding)}`)
    if (groups !== 1) parts.push(`groups=${groups}`)
    if (bias === null) parts.push('bias=False')
    if (paddingMode !== 'zeros') parts.push(`padding_mode=${paddingMode}`)
    return parts.join(', ')
  }
}

function checkChannels(name: string, channels: Readonly<Record<string, number>>, groups: number): void {
  if (groups < 1) {
    throw new RangeError(`${name}: groups must be a positive integer, got ${groups}`)
  }
  for (const [which, count] of Object.entries(channels)) {
    if (count < 0 || count % groups !== 0) {
      throw new RangeError(`${name}: ${which} must be a non-negative multiple of the ${groups} groups, got ${count}`)
    }
  }
}
