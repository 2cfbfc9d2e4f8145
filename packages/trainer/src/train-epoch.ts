import type { DataLoader } from '@nn/data'
import type { NLLLoss, Sequential } from '@nn/nn'
import type { Optimizer } from '@nn/optim'
import { scope, type Tensor } from '@nn/tensor'

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
export async function trainEpoch(
  { model, criterion, optimizer, trainloader }: Training,
  onStep: OnStep,
): Promise<number> {
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
