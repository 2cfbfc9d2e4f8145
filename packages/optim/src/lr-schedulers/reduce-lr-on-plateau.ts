import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { checkNumbers } from '../check-options'
import { currentLrs, numbersPerGroup, optimizer, perGroup, type ScheduledOptimizer, setLrs } from './scheduled'

export interface ReduceLROnPlateauOptions {
  /** Whether the metric should become small or large. Default `'min'`. */
  mode?: 'min' | 'max'
  /** What the learning rate is multiplied by. Default 0.1. */
  factor?: number
  /** How many epochs without progress are tolerated. Default 10. */
  patience?: number
  /** How much better the metric must become to count as progress. Default 1e-4. */
  threshold?: number
  /** Whether the threshold is a part of the best metric (`'rel'`) or a difference from it (`'abs'`). Default `'rel'`. */
  thresholdMode?: 'rel' | 'abs'
  /** For how many epochs after a reduction nothing is counted. Default 0. */
  cooldown?: number
  /** The smallest learning rate: one for all groups, or one each. Default 0. */
  minLr?: number | readonly number[]
  /** A learning rate that would change by no more than this stays. Default 1e-8. */
  eps?: number
}

/** The state of a `ReduceLROnPlateau`, as its `stateDict` gives it. */
export interface ReduceLROnPlateauState extends Required<ReduceLROnPlateauOptions> {
  /** The best metric so far. */
  best: number
  /** How many epochs there was no progress. */
  numBadEpochs: number
  /** For how many epochs nothing is counted yet. */
  cooldownCounter: number
  lastEpoch: number
  lastLr: readonly number[]
}

const takes = signature(
  'ReduceLROnPlateau',
  { optimizer },
  {
    mode: kinds.oneOf('min', 'max'),
    factor: kinds.number,
    patience: kinds.integer,
    threshold: kinds.number,
    thresholdMode: kinds.oneOf('rel', 'abs'),
    cooldown: kinds.integer,
    minLr: numbersPerGroup,
    eps: kinds.number,
  },
)
const takesStep = signature('ReduceLROnPlateau.step', { metrics: kinds.either(kinds.number, kinds.tensor) })
const takesNothing = signature('ReduceLROnPlateau.stateDict', {})
const takesState = signature('ReduceLROnPlateau.loadStateDict', {
  stateDict: kinds.kind(
    'what stateDict() gives',
    (value) => typeof value === 'object' && value !== null && 'factor' in value && 'numBadEpochs' in value,
  ),
})

/**
 * Reduces the learning rate when a metric stops to get better.
 *
 * @throws TypeError for anything but an optimizer.
 * @throws RangeError for a factor of 1 or more, for modes that do not exist, and where there are not as many smallest
 *   learning rates as groups.
 * @example
 * const optimizer = new SGD(new Linear(2, 1).parameters(), { lr: 1 })
 * const scheduler = new lrScheduler.ReduceLROnPlateau(optimizer, { patience: 1, factor: 0.5 })
 * const lrs: number[] = []
 * for (let epoch = 0; epoch < 5; epoch++) {
 *   // ... train for an epoch, which ends with a validation loss of 2.5
 *   lrs.push(optimizer.paramGroups[0].lr)
 *   scheduler.step(2.5)
 * }
 * lrs // [1, 1, 1, 0.5, 0.5]
 * @see torch.optim.lr_scheduler.ReduceLROnPlateau
 */
export class ReduceLROnPlateau {
  readonly optimizer: ScheduledOptimizer
  #state: ReduceLROnPlateauState

  constructor(
    optimizer: ScheduledOptimizer,
    ...args: Args<
      ReduceLROnPlateauOptions,
      ['mode', 'factor', 'patience', 'threshold', 'thresholdMode', 'cooldown', 'minLr', 'eps']
    >
  ) {
    const options = takes([optimizer], args)
    this.optimizer = optimizer
    const { mode = 'min' } = options
    this.#state = {
      mode,
      factor: 0.1,
      patience: 10,
      threshold: 1e-4,
      thresholdMode: 'rel',
      cooldown: 0,
      minLr: 0,
      eps: 1e-8,
      ...options,
      best: mode === 'min' ? Infinity : -Infinity,
      numBadEpochs: 0,
      cooldownCounter: 0,
      lastEpoch: 0,
      lastLr: currentLrs(optimizer),
    }
    checkSettings(this.#state)
    checkNumbers('ReduceLROnPlateau', this.#state)
    perGroup('ReduceLROnPlateau', 'minLr', optimizer, this.#state.minLr)
  }

  /** How many epochs have gone by. */
  get lastEpoch(): number {
    return this.#state.lastEpoch
  }

  /** The best metric so far. */
  get best(): number {
    return this.#state.best
  }

  /** The learning rate of each group after the last `step`. */
  getLastLr(): readonly number[] {
    return this.#state.lastLr
  }

  /**
   * Goes on by one epoch.
   *
   * @param metrics of this epoch, such as the validation loss
   * @see torch.optim.lr_scheduler.ReduceLROnPlateau.step
   */
  step(metrics: number | Tensor, ...none: []): void {
    takesStep([metrics], none)
    const state = this.#state
    const value = typeof metrics === 'number' ? metrics : metrics.item()
    state.lastEpoch++
    if (isBetter(value, state)) {
      state.best = value
      state.numBadEpochs = 0
    } else state.numBadEpochs++
    if (state.cooldownCounter > 0) {
      state.cooldownCounter--
      state.numBadEpochs = 0
    }
    if (state.numBadEpochs > state.patience) {
      this.#reduce()
      state.cooldownCounter = state.cooldown
      state.numBadEpochs = 0
    }
    state.lastLr = currentLrs(this.optimizer)
  }

  #reduce(): void {
    const { factor, minLr, eps } = this.#state
    const least = perGroup('ReduceLROnPlateau', 'minLr', this.optimizer, minLr)
    const lrs = currentLrs(this.optimizer).map((lr, i) => {
      const reduced = Math.max(lr * factor, least[i] as number)
      return lr - reduced > eps ? reduced : lr
    })
    setLrs('ReduceLROnPlateau', this.optimizer, lrs)
  }

  /**
   * Everything needed to go on later, beside the optimizer's own state.
   *
   * @see torch.optim.lr_scheduler.ReduceLROnPlateau.state_dict
   */
  stateDict(...none: []): ReduceLROnPlateauState {
    takesNothing([], none)
    return { ...this.#state }
  }

  /**
   * Takes over the settings and what was counted. The learning rates are the optimizer's to load.
   *
   * @throws TypeError for the state of another scheduler.
   * @see torch.optim.lr_scheduler.ReduceLROnPlateau.load_state_dict
   */
  loadStateDict(stateDict: ReduceLROnPlateauState, ...none: []): void {
    takesState([stateDict], none)
    checkSettings(stateDict)
    this.#state = { ...stateDict }
  }
}

function checkSettings({ factor }: ReduceLROnPlateauState): void {
  if (!(factor < 1)) throw new RangeError(`ReduceLROnPlateau: factor must be below 1, got ${factor}`)
}

/** Whether a metric is better than the best so far, by the threshold. */
function isBetter(metric: number, { mode, best, threshold, thresholdMode }: ReduceLROnPlateauState): boolean {
  const sign = mode === 'min' ? -1 : 1
  const bound = thresholdMode === 'rel' ? best * (1 + sign * threshold) : best + sign * threshold
  return mode === 'min' ? metric < bound : metric > bound
}
