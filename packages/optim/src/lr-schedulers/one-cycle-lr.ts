import { type Args, kinds, portableMath, signature } from '@nn/tensor'
import { checkNumbers, checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { checkHasMomentum, setMomentum } from './momentum'
import { numbersPerGroup, optimizer, perGroup, type ScheduledOptimizer } from './scheduled'

export interface OneCycleLROptions {
  /** The largest learning rate: one for all groups, or one each. */
  maxLr: number | readonly number[]
  /** The number of steps; in place of it, `epochs` and `stepsPerEpoch`. */
  totalSteps?: number
  epochs?: number
  stepsPerEpoch?: number
  /** In which part of the steps the learning rate goes up. Default 0.3. */
  pctStart?: number
  /** Whether it goes along a cosine or a line. Default `'cos'`. */
  annealStrategy?: 'cos' | 'linear'
  /** Lead the momentum, or the first of the betas, the other way. Default true. */
  cycleMomentum?: boolean
  /** The smallest momentum, where the learning rate is largest. Default 0.85. */
  baseMomentum?: number | readonly number[]
  /** The largest momentum. Default 0.95. */
  maxMomentum?: number | readonly number[]
  /** By what the largest learning rate is divided to get the first. Default 25. */
  divFactor?: number
  /** By what the first learning rate is divided to get the last. Default 1e4. */
  finalDivFactor?: number
  /** Come back to the first learning rate before going to the last. Default false. */
  threePhase?: boolean
}

/** The settings with a value for each group where groups may differ. */
interface OneCycleSettings {
  readonly maxLr: readonly number[]
  readonly totalSteps: number
  readonly pctStart: number
  readonly annealStrategy: 'cos' | 'linear'
  readonly cycleMomentum: boolean
  readonly baseMomentum: readonly number[]
  readonly maxMomentum: readonly number[]
  readonly finalDivFactor: number
  readonly threePhase: boolean
}

const takes = signature(
  'OneCycleLR',
  { optimizer },
  {
    maxLr: kinds.required(numbersPerGroup),
    totalSteps: kinds.integer,
    epochs: kinds.integer,
    stepsPerEpoch: kinds.integer,
    pctStart: kinds.number,
    annealStrategy: kinds.oneOf('cos', 'linear'),
    cycleMomentum: kinds.boolean,
    baseMomentum: numbersPerGroup,
    maxMomentum: numbersPerGroup,
    divFactor: kinds.number,
    finalDivFactor: kinds.number,
    threePhase: kinds.boolean,
    lastEpoch: kinds.integer,
  },
)

/**
 * Leads the learning rate up to a large one and down to almost none in one cycle (Smith and Topin, 2018), and the
 * momentum the other way. Call `step` after every batch.
 *
 * $$ \frac{\eta_\text{max}}{\text{divFactor}} \to \eta_\text{max} \to
 *    \frac{\eta_\text{max}}{\text{divFactor} \cdot \text{finalDivFactor}} $$
 *
 * @throws TypeError for anything but an optimizer, and for `cycleMomentum` with one that has no momentum.
 * @throws RangeError for a number of steps that is none or is missing, for a `pctStart` outside [0, 1], and where there
 *   are not as many values as groups; in `step`, beyond the last one.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.OneCycleLR(optimizer, { maxLr: 1, totalSteps: 7, annealStrategy: 'linear', cycleMomentum: false })
 * const lrs: number[] = []
 * for (let batch = 0; batch < 5; batch++) {
 *   // ... train with a batch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [0.04, 0.9127272727272727, 0.8163272653061224, 0.6122464489795919, 0.40816563265306127]
 * @see torch.optim.lr_scheduler.OneCycleLR
 */
export class OneCycleLR extends LRScheduler<OneCycleSettings> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<
      OneCycleLROptions & LRSchedulerOptions,
      [
        'maxLr',
        'totalSteps',
        'epochs',
        'stepsPerEpoch',
        'pctStart',
        'annealStrategy',
        'cycleMomentum',
        'baseMomentum',
        'maxMomentum',
        'divFactor',
        'finalDivFactor',
        'threePhase',
        'lastEpoch',
      ]
    >
  ) {
    const options = takes([optimizer], args)
    const { divFactor = 25, lastEpoch = -1 } = options
    checkNumbers('OneCycleLR', options)
    const settings = settingsOf(optimizer, options)
    if (settings.cycleMomentum) checkHasMomentum('OneCycleLR', optimizer)
    if (lastEpoch === -1) {
      for (const [i, group] of optimizer.paramGroups.entries()) {
        group.initialLr = (settings.maxLr[i] as number) / divFactor
      }
    }
    super(optimizer, settings, { lastEpoch })
  }

  override getLr(): number[] {
    const { maxLr, finalDivFactor, threePhase } = this.options
    return this.baseLrs.map((first, i) => {
      const largest = maxLr[i] as number
      const last = first / finalDivFactor
      return valueAlong(
        threePhase ? [first, largest, first, last] : [first, largest, last],
        this.lastEpoch,
        this.options,
      )
    })
  }

  protected override update(): void {
    const { totalSteps, cycleMomentum, baseMomentum, maxMomentum, threePhase } = this.options
    if (this.lastEpoch > totalSteps) {
      throw new RangeError(`${this.getName()}: step ${this.lastEpoch} is beyond the last of ${totalSteps} steps`)
    }
    super.update()
    if (!cycleMomentum) return
    for (const [i, group] of this.optimizer.paramGroups.entries()) {
      const [least, most] = [baseMomentum[i] as number, maxMomentum[i] as number]
      const path = threePhase ? [most, least, most, most] : [most, least, most]
      setMomentum(group, valueAlong(path, this.lastEpoch, this.options))
    }
  }
}

