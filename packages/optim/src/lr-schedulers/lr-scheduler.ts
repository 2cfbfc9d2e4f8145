import { type Args, kinds, show, signature } from '@nn/tensor'
import { currentLrs, optimizer, type ScheduledOptimizer, setLrs } from './scheduled'

export interface LRSchedulerOptions {
  /** The epoch that was the last one before training was stopped, to go on from; -1 begins. Default -1. */
  lastEpoch?: number
}

/** A scheduler's state as `stateDict` gives it: its settings, as far as they are no functions, and where it is. */
export interface LRSchedulerStateDict {
  readonly [setting: string]: unknown
  readonly baseLrs: readonly number[]
  readonly lastLr: readonly number[]
  readonly lastEpoch: number
}

const takes = signature('LRScheduler', { optimizer, options: kinds.anything }, { lastEpoch: kinds.integer })

const takesNothing = signature('stateDict', {})
const takesStateDict = signature('loadStateDict', {
  stateDict: kinds.kind(
    'what stateDict() gives',
    (value) =>
      typeof value === 'object' && value !== null && 'baseLrs' in value && 'lastLr' in value && 'lastEpoch' in value,
  ),
})

/**
 * The base of the learning-rate schedulers. A scheduler changes the learning rates in `optimizer.paramGroups`; call its
 * `step` after the optimizer's, most often once an epoch. A subclass says only what the learning rates are next. Its
 * settings go to `super`, which asks for the first ones at once.
 *
 * @example
 * // Goes down by a step at a time.
 * class StairLR extends lrScheduler.LRScheduler<{ height: number }> {
 *   constructor(optimizer: SGD, height: number) {
 *     super(optimizer, { height })
 *   }
 *   override getLr(): number[] {
 *     return this.baseLrs.map((lr) => Math.max(0, lr - this.options.height * this.lastEpoch))
 *   }
 * }
 * const scheduler = new StairLR(new SGD(new Linear(2, 1).parameters(), { lr: 1 }), 0.25)
 * scheduler.step()
 * scheduler.getLastLr() // [0.75]
 * @see torch.optim.lr_scheduler.LRScheduler
 */
export abstract class LRScheduler<Options extends object = object> {
  readonly optimizer: ScheduledOptimizer
  /** Its settings. */
  readonly options: Options
  /** The learning rate of each group before any scheduler changed it. */
  readonly baseLrs: number[]
  /** How many epochs have gone by. */
  lastEpoch: number
  /** True while the first learning rates are asked for. */
  protected isInitial = false
  #lastLr: number[] = []

  /**
   * @param options the settings of the subclass
   * @param lastEpoch with any but -1, training goes on: the groups must have their `initialLr` already
   * @throws TypeError for anything but an optimizer.
   * @throws RangeError where training goes on and a group has no `initialLr`.
   */
  constructor(optimizer: ScheduledOptimizer, options: Options, ...args: Args<LRSchedulerOptions, ['lastEpoch']>) {
    const { lastEpoch = -1 } = takes([optimizer, options], args, this.getName())
    this.optimizer = optimizer
    this.options = options
    this.lastEpoch = lastEpoch
    this.baseLrs = optimizer.paramGroups.map((group, i) => {
      if (lastEpoch === -1) group.initialLr ??= group.lr
      if (group.initialLr === undefined) {
        throw new RangeError(
          `${this.getName()}: lastEpoch is ${lastEpoch}, but group ${i} has no initialLr to go on from`,
        )
      }
      return group.initialLr
    })
    this.initialStep()
  }

  /** The learning rate of each group at `lastEpoch`, from those of now: a change of yours is carried on. */
  abstract getLr(): number[]

  /** The learning rate of each group that this scheduler set last. */
  getLastLr(...none: []): readonly number[] {
    takesNothing([], none, `${this.getName()}.getLastLr`)
    return this.#lastLr
  }

  /**
   * Goes on by one epoch.
   *
   * @see torch.optim.lr_scheduler.LRScheduler.step
   */
  step(...none: []): void {
    const [epoch]: unknown[] = none
    if (epoch !== undefined) {
      throw new TypeError(`${this.getName()}.step: takes no epoch, got ${show(epoch)}; call it once an epoch`)
    }
    this.lastEpoch++
    this.update()
  }

  /** The learning rates of now times a factor. */
  protected scaledLrs(factor: number): number[] {
    return currentLrs(this.optimizer).map((lr) => lr * factor)
  }

  /** Sets the first learning rates. */
  protected initialStep(): void {
    this.isInitial = true
    this.step()
    this.isInitial = false
  }

  /** Begins anew from the base learning rates, as in `SequentialLR` when its turn comes. */
  restart(): void {
    setLrs(this.getName(), this.optimizer, this.baseLrs)
    this.lastEpoch = -1
    this.initialStep()
  }

  /** Sets what depends on the epoch. */
  protected update(): void {
    setLrs(this.getName(), this.optimizer, this.getLr())
    this.noteLastLr()
  }

  protected noteLastLr(): void {
    this.#lastLr = currentLrs(this.optimizer)
  }

  /**
   * Everything needed to go on later, beside the optimizer's own state.
   *
   * @see torch.optim.lr_scheduler.LRScheduler.state_dict
   */
  stateDict(...none: []): LRSchedulerStateDict {
    takesNothing([], none, `${this.getName()}.stateDict`)
    const { baseLrs, lastEpoch } = this
    return { ...this.#settings(), baseLrs: [...baseLrs], lastEpoch, lastLr: [...this.#lastLr] }
  }

  /**
   * Takes over the settings and the epoch. The learning rates are the optimizer's to load.
   *
   * @throws TypeError for the state of a scheduler of another kind.
   * @see torch.optim.lr_scheduler.LRScheduler.load_state_dict
   */
  loadStateDict(stateDict: LRSchedulerStateDict, ...none: []): void {
    takesStateDict([stateDict], none, `${this.getName()}.loadStateDict`)
    const { baseLrs, lastEpoch, lastLr, ...settings } = stateDict
    const [own, saved] = [this.#settings(), settings].map((some) => Object.keys(some).sort().join(', '))
    if (own !== saved) {
      throw new TypeError(
        `${this.getName()}.loadStateDict: the state has the settings (${saved}), this scheduler (${own}); has another kind written it?`,
      )
    }
    this.lastEpoch = lastEpoch
    this.baseLrs.splice(0, Infinity, ...baseLrs)
    this.#lastLr = [...lastLr]
    Object.assign(this.options, settings)
  }

  /** What a state can hold of the options. */
  #settings(): object {
    return Object.fromEntries(Object.entries(this.options).filter(([, value]) => !isOfFunctions(value)))
  }

  /** As it is called in errors: by its class. */
  protected getName(): string {
    return this.constructor.name
  }
}

function isOfFunctions(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isOfFunctions) : typeof value === 'function'
}
