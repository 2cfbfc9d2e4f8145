import { Linear, Parameter } from '@nn/nn'
import * as optim from '@nn/optim'
import { lrScheduler, type Optimizer, SGD } from '@nn/optim'
import { tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

type AnyOptimizer = new (params: readonly unknown[], ...args: readonly unknown[]) => Optimizer<{ lr: number }>
type AnyScheduler = new (
  optimizer: unknown,
  ...args: readonly unknown[]
) => { step(metric?: number): void; readonly optimizer: unknown }

const optimizers = optim as unknown as Record<string, AnyOptimizer>
const schedulers = lrScheduler as unknown as Record<string, AnyScheduler>

const parameter = (): Parameter => new Parameter(tensor([1, -2], { dtype: 'float32' }))

function make(name: string, ...args: readonly unknown[]): Optimizer<{ lr: number }> {
  return new (optimizers[name] as AnyOptimizer)([parameter()], ...args)
}

function schedule(name: string, ...args: readonly unknown[]): InstanceType<AnyScheduler> {
  return new (schedulers[name] as AnyScheduler)(new SGD([parameter()], 1, 0.5), ...args)
}

/** PyTorch's parameters after two steps down x² from [1, -2], with the options in its order. */
const afterTwoSteps: readonly [string, names: string[], args: unknown[], number[]][] = [
  [
    'SGD',
    ['lr', 'momentum', 'dampening', 'weightDecay', 'nesterov'],
    [0.1, 0.9, 0.5, 0.01, false],
    [0.5378005504608154, -1.0756011009216309],
  ],
  [
    'Adam',
    ['lr', 'betas', 'eps', 'weightDecay', 'amsgrad'],
    [0.1, [0.8, 0.99], 1e-3, 0.01, true],
    [0.800797164440155, -1.800355076789856],
  ],
  [
    'AdamW',
    ['lr', 'betas', 'eps', 'weightDecay', 'amsgrad'],
    [0.1, [0.8, 0.99], 1e-3, 0.05, true],
    [0.7913669347763062, -1.780940294265747],
  ],
  [
    'Adagrad',
    ['lr', 'lrDecay', 'weightDecay', 'initialAccumulatorValue', 'eps'],
    [0.1, 0.5, 0.01, 0.25, 1e-3],
    [0.8590829968452454, -1.8550561666488647],
  ],
  ['Adadelta', ['lr', 'rho', 'eps', 'weightDecay'], [0.5, 0.8, 1e-3, 0.01], [0.9280259609222412, -1.9276856184005737]],
  [
    'Adamax',
    ['lr', 'betas', 'eps', 'weightDecay'],
    [0.1, [0.8, 0.99], 1e-3, 0.01],
    [0.8046959042549133, -1.8018443584442139],
  ],
  [
    'NAdam',
    ['lr', 'betas', 'eps', 'weightDecay', 'momentumDecay', 'decoupledWeightDecay'],
    [0.1, [0.8, 0.99], 1e-3, 0.01, 0.1, true],
    [0.8061650395393372, -1.8018478155136108],
  ],
  [
    'RAdam',
    ['lr', 'betas', 'eps', 'weightDecay', 'decoupledWeightDecay'],
    [0.1, [0.8, 0.99], 1e-3, 0.01, true],
    [0.620534360408783, -1.241068720817566],
  ],
  [
    'RMSprop',
    ['lr', 'alpha', 'eps', 'weightDecay', 'momentum', 'centered'],
    [0.1, 0.9, 1e-3, 0.01, 0.5, true],
    [0.29991528391838074, -1.2688919305801392],
  ],
  ['Rprop', ['lr', 'etas', 'stepSizes'], [0.1, [0.4, 1.5], [1e-3, 0.12]], [0.7799999713897705, -1.7799999713897705]],
  [
    'ASGD',
    ['lr', 'lambd', 'alpha', 't0', 'weightDecay'],
    [0.1, 0.01, 0.5, 1, 0.01],
    [0.6368845105171204, -1.2737690210342407],
  ],
  [
    'LBFGS',
    ['lr', 'maxIter', 'maxEval', 'toleranceGrad', 'toleranceChange', 'historySize', 'lineSearchFn'],
    [0.5, 2, 3, 1e-5, 1e-7, 5, null],
    [0.10416664183139801, -0.20833328366279602],
  ],
]

function twoSteps(optimizer: Optimizer<{ lr: number }>): number[] {
  const [x] = (optimizer.paramGroups[0] as { params: unknown }).params as [Parameter]
  for (let i = 0; i < 2; i++) {
    optimizer.step(() => {
      optimizer.zeroGrad()
      const loss = x.square().sum()
      loss.backward()
      return loss
    })
  }
  return x.toArray() as number[]
}

const byName = (names: readonly string[], values: readonly unknown[]): object =>
  Object.fromEntries(names.map((name, i) => [name, values[i]]))

describe.each(afterTwoSteps)('%s', (name, names, args, expected) => {
  it('takes its options in PyTorch’s order', () => {
    for (const [i, value] of twoSteps(make(name, ...args)).entries())
      expect(value).toBeCloseTo(expected[i] as number, 5)
  })

  it('takes the same by name, or some by position and the others by name', () => {
    const byPosition = twoSteps(make(name, ...args))
    expect(twoSteps(make(name, byName(names, args)))).toEqual(byPosition)
    expect(twoSteps(make(name, args[0], byName(names.slice(1), args.slice(1))))).toEqual(byPosition)
  })

  it('takes no more', () => {
    expect(() => make(name, ...args, true)).toThrow(`${name}: takes ${names.length + 1} arguments by position`)
    expect(() => make(name, { foreach: true })).toThrow(`${name}: there is no option 'foreach'; it takes (params, lr`)
  })

  it('tells how an option is spelt', () => {
    for (const option of names) {
      const snake = option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      if (snake === option) continue
      const message = `there is no option '${snake}'; write ${option}`
      expect(() => make(name, { [snake]: 0.1 })).toThrow(`${name}: ${message}`)
      const Class = optimizers[name] as AnyOptimizer
      expect(() => new Class([{ params: [parameter()], [snake]: 0.1 }])).toThrow(`${name}: group 0: ${message}`)
    }
  })

  it.each([null, '0.1', true, [0.1], tensor(0.1), { value: 0.1 }])(
    'refuses %s in place of a number or a pair',
    (value) => {
      for (const option of names) {
        const usual = args[names.indexOf(option)]
        if (typeof usual === typeof value || usual === null || (Array.isArray(usual) && Array.isArray(value))) continue
        expect(() => make(name, { [option]: value })).toThrow(TypeError)
        expect(() => make(name, { [option]: value })).toThrow(`${name}: ${option} must be `)
      }
    },
  )

  it('refuses NaN', () => {
    for (const [i, option] of names.entries()) {
      if (typeof args[i] !== 'number') continue
      expect(() => make(name, { [option]: Number.NaN })).toThrow(`${name}: ${option} must be `)
    }
  })

  it('takes undefined for what is left out', () => {
    expect(make(name, undefined, { [names[1] as string]: undefined }).defaults).toEqual(make(name).defaults)
  })

  it('looks at its groups again at every step', () => {
    const optimizer = make(name)
    const [group] = optimizer.paramGroups as unknown as [{ lr: unknown }]
    const step = (): unknown => optimizer.step(() => tensor(0))
    for (const [value, error, message] of [
      [undefined, TypeError, 'lr is missing'],
      ['0.1', TypeError, "lr must be a number (of a tensor its item()), got '0.1'"],
      [Number.NaN, RangeError, 'lr must be at least 0, got NaN'],
      [-1, RangeError, 'lr must be at least 0, got -1'],
    ] as const) {
      group.lr = value
      expect(step).toThrow(error)
      expect(step).toThrow(`${name}: group 0: ${message}`)
    }
    group.lr = 0.1
    Object.assign(group, { learning_rate: 1 })
    expect(step).toThrow(`${name}: group 0: there is no option 'learning_rate'`)
  })
})

describe('what an optimizer trains', () => {
  const model = new Linear(2, 1)
  const of =
    (params: unknown): (() => Optimizer<object>) =>
    () =>
      new SGD(params as Iterable<Parameter>, 0.1)

  it('may be anything that gives parameters one after another', () => {
    function* some(): Iterable<Parameter> {
      yield* model.parameters()
    }
    expect(of(some())().paramGroups[0]?.params.map(({ shape }) => shape)).toEqual([[1, 2], [1]])
    expect(of(new Set(model.parameters()))().paramGroups[0]?.params).toHaveLength(2)
    expect(of([{ params: some() }])().paramGroups[0]?.params).toHaveLength(2)
  })

  it.each([
    ['a model', model, 'got a Linear'],
    ['parameters without the call', model.parameters, 'got a function'],
    ['a tensor', model.weight, 'got a float32 tensor [1, 2]'],
    ['a promise', Promise.resolve(model.parameters()), 'got a promise (is an await missing?)'],
    ['text', 'parameters', "got 'parameters'"],
    ['nothing', undefined, 'SGD: params is missing'],
    ['a group alone', { params: model.parameters() }, 'got { params: '],
  ])('is not %s', (_, params, message) => {
    expect(of(params)).toThrow(TypeError)
    expect(of(params)).toThrow(message)
    if (params !== undefined)
      expect(of(params)).toThrow('as model.parameters() gives, or of groups, as [{ params, lr }]')
  })

  it('is not parameters and groups mixed', () => {
    expect(of([{ params: [model.bias] }, model.weight])).toThrow(
      'SGD: params must be all parameters or all groups, got both; write { params: [...] } around 1, a float32 tensor [1, 2]',
    )
  })

  it('is no group with something else in it', () => {
    expect(of([{ params: model }])).toThrow('SGD: group 0: params must be a list of parameters')
    expect(of([{ params: model.parameters() }, { params: [model] }])).toThrow('must be a tensor, got a Linear')
    expect(() => new SGD(model.parameters()).addParamGroup([parameter()] as never)).toThrow(
      'SGD.addParamGroup: group must be a group, as { params, lr }',
    )
  })
})

describe('methods take nothing else', () => {
  const optimizer = new SGD([parameter()], 0.1)
  const scheduler = new lrScheduler.StepLR(optimizer, 2)
  const refused: readonly [string, () => unknown][] = [
    ['SGD.step: closure must be a function, got 1', () => optimizer.step(1 as never)],
    ['SGD.step: closure must not be async', () => optimizer.step(async () => 1)],
    [
      "SGD.zeroGrad: there is no option 'set_to_none'; write setToNone",
      () => optimizer.zeroGrad({ set_to_none: true } as never),
    ],
    ['SGD.stateDict: takes 0 arguments', () => optimizer.stateDict(...([1] as unknown as []))],
    [
      'SGD.loadStateDict: stateDict must be what stateDict() gives, { state, paramGroups }, got null',
      () => optimizer.loadStateDict(null as never),
    ],
    ['got { state: {}, param_groups: [] }', () => optimizer.loadStateDict({ state: {}, param_groups: [] } as never)],
    ['StepLR.step: takes no epoch, got 3', () => scheduler.step(...([3] as unknown as []))],
    [
      'StepLR.loadStateDict: stateDict must be what stateDict() gives, got null',
      () => scheduler.loadStateDict(null as never),
    ],
    [
      'ReduceLROnPlateau.step: metrics is missing',
      () => new lrScheduler.ReduceLROnPlateau(optimizer).step(undefined as never),
    ],
    [
      "ReduceLROnPlateau.step: metrics must be a number or a tensor, got '1'",
      () => new lrScheduler.ReduceLROnPlateau(optimizer).step('1' as never),
    ],
  ]

  it.each(refused)('%s', (message, call) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })
})

