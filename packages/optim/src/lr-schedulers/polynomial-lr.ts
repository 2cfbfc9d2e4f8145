import { type Args, kinds, portableMath, signature } from '@nn/tensor'
import { checkNumbers, checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { optimizer, type ScheduledOptimizer } from './scheduled'

export interface PolynomialLROptions {
  /** In how many epochs the learning rate gets to 0. Default 5. */
  totalIters?: number
  /** The power of the polynomial; with 1 it falls along a line. Default 1. */
  power?: number
}

const takes = signature(
  'PolynomialLR',
  { optimizer },
  { totalIters: kinds.integer, power: kinds.number, lastEpoch: kinds.integer },
)

/**
 * Brings the learning rate down to 0 along a polynomial.
 *
 * $$ \eta_t = \left(1 - \frac{\min(t, T)}{T}\right)^\text{power} \eta_0 $$
 *
 * in T epochs.
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a `totalIters` that is no positive integer.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.PolynomialLR(optimizer, { totalIters: 4, power: 2 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 0.5625, 0.25, 0.0625, 0]
 * @see torch.optim.lr_scheduler.PolynomialLR
 */
export class PolynomialLR extends LRScheduler<Required<PolynomialLROptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<PolynomialLROptions & LRSchedulerOptions, ['totalIters', 'power', 'lastEpoch']>
  ) {
    const { totalIters = 5, power = 1, ...start } = takes([optimizer], args)
    checkPositiveIntegers('PolynomialLR', { totalIters })
    checkNumbers('PolynomialLR', { power })
    super(optimizer, { totalIters, power }, start)
  }

  override getLr(): number[] {
    const { totalIters, power } = this.options
    if (this.isInitial || this.lastEpoch > totalIters) return this.scaledLrs(1)
    const left = 1 - this.lastEpoch / totalIters
    const leftBefore = 1 - (this.lastEpoch - 1) / totalIters
    return this.scaledLrs(portableMath.pow(left / leftBefore, power))
  }
}
