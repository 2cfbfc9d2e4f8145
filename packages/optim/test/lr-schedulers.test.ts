import { Parameter } from '@nn/nn'
import { Adagrad, lrScheduler, SGD } from '@nn/optim'
import { ones, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

type Optimizer = lrScheduler.ScheduledOptimizer

const makeSGD = (): SGD => new SGD([new Parameter(ones([1]))], { lr: 0.1, momentum: 0.9 })

const lrOf = (optimizer: Optimizer): number | undefined => optimizer.paramGroups[0]?.lr

/** Every scheduler, as one may use it. */
const schedulers: Readonly<Record<string, (optimizer: Optimizer) => lrScheduler.LRScheduler>> = {
  StepLR: (optimizer) => new lrScheduler.StepLR(optimizer, { stepSize: 2 }),
  MultiStepLR: (optimizer) => new lrScheduler.MultiStepLR(optimizer, { milestones: [1, 4] }),
  ExponentialLR: (optimizer) => new lrScheduler.ExponentialLR(optimizer, { gamma: 0.9 }),
  ConstantLR: (optimizer) => new lrScheduler.ConstantLR(optimizer),
  LinearLR: (optimizer) => new lrScheduler.LinearLR(optimizer),
  PolynomialLR: (optimizer) => new lrScheduler.PolynomialLR(optimizer, { power: 2 }),
  CosineAnnealingLR: (optimizer) => new lrScheduler.CosineAnnealingLR(optimizer, { tMax: 4 }),
  CosineAnnealingWarmRestarts: (optimizer) => new lrScheduler.CosineAnnealingWarmRestarts(optimizer, { t0: 3 }),
  OneCycleLR: (optimizer) => new lrScheduler.OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10 }),
  CyclicLR: (optimizer) => new lrScheduler.CyclicLR(optimizer, { baseLr: 0.1, maxLr: 1, stepSizeUp: 2 }),
  LambdaLR: (optimizer) => new lrScheduler.LambdaLR(optimizer, { lrLambda: (epoch) => 0.95 ** epoch }),
  MultiplicativeLR: (optimizer) => new lrScheduler.MultiplicativeLR(optimizer, { lrLambda: (epoch) => 1 / epoch }),
  SequentialLR: (optimizer) =>
    new lrScheduler.SequentialLR(optimizer, {
      schedulers: [
        new lrScheduler.LinearLR(optimizer, { totalIters: 2 }),
        new lrScheduler.ExponentialLR(optimizer, { gamma: 0.5 }),
      ],
      milestones: [3],
    }),
}

describe.each(Object.entries(schedulers))('%s', (_, make) => {
  it('notes the learning rate that it began with in the group', () => {
    const optimizer = makeSGD()
    make(optimizer)
    expect(optimizer.paramGroups[0]?.initialLr).toBeDefined()
    expect(optimizer.stateDict().paramGroups[0]).toHaveProperty('initialLr')
  })

  it('goes on from its own and the optimizer’s state dict as if it had never stopped', () => {
    const [whole, half, other] = [makeSGD(), makeSGD(), makeSGD()]
    const [uninterrupted, first, second] = [make(whole), make(half), make(other)]
    for (let epoch = 0; epoch < 7; epoch++) uninterrupted.step()
    for (let epoch = 0; epoch < 4; epoch++) first.step()
    // Saved as text.
    second.loadStateDict(JSON.parse(JSON.stringify(first.stateDict())))
    other.loadStateDict(half.stateDict())
    expect(second.getLastLr()).toEqual(first.getLastLr())
    for (let epoch = 4; epoch < 7; epoch++) second.step()
    expect(other.paramGroups[0]).toMatchObject({ lr: lrOf(whole), momentum: whole.paramGroups[0]?.momentum })
  })

  it('refuses anything but an optimizer', () => {
    expect(() => make({} as Optimizer)).toThrow(TypeError)
    expect(() => make({} as Optimizer)).toThrow('optimizer must be an optimizer, got {}')
  })
})

describe('LambdaLR', () => {
  it('takes a function for each group', () => {
    const groups = [{ params: [new Parameter(ones([1]))] }, { params: [new Parameter(ones([1]))], lr: 1 }]
    const optimizer = new SGD(groups, { lr: 0.1 })
    const scheduler = new lrScheduler.LambdaLR(optimizer, { lrLambda: [(epoch) => 2 ** epoch, () => 1] })
    scheduler.step()
    expect(scheduler.getLastLr()).toEqual([0.2, 1])
    expect(scheduler.stateDict()).not.toHaveProperty('lrLambda')
    expect(() => new lrScheduler.LambdaLR(optimizer, { lrLambda: [() => 1] })).toThrow(
      'LambdaLR: lrLambda has 1 values, the optimizer has 2 groups',
    )
  })
})

