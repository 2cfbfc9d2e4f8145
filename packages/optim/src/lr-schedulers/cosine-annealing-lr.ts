import { type Args, kinds, portableMath, signature } from '@nn/tensor'
import { checkNumbers, checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { currentLrs, optimizer, type ScheduledOptimizer } from './scheduled'

export interface CosineAnnealingLROptions {
  /** In how many epochs the learning rate gets down to its smallest; in as many it comes back. */
  tMax: number
  /** The smallest learning rate. Default 0. */
  etaMin?: number
}

const takes = signature(
  'CosineAnnealingLR',
  { optimizer },
  { tMax: kinds.required(kinds.integer), etaMin: kinds.number, lastEpoch: kinds.integer },
)

/**
 * Leads the learning rate down along a cosine (Loshchilov and Hutter, 2017, without the restarts).
 *
 * $$ \eta_t = \eta_\text{min} + \tfrac{1}{2} (\eta_0 - \eta_\text{min}) \left(1 + \cos \frac{\pi t}{T}\right) $$
 *
 * in T epochs.
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a `tMax` that is no positive integer.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.CosineAnnealingLR(optimizer, { tMax: 2 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 3; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 0.5, 0]
 * @see torch.optim.lr_scheduler.CosineAnnealingLR
 */
export class CosineAnnealingLR extends LRScheduler<Required<CosineAnnealingLROptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<CosineAnnealingLROptions & LRSchedulerOptions, ['tMax', 'etaMin', 'lastEpoch']>
  ) {
    const { tMax, etaMin = 0, ...start } = takes([optimizer], args)
    checkPositiveIntegers('CosineAnnealingLR', { tMax })
    checkNumbers('CosineAnnealingLR', { etaMin })
    super(optimizer, { tMax, etaMin }, start)
  }

  override getLr(): number[] {
    const lrs = currentLrs(this.optimizer)
    if (this.isInitial) return lrs
    const { tMax, etaMin } = this.options
    const before = this.lastEpoch - 1
    const height = (epoch: number): number => 1 + portableMath.cos((Math.PI * epoch) / tMax)
    // At the bottom the way up cannot be had from the learning rate of now by a factor.
    const isBottom = (before - tMax) % (2 * tMax) === 0
    if (isBottom)
      return lrs.map(
        (lr, i) => lr + (((this.baseLrs[i] as number) - etaMin) * (1 - portableMath.cos(Math.PI / tMax))) / 2,
      )
    const factor = height(this.lastEpoch) / height(before)
    return lrs.map((lr) => factor * (lr - etaMin) + etaMin)
  }
}
