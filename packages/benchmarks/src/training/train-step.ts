import type { NLLLoss, Sequential } from '@nn/nn'
import type { Adam, SGD } from '@nn/optim'
import type { Tensor } from '@nn/tensor'

export interface Training {
  readonly model: Sequential
  readonly criterion: NLLLoss
  readonly optimizer: SGD | Adam
}

/** A training step, as everybody writes it; returns the loss. */
export function trainStep({ model, criterion, optimizer }: Training, images: Tensor, labels: Tensor): number {
  optimizer.zeroGrad()
  const output = model.forward(images)
  const loss = criterion.forward(output, labels)
  loss.backward()
  optimizer.step()
  return loss.item()
}