function settingsOf(optimizer: ScheduledOptimizer, options: OneCycleLROptions): OneCycleSettings {
  const { maxLr, pctStart = 0.3, annealStrategy = 'cos', cycleMomentum = true, threePhase = false } = options
  const { baseMomentum = 0.85, maxMomentum = 0.95, finalDivFactor = 1e4 } = options
  if (!(pctStart >= 0 && pctStart <= 1)) {
    throw new RangeError(`OneCycleLR: pctStart must lie between 0 and 1, got ${pctStart}`)
  }
  return {
    maxLr: perGroup('OneCycleLR', 'maxLr', optimizer, maxLr),
    totalSteps: totalStepsOf(options),
    pctStart,
    annealStrategy,
    cycleMomentum,
    baseMomentum: perGroup('OneCycleLR', 'baseMomentum', optimizer, baseMomentum),
    maxMomentum: perGroup('OneCycleLR', 'maxMomentum', optimizer, maxMomentum),
    finalDivFactor,
    threePhase,
  }
}

function totalStepsOf({ totalSteps, epochs, stepsPerEpoch }: OneCycleLROptions): number {
  if (totalSteps !== undefined) {
    checkPositiveIntegers('OneCycleLR', { totalSteps })
    return totalSteps
  }
  if (epochs === undefined || stepsPerEpoch === undefined) {
    throw new RangeError('OneCycleLR: needs totalSteps, or epochs and stepsPerEpoch')
  }
  checkPositiveIntegers('OneCycleLR', { epochs, stepsPerEpoch })
  return epochs * stepsPerEpoch
}

/** What a value is at a step that goes from one of `stops` to the next in each phase. */
function valueAlong(
  stops: readonly number[],
  step: number,
  { totalSteps, pctStart, threePhase, annealStrategy }: OneCycleSettings,
): number {
  const up = pctStart * totalSteps
  const times = threePhase ? [0, up - 1, 2 * up - 2, totalSteps - 1] : [0, up - 1, totalSteps - 1]
  const reached = times.findIndex((time, i) => i > 0 && step <= time)
  const to = reached === -1 ? times.length - 1 : reached
  const [begin, end] = times.slice(to - 1) as [number, number]
  const [from, until] = stops.slice(to - 1) as [number, number]
  // A phase may have no length.
  const part = end === begin ? 1 : (step - begin) / (end - begin)
  if (annealStrategy === 'linear') return (until - from) * part + from
  return until + ((from - until) / 2) * (portableMath.cos(Math.PI * part) + 1)
}
