import { type Args, kinds, signature } from '@nn/tensor'
import { type LambdaLROptions, type LRLambda, lrLambda } from './lambda-lr'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { currentLrs, optimizer, perGroup, type ScheduledOptimizer } from './scheduled'

const takes = signature(
  'MultiplicativeLR',
  { optimizer },
  { lrLambda: kinds.required(lrLambda), lastEpoch: kinds.integer },
)

/**
 * Multiplies the learning rate of the last epoch by a function of this one.
 *
 * $$ \eta_t = \lambda(t) \eta_{t-1} $$
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError where there are not as many functions as groups.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.MultiplicativeLR(optimizer, { lrLambda: (epoch) => (epoch > 1 ? 0.5 : 1) })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 1, 0.5, 0.25, 0.125]
 * @see torch.optim.lr_scheduler.MultiplicativeLR
 */
export class MultiplicativeLR extends LRScheduler<LambdaLROptions> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<LambdaLROptions & LRSchedulerOptions, ['lrLambda', 'lastEpoch']>
  ) {
    const { lrLambda, ...start } = takes([optimizer], args)
    super(optimizer, { lrLambda }, start)
  }

  override getLr(): number[] {
    const lambdas = perGroup(this.getName(), 'lrLambda', this.optimizer, this.options.lrLambda)
    const lrs = currentLrs(this.optimizer)
    return this.isInitial ? lrs : lrs.map((lr, i) => lr * (lambdas[i] as LRLambda)(this.lastEpoch))
  }
}
