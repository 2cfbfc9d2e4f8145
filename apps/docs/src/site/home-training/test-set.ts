import { noGrad } from '@nn/autograd'
import { MNIST, transforms } from '@nn/data'
import { scope, type Tensor } from '@nn/tensor'
import type { Digit } from './messages'
import type { Model } from './watched-modules'

/** So many are counted, few enough not to hold up the training. */
const IMAGES = 1000

/** Test images, and what a model makes of them. */
export class TestSet {
  private constructor(
    private readonly images: Tensor,
    private readonly labels: Tensor,
    private readonly raw: MNIST,
  ) {}

  static async load(url: string): Promise<TestSet> {
    const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
    const raw = await MNIST.load({ train: false, url, verify: false, transform })
    const [images, labels] = raw.getBatch(Array.from({ length: IMAGES }, (_, i) => i))
    return new TestSet(images.view(IMAGES, -1), labels, raw)
  }

  /** The first images, to be shown. */
  digits(count: number): Digit[] {
    return Array.from({ length: count }, (_, i) => ({
      pixels: Uint8ClampedArray.from(this.raw.images.at(i).reshape(-1).toArray() as number[]),
      label: this.labels.at(i).item(),
    }))
  }

  /** The part of the images that a model gets right, and its answers for the first ones. */
  evaluate(model: Model, count: number): { accuracy: number; predictions: number[] } {
    return noGrad(() =>
      scope(() => {
        const answers = model.forward(this.images).argmax(1)
        const right = answers.eq(this.labels).sum().item()
        return { accuracy: right / IMAGES, predictions: answers.at(`:${count}`).toArray() as number[] }
      }),
    )
  }
}
