import type { Tensor } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import { fold } from '../../functional/vision/fold'
import type { SlidingBlocksOptions } from '../../functional/vision/sliding-blocks'
import { Module } from '../../module/module'
import { pythonNumbers } from '../../module/python-literal'
import { describeBlocks } from './describe-blocks'

/**
 * Images from their sliding blocks, as `Unfold` makes them; where blocks overlap they add up.
 *
 * @param outputSize height and width of the images
 * @param kernelSize height and width of a block
 * @throws ShapeError in `forward`, for an input that does not hold the blocks of such an image.
 * @example
 * new Fold([4, 5], [2, 2]).forward(ones([1, 12, 12])).shape // [1, 3, 4, 5]
 * @see torch.nn.Fold
 */
export class Fold extends Module {
  readonly outputSize: PerDimension
  readonly kernelSize: PerDimension
  readonly options: SlidingBlocksOptions

  constructor(outputSize: PerDimension, kernelSize: PerDimension, options: SlidingBlocksOptions = {}) {
    super()
    this.outputSize = outputSize
    this.kernelSize = kernelSize
    this.options = options
  }

  forward(input: Tensor): Tensor {
    return fold(input, this.outputSize, this.kernelSize, this.options)
  }

  override extraRepr(): string {
    return `output_size=${pythonNumbers(this.outputSize)}, ${describeBlocks(this.kernelSize, this.options)}`
  }
}
