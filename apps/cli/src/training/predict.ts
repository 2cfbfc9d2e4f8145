import { noGrad } from '@nn/autograd'
import type { MNIST } from '@nn/data'
import type { Layer } from '@nn/nn'
import { scope } from '@nn/tensor'

/** An image and what a network makes of it. */
export interface Prediction {
  /** Index of the image in its dataset. */
  readonly index: number
  /** Rows of pixels, 0 for paper to 1 for ink. */
  readonly pixels: ArrayLike<number>
  /** Pixels in a row. */
  readonly width: number
  readonly label: number
  /** The network's probability of each class. */
  readonly probabilities: readonly number[]
}

/**
 * Asks a network that ends with `LogSoftmax` about one image.
 *
 * @throws IndexError when the dataset has no image of that index.
 */
export function predict(model: Layer, dataset: MNIST, index: number): Prediction {
  model.eval()
  return scope(() => {
    const [image, label] = dataset.get(index)
    const logProbabilities = noGrad(() => model.forward(image.flatten().unsqueeze(0)))
    return {
      index,
      pixels: dataset.images.at(index).div(255).toTypedArray(),
      width: image.size(-1),
      label,
      probabilities: [...logProbabilities.exp().toTypedArray()],
    }
  })
}
