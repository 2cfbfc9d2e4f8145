import type { Tensor } from '@nn/tensor'
import { type Collection, mnistSplits } from './collection'
import { LabelledImages, type SampleOptions } from './labelled-images'
import { loadImages } from './load-images'
import { type LoadArgs, takesLoad } from './load-signature'
import type { SourceOptions } from './source-options'

const collection: Collection = {
  name: 'FashionMNIST',
  ...mnistSplits({
    trainImages: 'f4a8712d7a061bf5bd6d2ca38dc4d50a',
    trainLabels: '9018921c3c673c538a1fc5bad174d6f9',
    testImages: '8181f5470baa50b63fa0f6fddb340f0a',
    testLabels: '15d484375f8d13e6eb1aabb0c3f46965',
  }),
  mirrors: ['http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/'],
  package: null,
}

/**
 * Pictures of clothes in the format of MNIST, and harder: 60,000 to train on and 10,000 to test with.
 *
 * @example
 * FashionMNIST.classes[9] // 'Ankle boot'
 * @see torchvision.datasets.FashionMNIST
 */
export class FashionMNIST<Image = Tensor, Target = number> extends LabelledImages<Image, Target> {
  static readonly classes: readonly string[] = [
    'T-shirt/top',
    'Trouser',
    'Pullover',
    'Dress',
    'Coat',
    'Sandal',
    'Shirt',
    'Sneaker',
    'Bag',
    'Ankle boot',
  ]

  /** The names of the classes by label. */
  readonly classes: readonly string[] = FashionMNIST.classes

  /**
   * Loads the training set or the test set. In Node: from the files in `root`, else from the network into `root`. In
   * browsers: from `url`.
   *
   * @throws DatasetError when the files are nowhere, or are not what they should be.
   */
  static async load<Image = Tensor, Target = number>(
    ...args: LoadArgs<Image, Target>
  ): Promise<FashionMNIST<Image, Target>> {
    const options = takesLoad([], args, 'FashionMNIST.load') as SourceOptions & SampleOptions<Image, Target>
    return new FashionMNIST(await loadImages(collection, options), options)
  }
}
