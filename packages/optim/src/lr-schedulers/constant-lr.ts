import { type Args, kinds, signature } from '@nn/tensor'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { optimizer, type ScheduledOptimizer } from './scheduled'

export interface ConstantLROptions {
  /** What the learning rate is multiplied by at first. Default 1/3. */
  factor?: number
  /** After how many epochs it is the whole one. Default 5. */
  totalIters?: number
}

const takes = signature(
  'ConstantLR',
  { optimizer },
  { factor: kinds.number, totalIters: kinds.integer, lastEpoch: kinds.integer },
)

/**
 * Trains with a part of the learning rate for some epochs, and then with the whole.
 *
 * $$ \eta_t = \begin{cases} \text{factor} \cdot \eta_0 & t < \text{totalIters} \\ \eta_0 & \text{otherwise} \end{cases} $$
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a factor outside (0, 1].
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.ConstantLR(optimizer, { factor: 0.5, totalIters: 2 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [0.5, 0.5, 1, 1, 1]
 * @see torch.optim.lr_scheduler.ConstantLR
 */
export class ConstantLR extends LRScheduler<Required<ConstantLROptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<ConstantLROptions & LRSchedulerOptions, ['factor', 'totalIters', 'lastEpoch']>
  ) {
    const { factor = 1 / 3, totalIters = 5, ...start } = takes([optimizer], args)
    if (!(factor > 0 && factor <= 1)) {
      throw new RangeError(`ConstantLR: factor must be above 0 and at most 1, got ${factor}`)
    }
    super(optimizer, { factor, totalIters }, start)
  }

  override getLr(): number[] {
    const { factor, totalIters } = this.options
    if (this.lastEpoch === 0) return this.scaledLrs(factor)
    return this.scaledLrs(this.lastEpoch === totalIters ? 1 / factor : 1)
  }
}
