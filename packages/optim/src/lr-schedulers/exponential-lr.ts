import { type Args, kinds, signature } from '@nn/tensor'
import { checkNumbers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { optimizer, type ScheduledOptimizer } from './scheduled'

export interface ExponentialLROptions {
  /** What the learning rate is multiplied by every epoch. */
  gamma: number
}

const takes = signature(
  'ExponentialLR',
  { optimizer },
  { gamma: kinds.required(kinds.number), lastEpoch: kinds.integer },
)

/**
 * Multiplies the learning rate by a factor every epoch.
 *
 * $$ \eta_t = \gamma^t \eta_0 $$
 *
 * @throws TypeError for anything but an optimizer.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.ExponentialLR(optimizer, { gamma: 0.5 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 0.5, 0.25, 0.125, 0.0625]
 * @see torch.optim.lr_scheduler.ExponentialLR
 */
export class ExponentialLR extends LRScheduler<ExponentialLROptions> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<ExponentialLROptions & LRSchedulerOptions, ['gamma', 'lastEpoch']>
  ) {
    const { gamma, ...start } = takes([optimizer], args)
    checkNumbers('ExponentialLR', { gamma })
    super(optimizer, { gamma }, start)
  }

  override getLr(): number[] {
    return this.scaledLrs(this.isInitial ? 1 : this.options.gamma)
  }
}
