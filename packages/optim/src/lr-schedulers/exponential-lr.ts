import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import type { ScheduledOptimizer } from './scheduled'

export interface ExponentialLROptions {
  /** What the learning rate is multiplied by every epoch. */
  gamma: number
}

/**
 * Multiplies the learning rate by a factor every epoch.
 *
 * $$ \eta_t = \gamma^t \eta_0 $$
 *
 * @throws TypeError for anything but an optimizer.
 * @example
 * const scheduler = new lrScheduler.ExponentialLR(optimizer, { gamma: 0.9 })
 * for (let epoch = 0; epoch < 20; epoch++) {
 *   trainOneEpoch()
 *   scheduler.step()
 * }
 * @see torch.optim.lr_scheduler.ExponentialLR
 */
export class ExponentialLR extends LRScheduler<ExponentialLROptions> {
  constructor(optimizer: ScheduledOptimizer, { gamma, ...start }: ExponentialLROptions & LRSchedulerOptions) {
    super(optimizer, { gamma }, start)
  }

  override getLr(): number[] {
    return this.scaledLrs(this.isInitial ? 1 : this.options.gamma)
  }
}
