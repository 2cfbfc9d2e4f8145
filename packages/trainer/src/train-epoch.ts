import type { DataLoader } from '@nn/data'
import type { NLLLoss, Sequential } from '@nn/nn'
import type { Optimizer } from '@nn/optim'
import { kinds, scope, signature, type Tensor } from '@nn/tensor'

/** Everything that a training step needs. */
export interface Training {
  readonly model: Sequential
  readonly criterion: NLLLoss
  readonly optimizer: Optimizer<object>
  readonly trainloader: DataLoader<[Tensor, number]>
}

/** A step that was taken. */
export interface Step {
  /** Which one of the epoch, from 1. */
  readonly number: number
  /** The loss of its batch. */
  readonly loss: number
  /** The mean loss of the epoch so far. */
  readonly meanLoss: number
}

/** Told of each step. The next one waits for the promise, if it gives one. */
export type OnStep = (step: Step) => Promise<void> | undefined

const takes = signature('trainEpoch', {
  training: kinds.kind('what prepareTraining gives', isTraining),
  onStep: kinds.callback,
})

/**
 * Goes through the training data once.
 *
 * @param onStep may throw to stop the training
 * @returns the training loss: the mean of the batches' losses
 * @example
 * const trainset: Dataset<[Tensor, number]> = { length: 128, get: (index) => [rand([1, 28, 28]), index % 10] }
 * const architecture = { hidden: [128, 64], activation: 'relu', dropout: 0 } as const
 * const optimizer = { name: 'sgd', lr: 0.003 } as const
 * const training = prepareTraining({ architecture, optimizer, batchSize: 64, seed: 0 }, trainset)
 * const losses: number[] = []
 * const mean = await trainEpoch(training, ({ loss }) => void losses.push(loss))
 * mean === (losses[0] + losses[1]) / 2 // true
 */
export async function trainEpoch(training: Training, onStep: OnStep, ...none: []): Promise<number> {
  takes([training, onStep], none)
  const { model, criterion, optimizer, trainloader } = training
  model.train()
  let steps = 0
  let runningLoss = 0
  for (const [images, labels] of trainloader) {
    // The scope gives the memory of all that the step computes back at once.
    const batchLoss = scope(() => {
      optimizer.zeroGrad()
      const output = model.forward(images.flatten(1))
      const loss = criterion.forward(output, labels)
      loss.backward()
      optimizer.step()
      return loss.item()
    })
    steps++
    runningLoss += batchLoss
    const pause = onStep({ number: steps, loss: batchLoss, meanLoss: runningLoss / steps })
    if (pause !== undefined) await pause
  }
  return runningLoss / trainloader.length
}

function isTraining(value: unknown): value is Training {
  const parts = ['model', 'criterion', 'optimizer', 'trainloader']
  return typeof value === 'object' && value !== null && parts.every((part) => part in value)
}
