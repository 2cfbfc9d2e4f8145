import { type Args, kinds, signature } from '@nn/tensor'
import { checkNumbers, checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { optimizer, type ScheduledOptimizer } from './scheduled'

export interface StepLROptions {
  /** After how many epochs the learning rate falls, each time. */
  stepSize: number
  /** What it is multiplied by. Default 0.1. */
  gamma?: number
}

const takes = signature(
  'StepLR',
  { optimizer },
  { stepSize: kinds.required(kinds.integer), gamma: kinds.number, lastEpoch: kinds.integer },
)

/**
 * Multiplies the learning rate by a factor every few epochs.
 *
 * $$ \eta_t = \gamma^{\lfloor t / \text{stepSize} \rfloor} \eta_0 $$
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a `stepSize` that is no positive integer.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.StepLR(optimizer, { stepSize: 2, gamma: 0.5 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 1, 0.5, 0.5, 0.25]
 * @see torch.optim.lr_scheduler.StepLR
 */
export class StepLR extends LRScheduler<Required<StepLROptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<StepLROptions & LRSchedulerOptions, ['stepSize', 'gamma', 'lastEpoch']>
  ) {
    const { stepSize, gamma = 0.1, ...start } = takes([optimizer], args)
    checkPositiveIntegers('StepLR', { stepSize })
    checkNumbers('StepLR', { gamma })
    super(optimizer, { stepSize, gamma }, start)
  }

  override getLr(): number[] {
    const { stepSize, gamma } = this.options
    const isTime = this.lastEpoch > 0 && this.lastEpoch % stepSize === 0
    return this.scaledLrs(isTime ? gamma : 1)
  }
}
