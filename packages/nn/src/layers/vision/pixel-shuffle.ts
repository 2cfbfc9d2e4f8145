import type { Tensor } from '@nn/tensor'
import { pixelShuffle } from '../../functional/vision/pixel-shuffle'
import { Module } from '../../module/module'

/**
 * Makes images larger: r² channels become the pixels of r × r blocks.
 *
 * @param upscaleFactor r
 * @throws ShapeError in `forward`, where r² does not divide the channels.
 * @example
 * new PixelShuffle(3).forward(zeros([1, 9, 4, 4])).shape // [1, 1, 12, 12]
 * @see torch.nn.PixelShuffle
 */
export class PixelShuffle extends Module {
  readonly upscaleFactor: number

  constructor(upscaleFactor: number) {
    super()
    this.upscaleFactor = upscaleFactor
  }

  forward(input: Tensor): Tensor {
    return pixelShuffle(input, this.upscaleFactor)
  }

  override extraRepr(): string {
    return `upscale_factor=${this.upscaleFactor}`
  }
}
