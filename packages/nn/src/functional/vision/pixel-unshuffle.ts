import { type Args, kinds, nameStep, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { checkImages } from './pixel-shuffle'

export interface PixelUnshuffleOptions {
  /** r, by which height and width shrink. */
  downscaleFactor: number
}

const takesPixelUnshuffle = signature(
  'pixelUnshuffle',
  { input: kinds.tensor },
  { downscaleFactor: kinds.required(kinds.integer) },
)

/**
 * Makes images smaller, the opposite of `pixelShuffle`: the pixels of r × r blocks become r² channels.
 *
 * @param input shape [..., C, H · r, W · r]
 * @returns shape [..., C · r², H, W]
 * @throws ShapeError for fewer than 3 dimensions, and where r does not divide the height and the width.
 * @throws RangeError for a factor that is no positive integer.
 * @example
 * functional.pixelUnshuffle(tensor([[[1, 2], [3, 4]]]), 2) // tensor([[[1]], [[2]], [[3]], [[4]]])
 * @see torch.nn.functional.pixel_unshuffle
 */
export function pixelUnshuffle(input: Tensor, ...args: Args<PixelUnshuffleOptions, ['downscaleFactor']>): Tensor {
  const { downscaleFactor: r } = takesPixelUnshuffle([input], args)
  checkImages('pixelUnshuffle', 'downscaleFactor', r, input)
  const [channels, height, width] = input.shape.slice(-3) as [number, number, number]
  if (height % r !== 0 || width % r !== 0) {
    throw new ShapeError(`pixelUnshuffle: height and width are not divisible by ${r}, in ${showShape(input.shape)}`)
  }
  const batch = input.shape.slice(0, -3)
  const b = batch.length
  const blocks = input.reshape([...batch, channels, height / r, r, width / r, r])
  // [..., C, H, r, W, r] to [..., C, r, r, H, W]
  const order = [...batch.map((_, d) => d), b, b + 2, b + 4, b + 1, b + 3]
  const unshuffled = blocks.permute(order).clone({ memoryFormat: 'contiguous' })
  return nameStep('PixelUnshuffleBackward0', unshuffled.view([...batch, channels * r * r, height / r, width / r]))
}
