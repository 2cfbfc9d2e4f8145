import { portableMath } from '@nn/tensor'
import { checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import type { ScheduledOptimizer } from './scheduled'

export interface CosineAnnealingWarmRestartsOptions {
  /** How many epochs the first way down takes. */
  t0: number
  /** By what each way down is longer than the one before. Default 1. */
  tMult?: number
  /** The smallest learning rate. Default 0. */
  etaMin?: number
}

/**
 * Leads the learning rate down along a cosine, again and again (SGDR, Loshchilov and Hutter, 2017).
 *
 * $$ \eta_t = \eta_\text{min} + \tfrac{1}{2} (\eta_0 - \eta_\text{min})
 *    \left(1 + \cos \frac{\pi T_\text{cur}}{T_i}\right) $$
 *
 * with $T_\text{cur}$ epochs since the last restart, of $T_i$ until the next.
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a `t0` or a `tMult` that is no positive integer.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.CosineAnnealingWarmRestarts(optimizer, { t0: 2, tMult: 2 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 0.5, 1, 0.8535533905932737, 0.5]
 * @see torch.optim.lr_scheduler.CosineAnnealingWarmRestarts
 */
export class CosineAnnealingWarmRestarts extends LRScheduler<Required<CosineAnnealingWarmRestartsOptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    { t0, tMult = 1, etaMin = 0, ...start }: CosineAnnealingWarmRestartsOptions & LRSchedulerOptions,
  ) {
    checkPositiveIntegers('CosineAnnealingWarmRestarts', { t0, tMult })
    super(optimizer, { t0, tMult, etaMin }, start)
  }

  override getLr(): number[] {
    const { t0, tMult, etaMin } = this.options
    let length = t0
    let epoch = this.lastEpoch
    while (epoch >= length) {
      epoch -= length
      length *= tMult
    }
    const height = (1 + portableMath.cos((Math.PI * epoch) / length)) / 2
    return this.baseLrs.map((lr) => etaMin + (lr - etaMin) * height)
  }
}
