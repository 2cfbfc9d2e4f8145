import { jsKernels, type Kernels, numelOf, type SgdSettings, type SgdUpdate } from '@nn/tensor'
import { fitsInMemory } from '../memory/out-of-memory'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { addressOf, isDense } from './operands'

/** Steps of stochastic gradient descent, in place. */
export function sgdKernel(parallel: Parallel, pool: Pool): Pick<Kernels, 'sgdStep'> {
  function run({ param, grad, buffer, isFirst }: SgdUpdate, settings: SgdSettings): void {
    const { lr, momentum, dampening, weightDecay, nesterov, maximize } = settings
    const p = addressOf(pool, param)
    const g = addressOf(pool, grad)
    const b = buffer === null ? 0 : addressOf(pool, buffer)
    const flags = [Number(nesterov), Number(maximize), Number(isFirst)] as const
    const work = { count: numelOf(param.shape), nanoseconds: 0.5, unit: 16 }
    parallel.split('sgd', work, (start, count) => {
      const at = 4 * start
      return [p + at, g + at, b === 0 ? 0 : b + at, count, lr, momentum, dampening, weightDecay, ...flags]
    })
  }

  return {
    sgdStep(updates, settings) {
      for (const update of updates) {
        pool.unpin()
        const { param, grad, buffer } = update
        const isKnown = isDense(param) && isDense(grad) && isDense(buffer ?? param)
        if (!isKnown || !fitsInMemory(() => run(update, settings))) jsKernels.sgdStep([update], settings)
      }
    },
  }
}
