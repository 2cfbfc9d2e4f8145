import { Parameter } from '@nn/nn'
import { Adagrad, Adam, lrScheduler, RMSprop, SGD } from '@nn/optim'
import { zeros } from '@nn/tensor'
import { readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'

type Optimizer = lrScheduler.ScheduledOptimizer

interface Scheduler {
  step(metric?: number): void
  getLastLr(): readonly number[]
}

/** The learning rates and momenta of all groups in an epoch. */
interface Rates {
  readonly lrs: readonly number[]
  readonly momenta: readonly (number | null)[]
}

interface SchedulerCase {
  readonly name: string
  readonly options: object
  readonly optimizer: string
  readonly metric?: readonly number[]
  readonly epochs: readonly Rates[]
  /** The same, with the learning rates doubled by hand before the sixth step. */
  readonly changedEpochs: readonly Rates[]
}

interface SequenceCase {
  readonly parts: readonly { readonly name: string; readonly options: object }[]
  readonly milestones: readonly number[]
  readonly epochs: readonly Rates[]
}

type SchedulerClass = new (optimizer: Optimizer, options: object) => Scheduler

interface Fixture {
  readonly schedulers: readonly SchedulerCase[]
  readonly sequences: readonly SequenceCase[]
  readonly chains: readonly Omit<SequenceCase, 'milestones'>[]
}

const { schedulers, sequences, chains } = readFixture<Fixture>('optim_more.json.gz')

/** Two groups, of which the second says its own learning rate. */
const groups = (): { params: Parameter[]; lr?: number }[] => [
  { params: [new Parameter(zeros([1]))] },
  { params: [new Parameter(zeros([1]))], lr: 0.3 },
]

const optimizers: Readonly<Record<string, () => Optimizer>> = {
  SGD: () => new SGD(groups(), { lr: 0.1, momentum: 0.9 }),
  Adam: () => new Adam(groups(), { lr: 0.1 }),
  Adagrad: () => new Adagrad(groups(), { lr: 0.1 }),
  RMSprop: () => new RMSprop(groups(), { lr: 0.1, momentum: 0.9 }),
}

const makeOptimizer = (name: string): Optimizer => (optimizers[name] as () => Optimizer)()

function makeScheduler(name: string, optimizer: Optimizer, options: object): Scheduler {
  const Class = lrScheduler[name as keyof typeof lrScheduler] as unknown as SchedulerClass
  return new Class(optimizer, options)
}

function expectRates(optimizer: Optimizer, { lrs, momenta }: Rates): void {
  for (const [i, { lr, momentum, betas }] of optimizer.paramGroups.entries()) {
    expect(lr).toBeCloseTo(lrs[i] as number, 12)
    const expected = momenta[i] ?? null
    if (expected !== null) expect(betas?.[0] ?? momentum).toBeCloseTo(expected, 12)
  }
}

describe.each(schedulers)('$name($options) on $optimizer', ({ name, options, optimizer: of, metric, ...expected }) => {
  it('gives PyTorch’s learning rates and momenta', () => {
    const optimizer = makeOptimizer(of)
    const scheduler = makeScheduler(name, optimizer, options)
    for (const [epoch, rates] of expected.epochs.entries()) {
      if (epoch > 0) scheduler.step(metric?.[epoch - 1])
      expectRates(optimizer, rates)
      expect(scheduler.getLastLr()).toEqual(optimizer.paramGroups.map(({ lr }) => lr))
    }
  })

  it('does with a learning rate that was changed by hand what PyTorch does', () => {
    const optimizer = makeOptimizer(of)
    const scheduler = makeScheduler(name, optimizer, options)
    for (const [epoch, rates] of expected.changedEpochs.entries()) {
      if (epoch === 6) for (const group of optimizer.paramGroups) group.lr *= 2
      if (epoch > 0) scheduler.step(metric?.[epoch - 1])
      expectRates(optimizer, rates)
    }
  })
})

describe('SequentialLR', () => {
  it.each(sequences)('of $parts at $milestones gives PyTorch’s learning rates', ({ parts, milestones, epochs }) => {
    const optimizer = makeOptimizer('SGD')
    const made = parts.map(({ name, options }) => makeScheduler(name, optimizer, options) as lrScheduler.LRScheduler)
    const scheduler = new lrScheduler.SequentialLR(optimizer, { schedulers: made, milestones })
    for (const [epoch, rates] of epochs.entries()) {
      if (epoch > 0) scheduler.step()
      expectRates(optimizer, rates)
    }
  })
})

describe('ChainedScheduler', () => {
  it.each(chains)('of $parts gives PyTorch’s learning rates', ({ parts, epochs }) => {
    const optimizer = makeOptimizer('SGD')
    const made = parts.map(({ name, options }) => makeScheduler(name, optimizer, options) as lrScheduler.LRScheduler)
    const scheduler = new lrScheduler.ChainedScheduler(made)
    for (const [epoch, rates] of epochs.entries()) {
      if (epoch > 0) scheduler.step()
      expectRates(optimizer, rates)
      expect(scheduler.getLastLr()).toEqual(optimizer.paramGroups.map(({ lr }) => lr))
    }
  })

  it('goes on from its state', () => {
    const make = (): lrScheduler.ChainedScheduler => {
      const optimizer = makeOptimizer('SGD')
      return new lrScheduler.ChainedScheduler([
        new lrScheduler.ExponentialLR(optimizer, { gamma: 0.5 }),
        new lrScheduler.StepLR(optimizer, { stepSize: 2 }),
      ])
    }
    const [first, second] = [make(), make()]
    for (let epoch = 0; epoch < 3; epoch++) first.step()
    second.loadStateDict(first.stateDict())
    second.optimizer.loadStateDict(first.optimizer.stateDict())
    first.step()
    second.step()
    expect(second.getLastLr()).toEqual(first.getLastLr())
  })

  it('refuses schedulers of different optimizers, those that need a metric, and none', () => {
    const [one, other] = [makeOptimizer('SGD'), makeOptimizer('SGD')]
    const ofBoth = [one, other].map((optimizer) => new lrScheduler.ExponentialLR(optimizer, { gamma: 0.5 }))
    expect(() => new lrScheduler.ChainedScheduler(ofBoth)).toThrow(
      'ChainedScheduler: scheduler 1 is of another optimizer',
    )
    const plateau = new lrScheduler.ReduceLROnPlateau(one) as unknown as lrScheduler.LRScheduler
    expect(() => new lrScheduler.ChainedScheduler([plateau])).toThrow(TypeError)
    expect(() => new lrScheduler.ChainedScheduler([])).toThrow(RangeError)
  })
})