describe('MultiplicativeLR', () => {
  it('goes on from the learning rate of the last epoch, and leaves the first as it is', () => {
    const optimizer = makeSGD()
    const scheduler = new lrScheduler.MultiplicativeLR(optimizer, { lrLambda: (epoch) => epoch + 1 })
    expect(lrOf(optimizer)).toBe(0.1)
    scheduler.step()
    scheduler.step()
    expect(lrOf(optimizer)).toBeCloseTo(0.1 * 2 * 3, 12)
  })
})

describe('CyclicLR', () => {
  it('takes a height of one’s own', () => {
    const optimizer = makeSGD()
    const cycles: number[] = []
    const scaleFn = (cycle: number): number => {
      cycles.push(cycle)
      return 0.5
    }
    const options = { baseLr: 0, maxLr: 1, stepSizeUp: 1, cycleMomentum: false, scaleFn }
    const scheduler = new lrScheduler.CyclicLR(optimizer, options)
    scheduler.step()
    expect(lrOf(optimizer)).toBe(0.5)
    scheduler.step()
    expect(cycles).toEqual([1, 1, 2])
  })
})

describe('CosineAnnealingLR', () => {
  it('ends at exactly its smallest learning rate', () => {
    const scheduler = new lrScheduler.CosineAnnealingLR(makeSGD(), { tMax: 20 })
    for (let epoch = 0; epoch < 20; epoch++) scheduler.step()
    expect(scheduler.getLastLr()).toEqual([0])
  })
})

describe('ReduceLROnPlateau', () => {
  it('takes its metric as a tensor too', () => {
    const optimizer = makeSGD()
    const scheduler = new lrScheduler.ReduceLROnPlateau(optimizer, { patience: 0 })
    scheduler.step(tensor(2))
    scheduler.step(tensor(3))
    expect(lrOf(optimizer)).toBeCloseTo(0.01, 12)
    expect(scheduler.best).toBe(2)
  })

  it('goes on from its state dict', () => {
    const [whole, other] = [makeSGD(), makeSGD()]
    const first = new lrScheduler.ReduceLROnPlateau(whole, { patience: 2 })
    for (const metric of [1, 2, 2]) first.step(metric)
    const second = new lrScheduler.ReduceLROnPlateau(other, { patience: 7 })
    second.loadStateDict(first.stateDict())
    first.step(2)
    second.step(2)
    expect(lrOf(other)).toBe(lrOf(whole))
    expect(lrOf(other)).toBeCloseTo(0.01, 12)
    expect(second.lastEpoch).toBe(4)
  })

  it('counts a metric of NaN as no progress', () => {
    const optimizer = makeSGD()
    const scheduler = new lrScheduler.ReduceLROnPlateau(optimizer, { patience: 0 })
    scheduler.step(Number.NaN)
    expect(lrOf(optimizer)).toBeCloseTo(0.01, 12)
  })
})

describe('training that goes on', () => {
  it('begins with the epoch after the last one', () => {
    const optimizer = makeSGD()
    const scheduler = new lrScheduler.StepLR(optimizer, { stepSize: 3 })
    for (let epoch = 0; epoch < 2; epoch++) scheduler.step()
    const goesOn = new lrScheduler.StepLR(optimizer, { stepSize: 3, lastEpoch: scheduler.lastEpoch })
    expect(goesOn.lastEpoch).toBe(3)
    expect(lrOf(optimizer)).toBeCloseTo(0.01, 12)
  })

  it('needs groups that a scheduler has seen', () => {
    expect(() => new lrScheduler.StepLR(makeSGD(), { stepSize: 3, lastEpoch: 2 })).toThrow(
      'StepLR: lastEpoch is 2, but group 0 has no initialLr to go on from',
    )
  })
})

describe('a scheduler of one’s own', () => {
  it('says only what the learning rates are next', () => {
    class StairLR extends lrScheduler.LRScheduler<{ height: number }> {
      override getLr(): number[] {
        return this.baseLrs.map((lr) => lr - this.options.height * this.lastEpoch)
      }
    }
    const optimizer = new SGD([new Parameter(ones([1]))], { lr: 4 })
    const scheduler = new StairLR(optimizer, { height: 1 })
    expect(lrOf(optimizer)).toBe(4)
    scheduler.step()
    scheduler.step()
    expect(lrOf(optimizer)).toBe(2)
    expect(scheduler.stateDict()).toEqual({ height: 1, baseLrs: [4], lastEpoch: 2, lastLr: [2] })
  })

  it('must have a learning rate for every group', () => {
    const optimizer = makeSGD()
    const scheduler = new lrScheduler.LambdaLR(optimizer, { lrLambda: () => 1 })
    optimizer.addParamGroup({ params: [new Parameter(ones([1]))] })
    expect(() => scheduler.step()).toThrow('LambdaLR: there are 1 learning rates for 2 groups')
  })
})

