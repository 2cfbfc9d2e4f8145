import { kinds, signature, type Tensor } from '@nn/tensor'
import { pixelUnshuffle } from '../../functional/vision/pixel-unshuffle'
import { Module } from '../../module/module'
import { checkInput } from '../check-input'
import { checkPositiveSizes } from '../check-positive-sizes'

const takesPixelUnshuffle = signature('PixelUnshuffle', { downscaleFactor: kinds.integer })

/**
 * Makes images smaller, the opposite of `PixelShuffle`: the pixels of r × r blocks become r² channels.
 *
 * @param downscaleFactor r
 * @throws RangeError for a factor that is not positive.
 * @throws ShapeError in `forward`, where r does not divide the height and the width.
 * @example
 * new PixelUnshuffle(3).forward(zeros([1, 1, 12, 12])).shape // [1, 9, 4, 4]
 * @see torch.nn.PixelUnshuffle
 */
export class PixelUnshuffle extends Module {
  readonly downscaleFactor: number

  constructor(downscaleFactor: number, ...none: []) {
    super()
    takesPixelUnshuffle([downscaleFactor], none, this.getName())
    checkPositiveSizes(this.getName(), { downscaleFactor })
    this.downscaleFactor = downscaleFactor
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return pixelUnshuffle(input, this.downscaleFactor)
  }

  override extraRepr(): string {
    return `downscale_factor=${this.downscaleFactor}`
  }
}