describe('zeroGrad', () => {
  it('may fill gradients with zeros', () => {
    const x = parameter()
    const optimizer = new SGD([x], 0.1)
    x.square().sum().backward()
    optimizer.zeroGrad(false)
    expect(x.grad?.toArray()).toEqual([0, 0])
    optimizer.zeroGrad({ setToNone: true })
    expect(x.grad).toBeNull()
  })
})

/** PyTorch's learning rates, at first and after each step, from one of 1 with the momentum 0.5. */
const learningRates: readonly [string, names: string[], args: unknown[], number[]][] = [
  ['ExponentialLR', ['gamma'], [0.9], [1, 0.9, 0.81, 0.7290000000000001, 0.6561000000000001]],
  ['StepLR', ['stepSize', 'gamma'], [2, 0.5], [1, 1, 0.5, 0.5, 0.25, 0.25, 0.125]],
  ['MultiStepLR', ['milestones', 'gamma'], [[2, 4], 0.5], [1, 1, 0.5, 0.5, 0.25, 0.25]],
  ['CosineAnnealingLR', ['tMax', 'etaMin'], [4, 0.1], [1, 0.8681980515339464, 0.55, 0.23180194846605368, 0.1]],
  [
    'CosineAnnealingWarmRestarts',
    ['t0', 'tMult', 'etaMin'],
    [2, 2, 0.1],
    [1, 0.55, 1, 0.8681980515339464, 0.55, 0.23180194846605365, 1],
  ],
  ['LambdaLR', ['lrLambda'], [(epoch: number) => 1 / (1 + epoch)], [1, 0.5, 1 / 3, 0.25]],
  ['MultiplicativeLR', ['lrLambda'], [() => 0.5], [1, 0.5, 0.25]],
  ['LinearLR', ['startFactor', 'endFactor', 'totalIters'], [0.5, 0.25, 4], [0.5, 0.4375, 0.375, 0.3125, 0.25, 0.25]],
  ['ConstantLR', ['factor', 'totalIters'], [0.5, 3], [0.5, 0.5, 0.5, 1, 1]],
  ['PolynomialLR', ['totalIters', 'power'], [4, 2], [1, 0.5625, 0.25, 0.0625, 0, 0]],
  [
    'OneCycleLR',
    'maxLr totalSteps epochs stepsPerEpoch pctStart annealStrategy cycleMomentum baseMomentum maxMomentum divFactor finalDivFactor threePhase'.split(
      ' ',
    ),
    [2, 8, undefined, undefined, 0.25, 'linear', true, 0.8, 0.9, 10, 100, true],
    [0.2, 2, 0.19999999999999996, 0.1604, 0.1208, 0.0812, 0.0416],
  ],
  [
    'CyclicLR',
    'baseLr maxLr stepSizeUp stepSizeDown mode gamma scaleFn scaleMode cycleMomentum baseMomentum maxMomentum'.split(
      ' ',
    ),
    [0.1, 1, 2, 3, 'triangular2', 1, undefined, 'cycle', true, 0.7, 0.95],
    [0.1, 0.55, 1, 0.7, 0.4, 0.1, 0.325],
  ],
]

