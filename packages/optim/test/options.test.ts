import { Parameter } from '@nn/nn'
import {
  Adadelta,
  Adagrad,
  Adamax,
  ASGD,
  LBFGS,
  NAdam,
  type Optimizer,
  type Params,
  RAdam,
  RMSprop,
  Rprop,
} from '@nn/optim'
import { ones } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

const params = (): Params<object> => [new Parameter(ones([1]))]

const classes: readonly [string, () => Optimizer<object>, defaults: object][] = [
  [
    'RMSprop',
    () => new RMSprop(params()),
    { lr: 0.01, alpha: 0.99, eps: 1e-8, weightDecay: 0, momentum: 0, centered: false, maximize: false },
  ],
  [
    'Adagrad',
    () => new Adagrad(params()),
    { lr: 0.01, lrDecay: 0, weightDecay: 0, initialAccumulatorValue: 0, eps: 1e-10, maximize: false },
  ],
  ['Adadelta', () => new Adadelta(params()), { lr: 1, rho: 0.9, eps: 1e-6, weightDecay: 0, maximize: false }],
  [
    'Adamax',
    () => new Adamax(params()),
    { lr: 0.002, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0, maximize: false },
  ],
  [
    'NAdam',
    () => new NAdam(params()),
    {
      lr: 0.002,
      betas: [0.9, 0.999],
      eps: 1e-8,
      weightDecay: 0,
      momentumDecay: 0.004,
      decoupledWeightDecay: false,
      maximize: false,
    },
  ],
  [
    'RAdam',
    () => new RAdam(params()),
    { lr: 0.001, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0, decoupledWeightDecay: false, maximize: false },
  ],
  ['Rprop', () => new Rprop(params()), { lr: 0.01, etas: [0.5, 1.2], stepSizes: [1e-6, 50], maximize: false }],
  ['ASGD', () => new ASGD(params()), { lr: 0.01, lambd: 1e-4, alpha: 0.75, t0: 1e6, weightDecay: 0, maximize: false }],
  [
    'LBFGS',
    () => new LBFGS(params()),
    {
      lr: 1,
      maxIter: 20,
      maxEval: 25,
      toleranceGrad: 1e-7,
      toleranceChange: 1e-9,
      historySize: 100,
      lineSearchFn: null,
    },
  ],
]

it.each(classes)('%s has PyTorch’s defaults', (_, make, defaults) => {
  expect(make().defaults).toEqual(defaults)
})

describe('hyper-parameters out of range are refused', () => {
  const refused: readonly [string, () => Optimizer<object>][] = [
    ['RMSprop: lr must be at least 0, got -1', () => new RMSprop(params(), { lr: -1 })],
    ['RMSprop: alpha must be at least 0, got -1', () => new RMSprop(params(), { alpha: -1 })],
    ['RMSprop: momentum must be at least 0, got NaN', () => new RMSprop(params(), { momentum: Number.NaN })],
    ['Adagrad: lrDecay must be at least 0, got -1', () => new Adagrad(params(), { lrDecay: -1 })],
    [
      'Adagrad: initialAccumulatorValue must be at least 0, got -1',
      () => new Adagrad(params(), { initialAccumulatorValue: -1 }),
    ],
    ['Adadelta: rho must be at least 0, got -0.1', () => new Adadelta(params(), { rho: -0.1 })],
    ['Adadelta: rho must be at most 1, got 1.1', () => new Adadelta(params(), { rho: 1.1 })],
    ['Adamax: betas[0] must be at least 0 and below 1, got 1', () => new Adamax(params(), { betas: [1, 0.9] })],
    ['NAdam: momentumDecay must be at least 0, got -1', () => new NAdam(params(), { momentumDecay: -1 })],
    ['RAdam: betas[1] must be at least 0 and below 1, got -1', () => new RAdam(params(), { betas: [0.9, -1] })],
    [
      'Rprop: etas must be one between 0 and 1 and one above 1, got [0.5, 0.9]',
      () => new Rprop(params(), { etas: [0.5, 0.9] }),
    ],
    ['ASGD: weightDecay must be at least 0, got -1', () => new ASGD(params(), { weightDecay: -1 })],
    ['LBFGS: lr must be at least 0, got -1', () => new LBFGS(params(), { lr: -1 })],
    ['LBFGS: maxIter must be a positive integer, got 0', () => new LBFGS(params(), { maxIter: 0 })],
    ['LBFGS: historySize must be a positive integer, got 0', () => new LBFGS(params(), { historySize: 0 })],
    ['ASGD: lambd must be a number, got NaN', () => new ASGD(params(), { lambd: Number.NaN })],
    ['Rprop: stepSizes[1] must be at least 0, got NaN', () => new Rprop(params(), { stepSizes: [1e-6, Number.NaN] })],
  ]

  it.each(refused)('%s', (message, make) => {
    expect(make).toThrow(RangeError)
    expect(make).toThrow(message)
  })
})
