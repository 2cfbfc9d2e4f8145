import { kinds, nameStep, ShapeError, showShape, signature, type Tensor, zeros } from '@nn/tensor'
import { pad } from '../padding/pad'
import { type PerDimension, perDimension, perDimensionKind } from '../per-dimension'
import { type SlidingBlocksArgs, slidingBlocks, slidingBlocksKinds } from './sliding-blocks'

const takesFold = signature(
  'fold',
  { input: kinds.tensor, outputSize: perDimensionKind, kernelSize: perDimensionKind },
  slidingBlocksKinds,
)

/**
 * Images from their sliding blocks: each block goes back to where `unfold` takes it from, and where blocks overlap they add
 * up.
 *
 * @param input shape [N, C · kernelHeight · kernelWidth, number of blocks], or without N
 * @param outputSize height and width of the images
 * @param kernelSize height and width of a block
 * @returns shape [N, C, H, W]
 * @throws ShapeError where the input does not hold the blocks of such an image.
 * @throws RangeError for sizes, strides, paddings or dilations that are none.
 * @example
 * functional.fold(ones([1, 4, 4]), [3, 3], 2) // tensor([[[[1., 2., 1.], [2., 4., 2.], [1., 2., 1.]]]])
 * @see torch.nn.functional.fold
 */
export function fold(
  input: Tensor,
  outputSize: PerDimension,
  kernelSize: PerDimension,
  ...args: SlidingBlocksArgs
): Tensor {
  const options = takesFold([input, outputSize, kernelSize], args)
  if (input.ndim === 2) return fold(input.unsqueeze(0), outputSize, kernelSize, options).squeeze(0)
  const size = perDimension('fold', 'outputSize', outputSize, 2, 1) as [number, number]
  const { kernel, padding, counts, rows, columns } = slidingBlocks('fold', size, kernelSize, options)
  const perChannel = kernel[0] * kernel[1]
  const [batch, elements, blocks] = input.shape as [number, number, number]
  if (input.ndim !== 3 || elements === 0 || elements % perChannel !== 0 || blocks !== counts[0] * counts[1]) {
    throw new ShapeError(
      `fold: an input ${showShape(input.shape)} does not hold ${counts[0]} × ${counts[1]} blocks of [${kernel.join(', ')}]`,
    )
  }
  const channels = elements / perChannel
  const [down, across] = padding
  const padded = zeros([batch, channels, size[0] + 2 * down, size[1] + 2 * across], { dtype: input.dtype })
  const values = input.reshape([batch, channels, ...kernel, ...counts])
  const folded = padded.indexPut(['...', rows, columns], values, { accumulate: true })
  return nameStep('Col2ImBackward0', pad(folded, [-across, -across, -down, -down]))
}