describe.each(learningRates)('%s', (name, names, args, expected) => {
  const lrs = (scheduler: InstanceType<AnyScheduler>): number[] =>
    expected.map((_, i) => {
      if (i > 0) scheduler.step()
      return (scheduler.optimizer as Optimizer<{ lr: number }>).paramGroups[0]?.lr as number
    })

  it('takes its options in PyTorch’s order', () => {
    for (const [i, lr] of lrs(schedule(name, ...args)).entries()) expect(lr).toBeCloseTo(expected[i] as number, 12)
  })

  it('takes the same by name, or some by position and the others by name', () => {
    const byPosition = lrs(schedule(name, ...args))
    expect(lrs(schedule(name, byName(names, args)))).toEqual(byPosition)
    expect(lrs(schedule(name, args[0], byName(names.slice(1), args.slice(1))))).toEqual(byPosition)
  })

  it('takes lastEpoch at last, and no more', () => {
    const places = names.map((_, i) => args[i])
    expect(() => schedule(name, ...places, 4)).toThrow(`${name}: lastEpoch is 4, but group 0 has no initialLr`)
    expect(() => schedule(name, ...places, -1, 5)).toThrow(`${name}: takes ${names.length + 2} arguments by position`)
    expect(() => schedule(name, ...places, { last_epoch: 4 })).toThrow(
      "there is no option 'last_epoch'; write lastEpoch",
    )
    expect(() => schedule(name, ...places, { verbose: true })).toThrow(`${name}: there is no option 'verbose'`)
  })

  it('refuses options of another kind, and NaN', () => {
    for (const [i, option] of names.entries()) {
      const make = (value: unknown) => () => schedule(name, { ...byName(names, args), [option]: value })
      expect(make(new Map())).toThrow(`${name}: ${option} must be `)
      expect(make(null)).toThrow(`${name}: ${option} must be `)
      if (typeof args[i] === 'number') {
        expect(make(`${args[i]}`)).toThrow(`${name}: ${option} must be `)
        expect(make(Number.NaN)).toThrow(`${name}: ${option} must `)
      }
    }
  })

  it('refuses anything but an optimizer', () => {
    const Class = schedulers[name] as AnyScheduler
    expect(() => new Class(...([] as unknown as [unknown]))).toThrow(`${name}: optimizer is missing`)
    expect(() => new Class([parameter()], ...args)).toThrow(`${name}: optimizer must be an optimizer, got [`)
  })

  it('refuses the state of another kind of scheduler', () => {
    const other = name === 'StepLR' ? schedule('ExponentialLR', 0.9) : schedule('StepLR', 5)
    const state = (other as unknown as lrScheduler.LRScheduler).stateDict()
    const scheduler = schedule(name, ...args) as unknown as lrScheduler.LRScheduler
    expect(() => scheduler.loadStateDict(state)).toThrow(`${name}.loadStateDict: the state has the settings (`)
  })

  it('has all of its settings in its state', () => {
    const from = schedule(name, ...args) as unknown as lrScheduler.LRScheduler
    from.step()
    const to = schedule(name, ...args) as unknown as lrScheduler.LRScheduler
    to.loadStateDict(from.stateDict())
    expect(to.stateDict()).toEqual(from.stateDict())
  })
})

