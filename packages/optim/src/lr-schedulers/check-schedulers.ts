import { LRScheduler } from './lr-scheduler'
import type { ScheduledOptimizer } from './scheduled'

/** Refuses what is no list of schedulers of one optimizer whose steps need no metric. */
export function checkSchedulers(name: string, optimizer: ScheduledOptimizer, schedulers: readonly unknown[]): void {
  if (schedulers.length === 0) throw new RangeError(`${name}: the list of schedulers is empty`)
  for (const [i, scheduler] of schedulers.entries()) {
    if (!(scheduler instanceof LRScheduler)) {
      throw new TypeError(`${name}: scheduler ${i} must be one whose step needs no metric`)
    }
    if (scheduler.optimizer !== optimizer) throw new RangeError(`${name}: scheduler ${i} is of another optimizer`)
  }
}