describe('arguments out of range are refused', () => {
  const optimizer = makeSGD()
  const other = new lrScheduler.ExponentialLR(makeSGD(), { gamma: 0.9 })
  const own = new lrScheduler.ExponentialLR(optimizer, { gamma: 0.9 })
  const refused: readonly [string, () => unknown][] = [
    ['StepLR: stepSize must be a positive integer, got 0', () => new lrScheduler.StepLR(optimizer, { stepSize: 0 })],
    [
      'ConstantLR: factor must be above 0 and at most 1, got 2',
      () => new lrScheduler.ConstantLR(optimizer, { factor: 2 }),
    ],
    [
      'LinearLR: startFactor must be above 0 and at most 1, got 0',
      () => new lrScheduler.LinearLR(optimizer, { startFactor: 0 }),
    ],
    [
      'LinearLR: endFactor must lie between 0 and 1, got -1',
      () => new lrScheduler.LinearLR(optimizer, { endFactor: -1 }),
    ],
    [
      'PolynomialLR: totalIters must be a positive integer, got 0',
      () => new lrScheduler.PolynomialLR(optimizer, { totalIters: 0 }),
    ],
    [
      'CosineAnnealingLR: tMax must be a positive integer, got -1',
      () => new lrScheduler.CosineAnnealingLR(optimizer, { tMax: -1 }),
    ],
    [
      'CosineAnnealingWarmRestarts: tMult must be a positive integer, got 0',
      () => new lrScheduler.CosineAnnealingWarmRestarts(optimizer, { t0: 3, tMult: 0 }),
    ],
    [
      'OneCycleLR: needs totalSteps, or epochs and stepsPerEpoch',
      () => new lrScheduler.OneCycleLR(optimizer, { maxLr: 1 }),
    ],
    [
      'OneCycleLR: pctStart must lie between 0 and 1, got 2',
      () => new lrScheduler.OneCycleLR(optimizer, { maxLr: 1, totalSteps: 9, pctStart: 2 }),
    ],
    [
      'OneCycleLR: maxLr has 2 values, the optimizer has 1 groups',
      () => new lrScheduler.OneCycleLR(optimizer, { maxLr: [1, 2], totalSteps: 9 }),
    ],
    [
      'OneCycleLR: step 3 is beyond the last of 2 steps',
      () => {
        const scheduler = new lrScheduler.OneCycleLR(makeSGD(), { maxLr: 1, totalSteps: 2 })
        for (let step = 0; step < 3; step++) scheduler.step()
      },
    ],
    [
      'ReduceLROnPlateau: factor must be below 1, got 1',
      () => new lrScheduler.ReduceLROnPlateau(optimizer, { factor: 1 }),
    ],
    [
      'SequentialLR: the list of schedulers is empty',
      () => new lrScheduler.SequentialLR(optimizer, { schedulers: [], milestones: [] }),
    ],
    [
      'SequentialLR: needs one milestone less than schedulers, got 1 for 1',
      () => new lrScheduler.SequentialLR(optimizer, { schedulers: [own], milestones: [1] }),
    ],
    [
      'SequentialLR: scheduler 1 is of another optimizer',
      () => new lrScheduler.SequentialLR(optimizer, { schedulers: [own, other], milestones: [1] }),
    ],
  ]

  it.each(refused)('%s', (message, make) => {
    expect(make).toThrow(RangeError)
    expect(make).toThrow(message)
  })

  it('and so are an optimizer without a momentum to cycle, and a scheduler that needs a metric in a sequence', () => {
    const without = new Adagrad([new Parameter(ones([1]))])
    expect(() => new lrScheduler.OneCycleLR(without, { maxLr: 1, totalSteps: 2 })).toThrow(
      'OneCycleLR: cycleMomentum needs an optimizer with a momentum or betas',
    )
    const plateau = new lrScheduler.ReduceLROnPlateau(optimizer) as unknown as lrScheduler.LRScheduler
    expect(() => new lrScheduler.SequentialLR(optimizer, { schedulers: [plateau], milestones: [] })).toThrow(TypeError)
  })
})
