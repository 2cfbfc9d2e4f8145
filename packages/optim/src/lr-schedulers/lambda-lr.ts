import { type Args, type Kind, kinds, signature } from '@nn/tensor'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { optimizer, perGroup, type ScheduledOptimizer } from './scheduled'

/** What the learning rate is multiplied by, from the number of epochs that have gone by. */
export type LRLambda = (epoch: number) => number

export interface LambdaLROptions {
  /** One function for all groups, or one each. */
  lrLambda: LRLambda | readonly LRLambda[]
}

/** A function for all groups, or one each. */
export const lrLambda: Kind<LRLambda | readonly LRLambda[]> = kinds.kind(
  'a function of the epoch, or a list of one for each group',
  (value) => kinds.listOf(kinds.callback).accepts(Array.isArray(value) ? value : [value]),
)

const takes = signature('LambdaLR', { optimizer }, { lrLambda: kinds.required(lrLambda), lastEpoch: kinds.integer })

/**
 * Multiplies the base learning rate by a function of the epoch.
 *
 * $$ \eta_t = \lambda(t) \eta_0 $$
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError where there are not as many functions as groups.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.LambdaLR(optimizer, { lrLambda: (epoch) => 1 / (1 + epoch) })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 0.5, 0.3333333333333333, 0.25, 0.2]
 * @see torch.optim.lr_scheduler.LambdaLR
 */
export class LambdaLR extends LRScheduler<LambdaLROptions> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<LambdaLROptions & LRSchedulerOptions, ['lrLambda', 'lastEpoch']>
  ) {
    const { lrLambda, ...start } = takes([optimizer], args)
    super(optimizer, { lrLambda }, start)
  }

  override getLr(): number[] {
    const lambdas = perGroup(this.getName(), 'lrLambda', this.optimizer, this.options.lrLambda)
    return this.baseLrs.map((lr, i) => lr * (lambdas[i] as LRLambda)(this.lastEpoch))
  }
}
