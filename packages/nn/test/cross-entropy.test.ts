import { gradcheck } from '@nn/autograd'
import { CrossEntropyLoss, functional } from '@nn/nn'
import {
  arange,
  DTypeError,
  IndexError,
  manualSeed,
  ones,
  randn,
  ShapeError,
  sin,
  type Tensor,
  tensor,
  zeros,
} from '@nn/tensor'
import { describe, expect, it } from 'vitest'

const logits = tensor([
  [1, 2, 0.5],
  [0.1, 0.2, 3],
])
const targets = tensor([1, 2])
const probabilities = tensor([
  [0.1, 0.7, 0.2],
  [0.3, 0.3, 0.4],
])
const weight = tensor([1.0, 2.0, 3.0], { dtype: 'float32' })

/** PyTorch's losses of the values above, each reduced in all three ways. */
const cases: readonly {
  name: string
  input?: Tensor
  target: Tensor
  options: functional.CrossEntropyOptions
  mean: number
  sum: number
  none: unknown
}[] = [
  {
    name: 'class indices',
    target: targets,
    options: {},
    mean: 0.2869851,
    sum: 0.5739703,
    none: [0.4643688, 0.1096015],
  },
  {
    name: 'weights',
    target: targets,
    options: { weight },
    mean: 0.2515084,
    sum: 1.257542,
    none: [0.9287376, 0.3288044],
  },
  {
    name: 'label smoothing',
    target: targets,
    options: { labelSmoothing: 0.1 },
    mean: 0.4236518,
    sum: 0.8473036,
    none: [0.5477021, 0.2996015],
  },
  {
    name: 'weights and label smoothing',
    target: targets,
    options: { weight, labelSmoothing: 0.1 },
    mean: 0.3426497,
    sum: 1.7132485,
    none: [1.1120709, 0.6011776],
  },
  {
    name: 'weights, label smoothing and an ignored class',
    target: targets,
    options: { weight, labelSmoothing: 0.1, ignoreIndex: 1 },
    mean: 0.2003925,
    sum: 0.6011776,
    none: [0, 0.6011776],
  },
  {
    name: 'label smoothing and an ignored class',
    target: targets,
    options: { labelSmoothing: 0.1, ignoreIndex: 1 },
    mean: 0.2996015,
    sum: 0.2996015,
    none: [0, 0.2996015],
  },
  {
    name: 'probabilities',
    target: probabilities,
    options: {},
    mean: 1.3419852,
    sum: 2.6839705,
    none: [0.8643688, 1.8196015],
  },
  {
    name: 'probabilities and weights, by the number of samples',
    target: probabilities,
    options: { weight },
    mean: 2.3776689,
    sum: 4.7553377,
    none: [1.9751744, 2.780163],
  },
  {
    name: 'certain probabilities and weights',
    target: tensor([
      [0, 1, 0],
      [0, 0, 1],
    ]).float(),
    options: { weight },
    mean: 0.628771,
    sum: 1.257542,
    none: [0.9287376, 0.3288044],
  },
  {
    name: 'probabilities, weights and label smoothing',
    target: probabilities,
    options: { weight, labelSmoothing: 0.2 },
    mean: 2.4835958,
    sum: 4.9671917,
    none: [2.1325541, 2.8346376],
  },
  {
    name: 'a single sample',
    input: logits.at(0),
    target: tensor(1),
    options: { weight, labelSmoothing: 0.1 },
    mean: 0.5560355,
    sum: 1.1120709,
    none: 1.1120709,
  },
  {
    name: 'a single sample with probabilities',
    input: logits.at(0),
    target: probabilities.at(0),
    options: { weight, labelSmoothing: 0.1 },
    mean: 2.053864,
    sum: 2.053864,
    none: 2.053864,
  },
  {
    name: 'a class for each place of a sequence',
    input: sin(arange(24).mul(0.3)).reshape([2, 3, 4]),
    target: tensor([
      [0, 1, 2, 0],
      [1, 1, 2, 0],
    ]),
    options: { weight, labelSmoothing: 0.1, ignoreIndex: 0 },
    mean: 1.1390194,
    sum: 13.6682329,
    none: [
      [0, 1.5268574, 4.4955692, 0],
      [3.0418227, 3.0497673, 1.5542167, 0],
    ],
  },
]

function expectClose(got: Tensor, expected: unknown): void {
  const values = [expected].flat(2) as number[]
  expect(got.numel()).toBe(values.length)
  got.toTypedArray().forEach((value, i) => {
    expect(value).toBeCloseTo(values[i] as number, 5)
  })
}

