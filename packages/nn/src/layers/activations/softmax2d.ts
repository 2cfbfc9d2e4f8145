import { ShapeError, showShape, type Tensor } from '@nn/tensor'
import { checkInput } from '../check-input'
import { PlainLayer } from './plain-layer'

/**
 * Makes probabilities of the channels at each place of images, [N, C, H, W] or [C, H, W].
 *
 * @throws ShapeError in `forward`, for another number of dimensions.
 * @example
 * new Softmax2d().forward(zeros([2, 1, 1])) // tensor([[[0.5000]], [[0.5000]]])
 * @see torch.nn.Softmax2d
 */
export class Softmax2d extends PlainLayer {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    if (input.ndim !== 3 && input.ndim !== 4) {
      throw new ShapeError(`Softmax2d: the input must have 3 or 4 dimensions, got ${showShape(input.shape)}`)
    }
    return input.softmax(-3)
  }
}
