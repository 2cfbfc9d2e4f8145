import type { DataLoader } from '@nn/data'
import type { Layer, NLLLoss } from '@nn/nn'
import type { Optimizer } from '@nn/optim'
import { scope, type Tensor } from '@nn/tensor'

/** Everything that a training step needs. */
export interface Training {
  readonly model: Layer
  readonly criterion: NLLLoss
  readonly optimizer: Optimizer<object>
  readonly trainloader: DataLoader<[Tensor, number]>
}

/** Told after each step how many there were and their mean loss. The next step waits for the promise, if it gives one. */
export type OnStep = (step: number, meanLoss: number) => Promise<void> | undefined

/**
 * Goes through the training data once.
 *
 * @param onStep may throw to stop the training
 * @returns the training loss: the mean of the batches' losses
 */
export async function trainEpoch(
  { model, criterion, optimizer, trainloader }: Training,
  onStep: OnStep,
): Promise<number> {
  model.train()
  let step = 0
  let runningLoss = 0
  for (const [images, labels] of trainloader) {
    // The scope gives the memory of all that the step computes back at once.
    runningLoss += scope(() => {
      optimizer.zeroGrad()
      const output = model.forward(images.flatten(1))
      const loss = criterion.forward(output, labels)
      loss.backward()
      optimizer.step()
      return loss.item()
    })
    step++
    const pause = onStep(step, runningLoss / step)
    if (pause !== undefined) await pause
  }
  return runningLoss / trainloader.length
}
