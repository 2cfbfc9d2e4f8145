import { type Args, kinds, signature } from '@nn/tensor'
import { checkSchedulers, schedulers } from './check-schedulers'
import type { LRScheduler } from './lr-scheduler'
import { optimizer, type ScheduledOptimizer } from './scheduled'
import { SchedulerGroup } from './scheduler-group'

export interface SequentialLROptions {
  /** The schedulers in order, all of the same optimizer. */
  schedulers: readonly LRScheduler[]
  /** The epochs at which the next one takes over: one less than schedulers. */
  milestones: readonly number[]
}

const takes = signature(
  'SequentialLR',
  { optimizer },
  { schedulers: kinds.required(schedulers), milestones: kinds.required(kinds.integers) },
)

/**
 * Calls schedulers one after another. Each begins from the base learning rates when its turn comes.
 *
 * @throws TypeError for anything but an optimizer, and for anything but schedulers that need no metric.
 * @throws RangeError without schedulers, for one of another optimizer, and for a number of milestones that does not fit.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.SequentialLR(optimizer, {
 *   schedulers: [
 *     new lrScheduler.LinearLR(optimizer, { startFactor: 0.5, totalIters: 2 }),
 *     new lrScheduler.ExponentialLR(optimizer, { gamma: 0.5 }),
 *   ],
 *   milestones: [2],
 * })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [0.5, 0.75, 1, 0.5, 0.25]
 * @see torch.optim.lr_scheduler.SequentialLR
 */
export class SequentialLR extends SchedulerGroup<SequentialLROptions> {
  constructor(optimizer: ScheduledOptimizer, ...args: Args<SequentialLROptions, ['schedulers', 'milestones']>) {
    const { schedulers, milestones } = takes([optimizer], args)
    checkSchedulers('SequentialLR', optimizer, schedulers)
    if (milestones.length !== schedulers.length - 1) {
      throw new RangeError(
        `SequentialLR: needs one milestone less than schedulers, got ${milestones.length} for ${schedulers.length}`,
      )
    }
    super(optimizer, { schedulers: [...schedulers], milestones: [...milestones] })
  }

  override getLr(): number[] {
    return this.scheduler.getLr()
  }

  /** The scheduler whose turn it is. */
  get scheduler(): LRScheduler {
    return this.options.schedulers[this.turn] as LRScheduler
  }

  private get turn(): number {
    return this.options.milestones.filter((epoch) => epoch <= this.lastEpoch).length
  }

  protected override update(): void {
    const isFirst = this.isInitial || this.options.milestones[this.turn - 1] === this.lastEpoch
    if (isFirst) this.scheduler.restart()
    else this.scheduler.step()
    this.noteLastLr()
  }
}
