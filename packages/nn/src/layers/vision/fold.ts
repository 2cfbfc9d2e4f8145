import { signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimensionKind } from '../../functional/per-dimension'
import { fold } from '../../functional/vision/fold'
import type { SlidingBlocksOptions } from '../../functional/vision/sliding-blocks'
import { type SlidingBlocksArgs, slidingBlocksKinds } from '../../functional/vision/sliding-blocks'
import { Module } from '../../module/module'
import { pythonNumbers } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { describeBlocks } from './describe-blocks'

const takesFold = signature('Fold', { outputSize: perDimensionKind, kernelSize: perDimensionKind }, slidingBlocksKinds)

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

  constructor(outputSize: PerDimension, kernelSize: PerDimension, ...args: SlidingBlocksArgs) {
    super()
    this.options = { ...takesFold([outputSize, kernelSize], args, this.getName()) }
    this.outputSize = outputSize
    this.kernelSize = kernelSize
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return fold(input, this.outputSize, this.kernelSize, this.options)
  }

  override extraRepr(): string {
    return `output_size=${pythonNumbers(this.outputSize)}, ${describeBlocks(this.kernelSize, this.options)}`
  }
}
