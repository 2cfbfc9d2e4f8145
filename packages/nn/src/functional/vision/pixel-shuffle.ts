import { type Args, kinds, nameStep, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'

export interface PixelShuffleOptions {
  /** r, by which height and width grow. */
  upscaleFactor: number
}

const takesPixelShuffle = signature(
  'pixelShuffle',
  { input: kinds.tensor },
  { upscaleFactor: kinds.required(kinds.integer) },
)

/**
 * Makes images larger: r² channels become the pixels of r × r blocks.
 *
 * @param input shape [..., C · r², H, W]
 * @returns shape [..., C, H · r, W · r]
 * @throws ShapeError for fewer than 3 dimensions, and where r² does not divide the channels.
 * @throws RangeError for a factor that is no positive integer.
 * @example
 * functional.pixelShuffle(tensor([[[1]], [[2]], [[3]], [[4]]]), 2) // tensor([[[1, 2], [3, 4]]])
 * @see torch.nn.functional.pixel_shuffle
 */
export function pixelShuffle(input: Tensor, ...args: Args<PixelShuffleOptions, ['upscaleFactor']>): Tensor {
  const { upscaleFactor: r } = takesPixelShuffle([input], args)
  checkImages('pixelShuffle', 'upscaleFactor', r, input)
  const [channels, height, width] = input.shape.slice(-3) as [number, number, number]
  if (channels % (r * r) !== 0) {
    throw new ShapeError(`pixelShuffle: ${channels} channels are not divisible by ${r}², in ${showShape(input.shape)}`)
  }
  const batch = input.shape.slice(0, -3)
  const b = batch.length
  const blocks = input.reshape([...batch, channels / (r * r), r, r, height, width])
  // [..., C, r, r, H, W] to [..., C, H, r, W, r]
  const order = [...batch.map((_, d) => d), b, b + 3, b + 1, b + 4, b + 2]
  const shuffled = blocks.permute(order).clone({ memoryFormat: 'contiguous' })
  return nameStep('PixelShuffleBackward0', shuffled.view([...batch, channels / (r * r), height * r, width * r]))
}

export function checkImages(op: string, name: string, factor: number, input: Tensor): void {
  if (!Number.isInteger(factor) || factor < 1) {
    throw new RangeError(`${op}: ${name} must be a positive integer, got ${factor}`)
  }
  if (input.ndim < 3) {
    throw new ShapeError(`${op}: the input must have at least 3 dimensions, got ${showShape(input.shape)}`)
  }
}
