import { LRScheduler, type LRSchedulerStateDict } from './lr-scheduler'

/** A scheduler that is made of others: its state has theirs inside. */
export abstract class SchedulerGroup<
  Options extends { readonly schedulers: readonly LRScheduler[] },
> extends LRScheduler<Options> {
  override stateDict(): LRSchedulerStateDict {
    return { ...super.stateDict(), schedulers: this.options.schedulers.map((scheduler) => scheduler.stateDict()) }
  }

  override loadStateDict({ schedulers, ...state }: LRSchedulerStateDict): void {
    super.loadStateDict(state)
    const states = schedulers as readonly LRSchedulerStateDict[]
    for (const [i, scheduler] of this.options.schedulers.entries()) {
      scheduler.loadStateDict(states[i] as LRSchedulerStateDict)
    }
  }
}
