import { scope } from '@nn/tensor'

export type LoopName = 'plain' | 'for await' | 'scope'

type Loop = <Batch>(batches: Iterable<Batch>, step: (batch: Batch) => void) => void | Promise<void>

/** The ways of writing a training loop: as one writes it first, asynchronously, and with a scope a step. */
export const loops: Readonly<Record<LoopName, Loop>> = {
  plain(batches, step) {
    for (const batch of batches) step(batch)
  },
  async 'for await'(batches, step) {
    for await (const batch of batches) step(batch)
  },
  scope(batches, step) {
    for (const batch of batches) scope(() => step(batch))
  },
}

export const loopNames: readonly LoopName[] = Object.keys(loops) as LoopName[]
