import { type PerDimension, perDimension } from '../../functional/per-dimension'
import { ConvolutionLayer, type ConvolutionLayerOptions } from './convolution-layer'

export interface ConvTransposeOptions extends ConvolutionLayerOptions {
  /** What the output loses at both ends: what the convolution that this one goes back through had added. Default 0. */
  padding?: PerDimension
  /** What is added to the output's end, as several sizes lead to the same input. Default 0. */
  outputPadding?: PerDimension
}

/** What `ConvTranspose1d`, `ConvTranspose2d` and `ConvTranspose3d` have in common. */
export abstract class ConvTransposeLayer extends ConvolutionLayer {
  readonly padding: readonly number[]
  readonly outputPadding: readonly number[]

  constructor(
    rank: number,
    inChannels: number,
    outChannels: number,
    kernelSize: PerDimension,
    { padding = 0, outputPadding = 0, ...options }: ConvTransposeOptions,
  ) {
    super(rank, inChannels, outChannels, kernelSize, true, options)
    this.padding = perDimension(this.getName(), 'padding', padding, rank, 0)
    this.outputPadding = perDimension(this.getName(), 'outputPadding', outputPadding, rank, 0)
  }

  override extraRepr(): string {
    return this.describeWith({ padding: this.padding, outputPadding: this.outputPadding })
  }
}
