import { type Args, signature } from '@nn/tensor'
import { checkSchedulers, schedulers } from './check-schedulers'
import type { LRScheduler } from './lr-scheduler'
import { currentLrs, optimizer, type ScheduledOptimizer } from './scheduled'
import { SchedulerGroup } from './scheduler-group'

export interface ChainedSchedulerOptions {
  /** The optimizer of all schedulers. Default: the first one's. */
  optimizer?: ScheduledOptimizer
}

const takes = signature('ChainedScheduler', { schedulers }, { optimizer })

/**
 * Calls schedulers together: each goes on from the learning rates that the one before it has set.
 *
 * @param schedulers in order, all of the same optimizer
 * @throws TypeError for anything but schedulers that need no metric.
 * @throws RangeError without schedulers, and for those of different optimizers.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.ChainedScheduler([
 *   new lrScheduler.ConstantLR(optimizer, { factor: 0.5, totalIters: 2 }),
 *   new lrScheduler.ExponentialLR(optimizer, { gamma: 0.5 }),
 * ])
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 4; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [0.5, 0.25, 0.25, 0.125]
 * @see torch.optim.lr_scheduler.ChainedScheduler
 */
export class ChainedScheduler extends SchedulerGroup<{ schedulers: readonly LRScheduler[] }> {
  constructor(schedulers: readonly LRScheduler[], ...args: Args<ChainedSchedulerOptions, ['optimizer']>) {
    const { optimizer = schedulers[0]?.optimizer } = takes([schedulers], args)
    checkSchedulers('ChainedScheduler', optimizer, schedulers)
    super(optimizer as ScheduledOptimizer, { schedulers: [...schedulers] })
  }

  override getLr(): number[] {
    return currentLrs(this.optimizer)
  }

  /** The schedulers have set the first learning rates. */
  protected override initialStep(): void {
    this.lastEpoch = 0
    this.noteLastLr()
  }

  protected override update(): void {
    for (const scheduler of this.options.schedulers) scheduler.step()
    this.noteLastLr()
  }

  override restart(): void {
    for (const scheduler of this.options.schedulers) scheduler.restart()
    this.initialStep()
  }
}