describe.each(cases)('crossEntropy of $name', ({ input = logits, target, options, mean, sum, none }) => {
  it('is PyTorch’s in every reduction', () => {
    expectClose(functional.crossEntropy(input, target, options), mean)
    expectClose(functional.crossEntropy(input, target, { ...options, reduction: 'sum' }), sum)
    expectClose(functional.crossEntropy(input, target, { ...options, reduction: 'none' }), none)
  })

  it('is what the module gives', () => {
    expectClose(new CrossEntropyLoss({ ...options, reduction: 'sum' }).forward(input, target), sum)
  })

  it('has the gradient that finite differences show', () => {
    const x = input.double().requiresGrad_()
    const [doubleTarget, doubleWeight] = [target.isFloatingPoint() ? target.double() : target, weight.double()]
    const doubleOptions = options.weight === undefined ? options : { ...options, weight: doubleWeight }
    for (const reduction of ['mean', 'sum', 'none'] as const) {
      gradcheck((x) => functional.crossEntropy(x, doubleTarget, { ...doubleOptions, reduction }), [x])
    }
  })
})

describe('crossEntropy', () => {
  it('differentiates by probabilities too, and twice', () => {
    manualSeed(0)
    const x = randn([3, 4], { dtype: 'float64', requiresGrad: true })
    const p = randn([3, 4], { dtype: 'float64' }).softmax(1).requiresGrad_()
    gradcheck((x, p) => functional.crossEntropy(x, p, { labelSmoothing: 0.1 }), [x, p])
  })

  it('is NaN in the mean where every target is ignored, with gradients of 0', () => {
    const x = logits.clone().requiresGrad_()
    const loss = functional.crossEntropy(x, tensor([-100, -100]))
    expect(loss.item()).toBeNaN()
    loss.backward()
    expect(x.grad?.toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
    expect(functional.crossEntropy(logits, tensor([-100, -100]), { reduction: 'sum' }).item()).toBe(0)
  })

  it('stays finite for logits whose exponentials are not', () => {
    expect(functional.crossEntropy(tensor([[1000.5, 0]]), tensor([1])).item()).toBe(1000.5)
  })

  it('refuses classes that are not there', () => {
    expect(() => functional.crossEntropy(logits, tensor([1, 3]))).toThrow(IndexError)
    expect(() => functional.crossEntropy(logits, tensor([1, 3]))).toThrow('target 3 is out of range for 3 classes')
    expect(() => functional.crossEntropy(logits, tensor([1, -1]))).toThrow('target -1 is out of range for 3 classes')
  })

  it('refuses targets that are neither class indices nor probabilities', () => {
    expect(() => functional.crossEntropy(logits, tensor([0.5, 1]))).toThrow(DTypeError)
    expect(() => functional.crossEntropy(logits, ones([2, 3], { dtype: 'int64' }))).toThrow(
      "crossEntropy: targets of the input's shape are probabilities, in floating point, got int64",
    )
    expect(() => functional.crossEntropy(logits, probabilities, { ignoreIndex: 1 })).toThrow(
      'crossEntropy: ignoreIndex 1 is for class indices, not for probabilities',
    )
  })

  it('refuses shapes that do not belong together', () => {
    expect(() => functional.crossEntropy(logits, tensor([1]))).toThrow(ShapeError)
    expect(() => functional.crossEntropy(logits, tensor([1]))).toThrow(
      'a target [1] does not fit an input [2, 3], expected [2]',
    )
    expect(() => functional.crossEntropy(logits, targets, { weight: ones([2]) })).toThrow(
      'crossEntropy: weight must hold one value a class, 3, got [2]',
    )
    expect(() => functional.crossEntropy(zeros([]), tensor(0))).toThrow(
      'crossEntropy: the input must have a dimension for the classes',
    )
  })

  it('refuses integer logits and settings out of range', () => {
    expect(() => functional.crossEntropy(targets, tensor(0))).toThrow(
      'crossEntropy: the input must be floating point, got int64',
    )
    expect(() => functional.crossEntropy(logits, targets, { labelSmoothing: 1.5 })).toThrow(
      'crossEntropy: labelSmoothing must lie between 0 and 1, got 1.5',
    )
    expect(() => functional.crossEntropy(logits, targets, { reduction: 'avg' as 'sum' })).toThrow(
      "crossEntropy: reduction must be 'none', 'mean' or 'sum', got 'avg'",
    )
    expect(() => new CrossEntropyLoss({ labelSmoothing: -1 })).toThrow('CrossEntropyLoss: labelSmoothing must lie')
  })
})

describe('CrossEntropyLoss', () => {
  it('has its weight in the state', () => {
    expect(Object.keys(new CrossEntropyLoss({ weight }).stateDict())).toEqual(['weight'])
    expect(Object.keys(new CrossEntropyLoss().stateDict())).toEqual([])
  })

  it('names the step of the graph as PyTorch does', () => {
    const x = logits.clone().requiresGrad_()
    expect(new CrossEntropyLoss().forward(x, targets).gradFn?.name).toBe('NllLossBackward0')
    expect(new CrossEntropyLoss({ labelSmoothing: 0.1 }).forward(x, targets).gradFn?.name).toBe('AddBackward0')
  })
})
