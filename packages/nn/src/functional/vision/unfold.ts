import { kinds, nameStep, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { pad } from '../padding/pad'
import { type PerDimension, perDimensionKind } from '../per-dimension'
import { type SlidingBlocksArgs, slidingBlocks, slidingBlocksKinds } from './sliding-blocks'

const takesUnfold = signature('unfold', { input: kinds.tensor, kernelSize: perDimensionKind }, slidingBlocksKinds)

/**
 * The blocks that a window sees as it slides over images, each as a column: what a convolution multiplies with its weight.
 *
 * @param input shape [N, C, H, W] or [C, H, W]
 * @param kernelSize height and width of a block
 * @returns shape [N, C · kernelHeight · kernelWidth, number of blocks]
 * @throws ShapeError for an input that is no image, and for one that is too small.
 * @throws RangeError for sizes, strides, paddings or dilations that are none.
 * @example
 * functional.unfold(ones([1, 3, 8, 8]), [2, 3]).shape // [1, 18, 42]
 * @see torch.nn.functional.unfold
 */
export function unfold(input: Tensor, kernelSize: PerDimension, ...args: SlidingBlocksArgs): Tensor {
  const options = takesUnfold([input, kernelSize], args)
  if (input.ndim === 3) return unfold(input.unsqueeze(0), kernelSize, options).squeeze(0)
  if (input.ndim !== 4 || input.shape.slice(1).includes(0)) {
    throw new ShapeError(`unfold: the input must have a shape [N, C, H, W] or [C, H, W], got ${showShape(input.shape)}`)
  }
  const [batch, channels, ...size] = input.shape as [number, number, number, number]
  const { kernel, padding, counts, rows, columns } = slidingBlocks('unfold', size, kernelSize, options)
  const [down, across] = padding
  const padded = pad(input, [across, across, down, down])
  const blocks = padded.at('...', rows, columns)
  return nameStep('Im2ColBackward0', blocks.reshape([batch, channels * kernel[0] * kernel[1], counts[0] * counts[1]]))
}
