import { checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import type { ScheduledOptimizer } from './scheduled'

export interface StepLROptions {
  /** After how many epochs the learning rate falls, each time. */
  stepSize: number
  /** What it is multiplied by. Default 0.1. */
  gamma?: number
}

/**
 * Multiplies the learning rate by a factor every few epochs.
 *
 * $$ \eta_t = \gamma^{\lfloor t / \text{stepSize} \rfloor} \eta_0 $$
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a `stepSize` that is no positive integer.
 * @example
 * const scheduler = new lrScheduler.StepLR(optimizer, { stepSize: 30, gamma: 0.1 })
 * for (let epoch = 0; epoch < 90; epoch++) {
 *   trainOneEpoch()
 *   scheduler.step()
 * }
 * @see torch.optim.lr_scheduler.StepLR
 */
export class StepLR extends LRScheduler<Required<StepLROptions>> {
  constructor(optimizer: ScheduledOptimizer, { stepSize, gamma = 0.1, ...start }: StepLROptions & LRSchedulerOptions) {
    checkPositiveIntegers('StepLR', { stepSize })
    super(optimizer, { stepSize, gamma }, start)
  }

  override getLr(): number[] {
    const { stepSize, gamma } = this.options
    const isTime = this.lastEpoch > 0 && this.lastEpoch % stepSize === 0
    return this.scaledLrs(isTime ? gamma : 1)
  }
}
