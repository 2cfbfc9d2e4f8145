import type { Tensor } from '@nn/tensor'
import { Module } from '../module/module'

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

  constructor(startDim = 1, endDim = -1) {
    super()
    this.startDim = startDim
    this.endDim = endDim
  }

  forward(input: Tensor): Tensor {
    return input.flatten(this.startDim, this.endDim)
  }

  override extraRepr(): string {
    return `start_dim=${this.startDim}, end_dim=${this.endDim}`
  }
}
