import { noGrad } from '@nn/autograd'
import { DataLoader, type Dataset } from '@nn/data'
import { type Layer, Module, NLLLoss } from '@nn/nn'
import { Generator, kinds, scope, signature, type Tensor } from '@nn/tensor'

/** How a network does on images that it was not trained on. */
export interface Evaluation {
  /** Mean loss of the images. */
  readonly loss: number
  /** Share of the images that get the right class. */
  readonly accuracy: number
  /** Indices of the images that get a wrong one. */
  readonly mistakes: readonly number[]
}

const BATCH_SIZE = 1000

const takes = signature('evaluate', { model: kinds.instanceOf(Module), dataset: kinds.anything })

/**
 * Runs a network over a dataset. It draws nothing from the stream of random numbers that training goes by.
 *
 * @param model ends with the logarithms of the class probabilities
 * @example
 * const images = new TensorDataset(rand([100, 784]), randint(0, 10, [100]))
 * const model = buildModel({ hidden: [128, 64], activation: 'relu', dropout: 0 })
 * const { accuracy, mistakes } = evaluate(model, images)
 * accuracy === 1 - mistakes.length / 100 // true
 */
export function evaluate(model: Layer, dataset: Dataset<[Tensor, number | Tensor]>, ...none: []): Evaluation {
  takes([model, dataset], none)
  const loader = new DataLoader(dataset, { batchSize: BATCH_SIZE, generator: new Generator() })
  const criterion = new NLLLoss({ reduction: 'sum' })
  const mistakes: number[] = []
  let totalLoss = 0
  let seen = 0
  model.eval()
  noGrad(() => {
    for (const [images, labels] of loader) {
      scope(() => {
        const output = model.forward(images.flatten(1))
        totalLoss += criterion.forward(output, labels).item()
        const wrong = output.argmax(1).ne(labels).nonzero().toTypedArray()
        for (const index of wrong) mistakes.push(seen + index)
      })
      seen += labels.numel()
    }
  })
  return { loss: totalLoss / seen, accuracy: 1 - mistakes.length / seen, mistakes }
}
