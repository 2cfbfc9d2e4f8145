import type { Layer } from '@nn/nn'
import { scope, type Tensor } from '@nn/tensor'

/** A network with what trains it. */
export interface Training {
  readonly model: Layer
  readonly criterion: { forward(output: Tensor, target: Tensor): Tensor }
  readonly optimizer: { zeroGrad(): void; step(): void }
  /** Images as the network takes them. */
  readonly input: (images: Tensor) => Tensor
}

/** Goes through the images once; gives the loss of every step. */
export function trainEpoch(
  { model, criterion, optimizer, input }: Training,
  loader: Iterable<readonly [Tensor, Tensor]>,
): number[] {
  return Array.from(loader, ([images, labels]) =>
    scope(() => {
      optimizer.zeroGrad()
      const loss = criterion.forward(model.forward(input(images)), labels)
      loss.backward()
      optimizer.step()
      return loss.item()
    }),
  )
}
