import { signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimensionKind } from '../../functional/per-dimension'
import type { SlidingBlocksOptions } from '../../functional/vision/sliding-blocks'
import { type SlidingBlocksArgs, slidingBlocksKinds } from '../../functional/vision/sliding-blocks'
import { unfold } from '../../functional/vision/unfold'
import { Module } from '../../module/module'
import { checkInput } from '../check-input'
import { describeBlocks } from './describe-blocks'

const takesUnfold = signature('Unfold', { kernelSize: perDimensionKind }, slidingBlocksKinds)

/**
 * The blocks that a window sees as it slides over images, each as a column.
 *
 * @param kernelSize height and width of a block
 * @throws ShapeError in `forward`, for an image that is too small.
 * @example
 * new Unfold([2, 3]).forward(ones([2, 5, 3, 4])).shape // [2, 30, 4]
 * @see torch.nn.Unfold
 */
export class Unfold extends Module {
  readonly kernelSize: PerDimension
  readonly options: SlidingBlocksOptions

  constructor(kernelSize: PerDimension, ...args: SlidingBlocksArgs) {
    super()
    this.options = { ...takesUnfold([kernelSize], args, this.getName()) }
    this.kernelSize = kernelSize
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return unfold(input, this.kernelSize, this.options)
  }

  override extraRepr(): string {
    return describeBlocks(this.kernelSize, this.options)
  }
}