describe('schedulers of other shapes', () => {
  it('ReduceLROnPlateau takes its options in PyTorch’s order', () => {
    const optimizer = new SGD([parameter()], 1)
    const scheduler = new lrScheduler.ReduceLROnPlateau(optimizer, 'max', 0.5, 1, 0.1, 'abs', 1, 0.2, 1e-3)
    const lrs = [1, 1.05, 1.05, 1.05, 1.05, 1.05, 1.05, 1.05].map((metric) => {
      scheduler.step(metric)
      return optimizer.paramGroups[0]?.lr
    })
    expect(lrs).toEqual([1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25])
    expect(() => new lrScheduler.ReduceLROnPlateau(optimizer, { min_lr: 0 } as never)).toThrow('write minLr')
    expect(() => new lrScheduler.ReduceLROnPlateau(optimizer, 'best' as 'min')).toThrow(
      "ReduceLROnPlateau: mode must be 'min' or 'max', got 'best'",
    )
    expect(() => scheduler.loadStateDict({ factor: 1 } as never)).toThrow(TypeError)
  })

  it('SequentialLR and ChainedScheduler take lists of schedulers', () => {
    const optimizer = new SGD([parameter()], 1)
    const parts = [new lrScheduler.ConstantLR(optimizer, 0.5, 2), new lrScheduler.ExponentialLR(optimizer, 0.5)]
    const scheduler = new lrScheduler.SequentialLR(optimizer, parts, [2])
    const lrs = Array.from({ length: 5 }, () => {
      const lr = optimizer.paramGroups[0]?.lr
      scheduler.step()
      return lr
    })
    expect(lrs).toEqual([0.5, 0.5, 1, 0.5, 0.25])
    expect(
      () => new lrScheduler.SequentialLR(optimizer, [new lrScheduler.ReduceLROnPlateau(optimizer)] as never, []),
    ).toThrow(
      'SequentialLR: schedulers must be a list of schedulers whose step needs no metric, as [a, b], got [a ReduceLROnPlateau]',
    )
    expect(() => new lrScheduler.ChainedScheduler(parts[0] as never)).toThrow(
      'ChainedScheduler: schedulers must be a list',
    )
    expect(new lrScheduler.ChainedScheduler(parts, optimizer).optimizer).toBe(optimizer)
  })

  it('a group of schedulers refuses the state of another number of them', () => {
    const optimizer = new SGD([parameter()], 1)
    const make = (count: number): lrScheduler.ChainedScheduler =>
      new lrScheduler.ChainedScheduler(
        Array.from({ length: count }, () => new lrScheduler.ExponentialLR(optimizer, 0.5)),
      )
    expect(() => make(1).loadStateDict(make(2).stateDict())).toThrow(RangeError)
    expect(() => make(1).loadStateDict(new lrScheduler.StepLR(optimizer, 2).stateDict())).toThrow(TypeError)
  })
})

