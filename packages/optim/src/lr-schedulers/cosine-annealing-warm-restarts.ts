import { type Args, kinds, portableMath, signature } from '@nn/tensor'
import { checkNumbers, checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { optimizer, type ScheduledOptimizer } from './scheduled'

export interface CosineAnnealingWarmRestartsOptions {
  /** How many epochs the first way down takes. */
  t0: number
  /** By what each way down is longer than the one before. Default 1. */
  tMult?: number
  /** The smallest learning rate. Default 0. */
  etaMin?: number
}

/** The settings, and where between two restarts it is. */
interface WarmRestartsSettings extends Required<CosineAnnealingWarmRestartsOptions> {
  /** Epochs since the last restart. */
  tCur: number
  /** Epochs from the last restart to the next. */
  tI: number
}

const takes = signature(
  'CosineAnnealingWarmRestarts',
  { optimizer },
  { t0: kinds.required(kinds.integer), tMult: kinds.integer, etaMin: kinds.number, lastEpoch: kinds.integer },
)

const takesStep = signature('CosineAnnealingWarmRestarts.step', {}, { epoch: kinds.number })

/**
 * Leads the learning rate down along a cosine, again and again (SGDR, Loshchilov and Hutter, 2017).
 *
 * $$ \eta_t = \eta_\text{min} + \tfrac{1}{2} (\eta_0 - \eta_\text{min})
 *    \left(1 + \cos \frac{\pi T_\text{cur}}{T_i}\right) $$
 *
 * with $T_\text{cur}$ epochs since the last restart, of $T_i$ until the next.
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a `t0` or a `tMult` that is no positive integer.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.CosineAnnealingWarmRestarts(optimizer, { t0: 2, tMult: 2 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [1, 0.5, 1, 0.8535533905932737, 0.5]
 * @see torch.optim.lr_scheduler.CosineAnnealingWarmRestarts
 */
export class CosineAnnealingWarmRestarts extends LRScheduler<WarmRestartsSettings> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<CosineAnnealingWarmRestartsOptions & LRSchedulerOptions, ['t0', 'tMult', 'etaMin', 'lastEpoch']>
  ) {
    const { t0, tMult = 1, etaMin = 0, lastEpoch = -1 } = takes([optimizer], args)
    checkPositiveIntegers('CosineAnnealingWarmRestarts', { t0, tMult })
    checkNumbers('CosineAnnealingWarmRestarts', { etaMin })
    super(optimizer, { t0, tMult, etaMin, tCur: lastEpoch, tI: t0 }, { lastEpoch })
  }

  override getLr(): number[] {
    const { etaMin, tCur, tI } = this.options
    const height = (1 + portableMath.cos((Math.PI * tCur) / tI)) / 2
    return this.baseLrs.map((lr) => etaMin + (lr - etaMin) * height)
  }

  /**
   * Goes on by one epoch, or to any: after each batch to `epoch + batch / batches`, so that the learning rate changes all the
   * time.
   *
   * @param epoch 0 or more, and not always whole
   * @throws RangeError for an epoch below 0.
   * @example
   * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
   * const scheduler = new lrScheduler.CosineAnnealingWarmRestarts(optimizer, 2)
   * scheduler.step(2.5)
   * optimizer.paramGroups[0].lr // 0.8535533905932737
   * @see torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.step
   */
  override step(...args: [epoch?: number]): void {
    const { epoch = this.lastEpoch < 0 ? 0 : undefined } = takesStep([], args)
    if (epoch === undefined) {
      goOn(this.options)
      this.lastEpoch++
    } else {
      if (!(epoch >= 0 && epoch < Infinity)) {
        throw new RangeError(`CosineAnnealingWarmRestarts.step: epoch must be at least 0, got ${epoch}`)
      }
      goTo(this.options, epoch)
      this.lastEpoch = Math.floor(epoch)
    }
    this.update()
  }
}

function goOn(place: WarmRestartsSettings): void {
  place.tCur++
  if (place.tCur < place.tI) return
  place.tCur %= place.tI
  place.tI *= place.tMult
}

function goTo(place: WarmRestartsSettings, epoch: number): void {
  const { t0, tMult } = place
  if (tMult === 1) {
    place.tCur = epoch % t0
    return
  }
  // The ways down get longer as a geometric series; so many are over.
  const over = epoch < t0 ? 0 : Math.trunc(portableMath.log((epoch / t0) * (tMult - 1) + 1) / portableMath.log(tMult))
  const factor = tMult ** over
  place.tCur = epoch - (t0 * (factor - 1)) / (tMult - 1)
  place.tI = t0 * factor
}
