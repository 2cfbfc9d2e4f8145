import { noGrad } from '@nn/autograd'
import { DataLoader, type MNIST, Subset } from '@nn/data'
import { functional, type Layer } from '@nn/nn'
import { Generator, scope } from '@nn/tensor'

/** A test image that got a wrong answer. */
export interface Mistake {
  /** Index among the test images. */
  readonly index: number
  readonly label: number
  readonly answer: number
  readonly loss: number
}

const BATCH_SIZE = 1000

/**
 * What a network answers to images that it gets wrong.
 *
 * @param indices of those images
 */
export function findMistakes(model: Layer, testset: MNIST, indices: readonly number[]): Mistake[] {
  const loader = new DataLoader(new Subset(testset, indices), { batchSize: BATCH_SIZE, generator: new Generator() })
  const mistakes: Mistake[] = []
  for (const [images, labels] of loader) {
    scope(() => {
      const output = noGrad(() => model.forward(images.flatten(1)))
      const losses = functional.nllLoss(output, labels, { reduction: 'none' }).toTypedArray()
      const answers = output.argmax(1).toTypedArray()
      for (const [i, label] of labels.toTypedArray().entries()) {
        const index = indices[mistakes.length] as number
        mistakes.push({ index, label, answer: answers[i] as number, loss: losses[i] as number })
      }
    })
  }
  return mistakes
}
