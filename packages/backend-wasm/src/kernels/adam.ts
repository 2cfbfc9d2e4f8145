import { type AdamSettings, type AdamUpdate, type ExtraKernels, numelOf } from '@nn/tensor'
import { fitsInMemory } from '../memory/out-of-memory'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { addressOf, isDense } from './operands'

/** Steps of Adam and AdamW, in place. */
export function adamKernel(parallel: Parallel, pool: Pool, inJs: ExtraKernels): Pick<ExtraKernels, 'adamStep'> {
  function run({ param, grad, expAvg, expAvgSq, maxExpAvgSq, step }: AdamUpdate, settings: AdamSettings): void {
    const { lr, beta1, beta2, eps, weightDecay, decoupled, maximize } = settings
    const p = addressOf(pool, param)
    const g = addressOf(pool, grad)
    const mean = addressOf(pool, expAvg)
    const square = addressOf(pool, expAvgSq)
    const largest = maxExpAvgSq === null ? 0 : addressOf(pool, maxExpAvgSq)
    const numbers = [lr, beta1, beta2, eps, weightDecay, Number(decoupled), Number(maximize), step] as const
    const work = { count: numelOf(param.shape), nanoseconds: 1.5, unit: 16 }
    parallel.split('adam', work, (start, count) => {
      const at = 4 * start
      return [p + at, g + at, mean + at, square + at, largest === 0 ? 0 : largest + at, count, ...numbers]
    })
  }

  return {
    adamStep(updates, settings) {
      for (const update of updates) {
        pool.unpin()
        const { param, grad, expAvg, expAvgSq, maxExpAvgSq } = update
        const isKnown = [param, grad, expAvg, expAvgSq, maxExpAvgSq ?? param].every(isDense)
        if (!isKnown || !fitsInMemory(() => run(update, settings))) inJs.adamStep([update], settings)
      }
    },
  }
}
