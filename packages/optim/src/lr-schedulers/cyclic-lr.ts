import { type Args, type Kind, kinds, portableMath, signature } from '@nn/tensor'
import { checkNumbers, checkPositiveIntegers } from '../check-options'
import { LRScheduler, type LRSchedulerOptions } from './lr-scheduler'
import { checkHasMomentum, setMomentum } from './momentum'
import { numbersPerGroup, optimizer, perGroup, type ScheduledOptimizer, setLrs } from './scheduled'

export type CyclicMode = 'triangular' | 'triangular2' | 'exp_range'

export interface CyclicLROptions {
  /** The smallest learning rate: one for all groups, or one each. */
  baseLr: number | readonly number[]
  /** The largest learning rate of the first cycle: one for all groups, or one each. */
  maxLr: number | readonly number[]
  /** In how many steps the learning rate goes up. Default 2000. */
  stepSizeUp?: number
  /** In how many steps it comes down. Default: in as many as it goes up. */
  stepSizeDown?: number
  /**
   * How high the cycles are: all the same (`'triangular'`), each half of the one before (`'triangular2'`), or times
   * `gamma` at every step (`'exp_range'`). Default `'triangular'`.
   */
  mode?: CyclicMode
  /** See `mode`. Default 1. */
  gamma?: number
  /** A height of your own in place of `mode`, from the number of the cycle (the first is 1) or of the step. */
  scaleFn?: (x: number) => number
  /** What `scaleFn` is given. Default `'cycle'`. */
  scaleMode?: 'cycle' | 'iterations'
  /** Lead the momentum, or the first of the betas, the other way. Default true. */
  cycleMomentum?: boolean
  /** The smallest momentum, where the learning rate is largest. Default 0.8. */
  baseMomentum?: number | readonly number[]
  /** The largest momentum. Default 0.9. */
  maxMomentum?: number | readonly number[]
}

/** The settings with a value for each group where groups may differ. */
interface CyclicSettings {
  readonly baseLr: readonly number[]
  readonly maxLr: readonly number[]
  readonly stepSizeUp: number
  readonly stepSizeDown: number
  readonly mode: CyclicMode
  readonly gamma: number
  readonly scaleFn?: (x: number) => number
  readonly scaleMode: 'cycle' | 'iterations'
  readonly cycleMomentum: boolean
  readonly baseMomentum: readonly number[]
  readonly maxMomentum: readonly number[]
}

const takes = signature(
  'CyclicLR',
  { optimizer },
  {
    baseLr: kinds.required(numbersPerGroup),
    maxLr: kinds.required(numbersPerGroup),
    stepSizeUp: kinds.integer,
    stepSizeDown: kinds.integer,
    mode: kinds.oneOf('triangular', 'triangular2', 'exp_range'),
    gamma: kinds.number,
    scaleFn: kinds.callback as Kind<(x: number) => number>,
    scaleMode: kinds.oneOf('cycle', 'iterations'),
    cycleMomentum: kinds.boolean,
    baseMomentum: numbersPerGroup,
    maxMomentum: numbersPerGroup,
    lastEpoch: kinds.integer,
  },
)

/**
 * Leads the learning rate up and down between two bounds (Smith, 2017), and the momentum the other way. Call `step` after
 * every batch.
 *
 * @throws TypeError for anything but an optimizer, and for `cycleMomentum` with one that has no momentum.
 * @throws RangeError for numbers of steps that are no positive integers, for a mode that does not exist, and where there
 *   are not as many values as groups.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.CyclicLR(optimizer, { baseLr: 0.5, maxLr: 1, stepSizeUp: 2, cycleMomentum: false })
 * const lrs: number[] = []
 * for (let batch = 0; batch < 5; batch++) {
 *   // ... train with a batch
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step()
 * }
 * lrs // [0.5, 0.75, 1, 0.75, 0.5]
 * @see torch.optim.lr_scheduler.CyclicLR
 */
export class CyclicLR extends LRScheduler<CyclicSettings> {
  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<
      CyclicLROptions & LRSchedulerOptions,
      [
        'baseLr',
        'maxLr',
        'stepSizeUp',
        'stepSizeDown',
        'mode',
        'gamma',
        'scaleFn',
        'scaleMode',
        'cycleMomentum',
        'baseMomentum',
        'maxMomentum',
        'lastEpoch',
      ]
    >
  ) {
    const options = takes([optimizer], args)
    const { lastEpoch = -1 } = options
    checkNumbers('CyclicLR', options)
    const settings = settingsOf(optimizer, options)
    if (settings.cycleMomentum) checkHasMomentum('CyclicLR', optimizer)
    if (lastEpoch === -1) setLrs('CyclicLR', optimizer, settings.baseLr)
    super(optimizer, settings, { lastEpoch })
  }

  override getLr(): number[] {
    const { baseLr, maxLr } = this.options
    const part = partOfHeight(this.options, this.lastEpoch)
    return baseLr.map((least, i) => least + ((maxLr[i] as number) - least) * part)
  }

  protected override update(): void {
    super.update()
    const { cycleMomentum, baseMomentum, maxMomentum } = this.options
    if (!cycleMomentum) return
    const part = partOfHeight(this.options, this.lastEpoch)
    for (const [i, group] of this.optimizer.paramGroups.entries()) {
      const most = maxMomentum[i] as number
      setMomentum(group, most - (most - (baseMomentum[i] as number)) * part)
    }
  }
}

function settingsOf(optimizer: ScheduledOptimizer, options: CyclicLROptions): CyclicSettings {
  const { stepSizeUp = 2000, stepSizeDown = stepSizeUp, mode = 'triangular', gamma = 1, scaleFn } = options
  const { scaleMode = 'cycle', cycleMomentum = true, baseMomentum = 0.8, maxMomentum = 0.9 } = options
  checkPositiveIntegers('CyclicLR', { stepSizeUp, stepSizeDown })
  return {
    baseLr: perGroup('CyclicLR', 'baseLr', optimizer, options.baseLr),
    maxLr: perGroup('CyclicLR', 'maxLr', optimizer, options.maxLr),
    stepSizeUp,
    stepSizeDown,
    mode,
    gamma,
    ...(scaleFn === undefined ? {} : { scaleFn }),
    scaleMode,
    cycleMomentum,
    baseMomentum: perGroup('CyclicLR', 'baseMomentum', optimizer, baseMomentum),
    maxMomentum: perGroup('CyclicLR', 'maxMomentum', optimizer, maxMomentum),
  }
}

/** How high a cycle is, as a part of the whole height. */
const heights: Readonly<Record<CyclicMode, (cycle: number, step: number, gamma: number) => number>> = {
  triangular: () => 1,
  triangular2: (cycle) => portableMath.pow(0.5, cycle - 1),
  exp_range: (_, step, gamma) => portableMath.pow(gamma, step),
}

/** Where between its smallest and its largest the learning rate is at a step. */
function partOfHeight(settings: CyclicSettings, step: number): number {
  const { stepSizeUp, stepSizeDown, mode, gamma, scaleFn, scaleMode } = settings
  const length = stepSizeUp + stepSizeDown
  const cycle = Math.floor(1 + step / length)
  const x = 1 + step / length - cycle
  const up = stepSizeUp / length
  const slope = x <= up ? x / up : (x - 1) / (up - 1)
  const height = scaleFn?.(scaleMode === 'cycle' ? cycle : step) ?? heights[mode](cycle, step, gamma)
  return slope * height
}
