import { type Args, kinds, signature } from '@nn/tensor'
import { checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { optimizer, type ScheduledOptimizer } from './scheduled'

export interface LinearLROptions {
  /** What the learning rate is multiplied by at first. Default 1/3. */
  startFactor?: number
  /** What it is multiplied by at last. Default 1. */
  endFactor?: number
  /** In how many epochs it gets there. Default 5. */
  totalIters?: number
}

const takes = signature(
  'LinearLR',
  { optimizer },
  { startFactor: kinds.number, endFactor: kinds.number, totalIters: kinds.integer, lastEpoch: kinds.integer },
)

/**
 * Leads the learning rate along a line from one part of it to another, as for a warm-up.
 *
 * $$ \eta_t = \left(s + (e - s) \frac{\min(t, T)}{T}\right) \eta_0 $$
 *
 * with the factors s and e, in T epochs.
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a `startFactor` outside (0, 1], an `endFactor` outside [0, 1], and a `totalIters` that is no
 *   positive integer.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.LinearLR(optimizer, { startFactor: 0.5, totalIters: 2 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [0.5, 0.75, 1, 1, 1]
 * @see torch.optim.lr_scheduler.LinearLR
 */
export class LinearLR extends LRScheduler<Required<LinearLROptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<LinearLROptions & LRSchedulerOptions, ['startFactor', 'endFactor', 'totalIters', 'lastEpoch']>
  ) {
    const { startFactor = 1 / 3, endFactor = 1, totalIters = 5, ...start } = takes([optimizer], args)
    if (!(startFactor > 0 && startFactor <= 1)) {
      throw new RangeError(`LinearLR: startFactor must be above 0 and at most 1, got ${startFactor}`)
    }
    if (!(endFactor >= 0 && endFactor <= 1)) {
      throw new RangeError(`LinearLR: endFactor must lie between 0 and 1, got ${endFactor}`)
    }
    checkPositiveIntegers('LinearLR', { totalIters })
    super(optimizer, { startFactor, endFactor, totalIters }, start)
  }

  override getLr(): number[] {
    const { startFactor, endFactor, totalIters } = this.options
    if (this.lastEpoch === 0) return this.scaledLrs(startFactor)
    if (this.isInitial || this.lastEpoch > totalIters) return this.scaledLrs(1)
    const difference = endFactor - startFactor
    return this.scaledLrs(1 + difference / (totalIters * startFactor + (this.lastEpoch - 1) * difference))
  }
}