describe('CosineAnnealingWarmRestarts.step', () => {
  /** PyTorch's learning rates and whole epochs, of 0.05 with t0 = 10 and etaMin = 1e-10. */
  const epochs = [0.1, 0.2, 9.99, 10, 10.5, 25.25, 69.9, 70, undefined, undefined, 3]
  it.each([
    [
      1,
      [
        0.049987664009167966, 0.04995066821080545, 1.2346995329793205e-7, 0.05, 0.04969220851549403,
        0.023038522660726837, 1.233609083203802e-5, 0.05, 0.04877641290982602, 0.04522542486892284,
        0.039694631327922565,
      ],
    ],
    [
      2,
      [
        0.049987664009167966, 0.04995066821080545, 1.2346995329793205e-7, 0.05, 0.049922933343482336,
        0.006641937350823983, 7.711588787162951e-7, 0.05, 0.04998072590605663, 0.049922933343482336,
        0.039694631327922565,
      ],
    ],
    [
      3,
      [
        0.049987664009167966, 0.04995066821080545, 1.2346995329793205e-7, 0.05, 0.049965738368932866,
        0.024345576343612025, 0.03757549869060488, 0.037500000025, 0.03673678909617369, 0.03595927869780838,
        0.039694631327922565,
      ],
    ],
  ])('goes to any epoch, with tMult %d', (tMult, expected) => {
    const optimizer = new SGD([parameter()], 0.05)
    const scheduler = new lrScheduler.CosineAnnealingWarmRestarts(optimizer, 10, tMult, 1e-10)
    const seen = epochs.map((epoch) => {
      scheduler.step(epoch)
      return [optimizer.paramGroups[0]?.lr as number, scheduler.lastEpoch] as const
    })
    for (const [i, [lr]] of seen.entries()) expect(lr).toBeCloseTo(expected[i] as number, 14)
    expect(seen.map(([, epoch]) => epoch)).toEqual([0, 0, 9, 10, 10, 25, 69, 70, 71, 72, 3])
  })

  it('goes on between whole epochs from its state', () => {
    const make = (): lrScheduler.CosineAnnealingWarmRestarts =>
      new lrScheduler.CosineAnnealingWarmRestarts(new SGD([parameter()], 0.05), 10)
    const [from, to] = [make(), make()]
    from.step(3.5)
    to.loadStateDict(from.stateDict())
    from.step()
    to.step()
    expect(to.getLastLr()).toEqual(from.getLastLr())
  })

  it('refuses an epoch that is none', () => {
    const scheduler = new lrScheduler.CosineAnnealingWarmRestarts(new SGD([parameter()], 0.05), 10)
    expect(() => scheduler.step(-1)).toThrow(RangeError)
    expect(() => scheduler.step(Number.NaN)).toThrow(RangeError)
    expect(() => scheduler.step('3' as never)).toThrow(
      "CosineAnnealingWarmRestarts.step: epoch must be a number, got '3'",
    )
  })
})
