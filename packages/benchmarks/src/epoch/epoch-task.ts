import type { Task } from '../processes/serve'

export interface EpochRequest {
  /** How many batches of an epoch to train on. */
  readonly steps: number
}

export interface EpochAnswer {
  readonly seconds: number
  /** The mean of the losses of the steps. */
  readonly loss: number
}

/** Trains the tutorials' network on, further with every request. */
export type EpochTask = Task<EpochRequest, EpochAnswer>

/** An epoch task from a function that trains for some steps and gives the sum of their losses. */
export function epochTask(
  about: Readonly<Record<string, string>>,
  train: (steps: number) => number | Promise<number>,
): EpochTask {
  return {
    about,
    async run({ steps }) {
      const began = performance.now()
      const total = await train(steps)
      return { seconds: (performance.now() - began) / 1000, loss: total / steps }
    },
  }
}
