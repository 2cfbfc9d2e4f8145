import type { Task } from '../processes/serve'

export interface TimedRequest {
  /** How many times to do the work: training steps, predictions. */
  readonly steps: number
}

export interface TimedAnswer {
  readonly seconds: number
  /** The mean loss of the steps, which shows that the work was really done. */
  readonly loss: number
}

/** Times its own work, and goes on with it with every request. */
export type TimedTask = Task<TimedRequest, TimedAnswer>

/** A timed task from a function that does some steps and gives the sum of their losses. */
export function timedTask(
  about: Readonly<Record<string, string>>,
  work: (steps: number) => number | Promise<number>,
): TimedTask {
  return {
    about,
    async run({ steps }) {
      const began = performance.now()
      const total = await work(steps)
      return { seconds: (performance.now() - began) / 1000, loss: total / steps }
    },
  }
}
