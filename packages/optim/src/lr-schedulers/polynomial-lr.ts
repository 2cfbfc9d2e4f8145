import { checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import type { ScheduledOptimizer } from './scheduled'

export interface PolynomialLROptions {
  /** In how many epochs the learning rate gets to 0. Default 5. */
  totalIters?: number
  /** The power of the polynomial; with 1 it falls along a line. Default 1. */
  power?: number
}

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
 * const scheduler = new lrScheduler.PolynomialLR(optimizer, { totalIters: 20, power: 2 })
 * for (let epoch = 0; epoch < 20; epoch++) {
 *   trainOneEpoch()
 *   scheduler.step()
 * }
 * @see torch.optim.lr_scheduler.PolynomialLR
 */
export class PolynomialLR extends LRScheduler<Required<PolynomialLROptions>> {
  constructor(
    optimizer: ScheduledOptimizer,
    { totalIters = 5, power = 1, ...start }: PolynomialLROptions & LRSchedulerOptions = {},
  ) {
    checkPositiveIntegers('PolynomialLR', { totalIters })
    super(optimizer, { totalIters, power }, start)
  }

  override getLr(): number[] {
    const { totalIters, power } = this.options
    if (this.isInitial || this.lastEpoch > totalIters) return this.scaledLrs(1)
    const left = 1 - this.lastEpoch / totalIters
    const leftBefore = 1 - (this.lastEpoch - 1) / totalIters
    return this.scaledLrs((left / leftBefore) ** power)
  }
}
