import { LRScheduler, type LRSchedulerStateDict } from './lr-scheduler'

/** A scheduler that is made of others: its state has theirs inside. */
export abstract class SchedulerGroup<
  Options extends { readonly schedulers: readonly LRScheduler[] },
> extends LRScheduler<Options> {
  override stateDict(...none: []): LRSchedulerStateDict {
    return {
      ...super.stateDict(...none),
      schedulers: this.options.schedulers.map((scheduler) => scheduler.stateDict()),
    }
  }

  override loadStateDict(stateDict: LRSchedulerStateDict, ...none: []): void {
    const { schedulers } = this.options
    const states: unknown = stateDict?.schedulers
    if (Array.isArray(states) && states.length !== schedulers.length) {
      throw new RangeError(
        `${this.getName()}.loadStateDict: the state is of ${states.length} schedulers, there are ${schedulers.length} here`,
      )
    }
    super.loadStateDict(Array.isArray(states) ? { ...stateDict, schedulers } : stateDict, ...none)
    for (const [i, scheduler] of schedulers.entries()) {
      scheduler.loadStateDict((states as LRSchedulerStateDict[])[i] as LRSchedulerStateDict)
    }
  }
}
