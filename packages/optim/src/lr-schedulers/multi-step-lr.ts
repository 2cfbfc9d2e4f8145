import { type Args, kinds, portableMath, signature } from '@nn/tensor'
import { checkNumbers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { optimizer, type ScheduledOptimizer } from './scheduled'

export interface MultiStepLROptions {
  /** The epochs at which the learning rate falls; twice at one that is given twice. */
  milestones: readonly number[]
  /** What it is multiplied by. Default 0.1. */
  gamma?: number
}

const takes = signature(
  'MultiStepLR',
  { optimizer },
  { milestones: kinds.required(kinds.integers), gamma: kinds.number, lastEpoch: kinds.integer },
)

/**
 * Multiplies the learning rate by a factor at given epochs.
 *
 * $$ \eta_t = \gamma^{|\{m \in \text{milestones} : m \le t\}|} \eta_0 $$
 *
 * @throws TypeError for anything but an optimizer.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.MultiStepLR(optimizer, { milestones: [1, 3], gamma: 0.5 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 0.5, 0.5, 0.25, 0.25]
 * @see torch.optim.lr_scheduler.MultiStepLR
 */
export class MultiStepLR extends LRScheduler<Required<MultiStepLROptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<MultiStepLROptions & LRSchedulerOptions, ['milestones', 'gamma', 'lastEpoch']>
  ) {
    const { milestones, gamma = 0.1, ...start } = takes([optimizer], args)
    checkNumbers('MultiStepLR', { gamma })
    super(optimizer, { milestones: [...milestones], gamma }, start)
  }

  override getLr(): number[] {
    const { milestones, gamma } = this.options
    const times = milestones.filter((epoch) => epoch === this.lastEpoch).length
    return this.scaledLrs(portableMath.pow(gamma, times))
  }
}
