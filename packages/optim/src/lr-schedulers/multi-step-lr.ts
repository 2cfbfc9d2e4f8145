import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import type { ScheduledOptimizer } from './scheduled'

export interface MultiStepLROptions {
  /** The epochs at which the learning rate falls; twice at one that is given twice. */
  milestones: readonly number[]
  /** What it is multiplied by. Default 0.1. */
  gamma?: number
}

/**
 * Multiplies the learning rate by a factor at given epochs.
 *
 * $$ \eta_t = \gamma^{|\{m \in \text{milestones} : m \le t\}|} \eta_0 $$
 *
 * @throws TypeError for anything but an optimizer.
 * @example
 * const scheduler = new lrScheduler.MultiStepLR(optimizer, { milestones: [30, 80] })
 * for (let epoch = 0; epoch < 90; epoch++) {
 *   trainOneEpoch()
 *   scheduler.step()
 * }
 * @see torch.optim.lr_scheduler.MultiStepLR
 */
export class MultiStepLR extends LRScheduler<Required<MultiStepLROptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    { milestones, gamma = 0.1, ...start }: MultiStepLROptions & LRSchedulerOptions,
  ) {
    super(optimizer, { milestones: [...milestones], gamma }, start)
  }

  override getLr(): number[] {
    const { milestones, gamma } = this.options
    const times = milestones.filter((epoch) => epoch === this.lastEpoch).length
    return this.scaledLrs(gamma ** times)
  }
}
