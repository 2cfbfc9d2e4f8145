import { kinds, signature, type Tensor } from '@nn/tensor'
import { pixelShuffle } from '../../functional/vision/pixel-shuffle'
import { Module } from '../../module/module'
import { checkInput } from '../check-input'
import { checkPositiveSizes } from '../check-positive-sizes'

const takesPixelShuffle = signature('PixelShuffle', { upscaleFactor: kinds.integer })

/**
 * Makes images larger: r² channels become the pixels of r × r blocks.
 *
 * @param upscaleFactor r
 * @throws RangeError for a factor that is not positive.
 * @throws ShapeError in `forward`, where r² does not divide the channels.
 * @example
 * new PixelShuffle(3).forward(zeros([1, 9, 4, 4])).shape // [1, 1, 12, 12]
 * @see torch.nn.PixelShuffle
 */
export class PixelShuffle extends Module {
  readonly upscaleFactor: number

  constructor(upscaleFactor: number, ...none: []) {
    super()
    takesPixelShuffle([upscaleFactor], none, this.getName())
    checkPositiveSizes(this.getName(), { upscaleFactor })
    this.upscaleFactor = upscaleFactor
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return pixelShuffle(input, this.upscaleFactor)
  }

  override extraRepr(): string {
    return `upscale_factor=${this.upscaleFactor}`
  }
}
