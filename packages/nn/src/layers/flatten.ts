import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { Module } from '../module/module'
import { checkInput } from './check-input'

export interface FlattenOptions {
  /** The first dimension to join. Default 1. */
  startDim?: number
  /** The last one. Default -1. */
  endDim?: number
}

const takesFlatten = signature('Flatten', {}, { startDim: kinds.integer, endDim: kinds.integer })

/**
 * Joins dimensions into one: by default all but the first, so that each sample of a batch becomes a row.
 *
 * @param startDim the first dimension to join
 * @param endDim the last one
 * @throws IndexError in `forward`, for a dimension that the input does not have.
 * @example
 * new Flatten().forward(zeros([64, 1, 28, 28])).shape // [64, 784]
 * @see torch.nn.Flatten
 */
export class Flatten extends Module {
  readonly startDim: number
  readonly endDim: number

  constructor(...args: Args<FlattenOptions, ['startDim', 'endDim']>) {
    super()
    const { startDim = 1, endDim = -1 } = takesFlatten([], args, this.getName())
    this.startDim = startDim
    this.endDim = endDim
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return input.flatten(this.startDim, this.endDim)
  }

  override extraRepr(): string {
    return `start_dim=${this.startDim}, end_dim=${this.endDim}`
  }
}
