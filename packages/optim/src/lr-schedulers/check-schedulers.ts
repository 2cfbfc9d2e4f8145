import { type Kind, kinds } from '@nn/tensor'
import { LRScheduler } from './lr-scheduler'
import type { ScheduledOptimizer } from './scheduled'

/** `ReduceLROnPlateau` is none of them: its step needs a metric. */
export const schedulers: Kind<readonly LRScheduler[]> = kinds.kind(
  'a list of schedulers whose step needs no metric, as [a, b]',
  (value) => Array.isArray(value) && value.every((part) => part instanceof LRScheduler),
)

/** Refuses what are not several schedulers of one optimizer. */
export function checkSchedulers(
  name: string,
  optimizer: ScheduledOptimizer | undefined,
  schedulers: readonly LRScheduler[],
): void {
  if (schedulers.length === 0) throw new RangeError(`${name}: the list of schedulers is empty`)
  for (const [i, scheduler] of schedulers.entries()) {
    if (scheduler.optimizer !== optimizer) throw new RangeError(`${name}: scheduler ${i} is of another optimizer`)
  }
}
