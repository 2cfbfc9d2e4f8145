import { grad } from '@nn/autograd'
import { functional } from '@nn/nn'
import {
  DTypeError,
  IndexError,
  type NestedArray,
  ones,
  type Reduction,
  ShapeError,
  type Tensor,
  tensor,
  zeros,
} from '@nn/tensor'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.restoreAllMocks()
})

const f32 = (data: NestedArray): Tensor => tensor(data, { dtype: 'float32' })

/** Numbers up to the rounding of float32. */
const near = (...values: number[]): unknown[] => values.map((value) => expect.closeTo(value, 5))

/** The gradients of the sum of a loss by its two inputs. */
function gradients(loss: (x: Tensor, t: Tensor) => Tensor, x: readonly number[], t: readonly number[]): NestedArray[] {
  const inputs = [x, t].map((data) => f32([...data]).requiresGrad_()) as [Tensor, Tensor]
  return grad(loss(...inputs).sum(), inputs).map((g) => (g as Tensor).toArray())
}

const unreduced = { reduction: 'none' } as const

/** What PyTorch gives for arguments that its samples do not have. */
const answers: readonly (readonly [name: string, loss: () => Tensor, expected: readonly number[]])[] = [
  ['l1Loss with weights', () => functional.l1Loss(f32([1, 2]), zeros([2]), { weight: f32([1, 3]) }), [1.75]],
  ['mseLoss with weights', () => functional.mseLoss(f32([1, 2]), zeros([2]), { weight: f32([1, 3]) }), [3.25]],
  ['huberLoss with weights', () => functional.huberLoss(f32([1, 2]), zeros([2]), { weight: f32([1, 3]) }), [2.5]],
  ['smoothL1Loss of beta 0', () => functional.smoothL1Loss(f32([-2, 0.5]), zeros([2]), { beta: 0 }), [1.25]],
  [
    'binaryCrossEntropy with weights',
    () => functional.binaryCrossEntropy(f32([0.25, 0.5]), f32([0, 1]), { weight: f32([1, 3]) }),
    [1.1835618],
  ],
  [
    'binaryCrossEntropyWithLogits with both weights',
    () => {
      const [weight, posWeight] = [f32([1, 3]), f32([2])]
      return functional.binaryCrossEntropyWithLogits(f32([1, -2]), f32([0, 1]), { weight, posWeight })
    },
    [7.037415],
  ],
  [
    'klDiv by sample',
    () => {
      const [input, target] = [
        f32([
          [0.5, 0.5],
          [0.1, 0.9],
        ]).log(),
        f32([
          [0.25, 0.75],
          [0.5, 0.5],
        ]),
      ]
      return functional.klDiv(input, target, { reduction: 'batchmean' })
    },
    [0.3208188],
  ],
  [
    'klDiv of logarithms',
    () => {
      const [input, target] = [f32([[0.5, 0.5]]).log(), f32([[0.25, 0.75]]).log()]
      return functional.klDiv(input, target, { reduction: 'sum', logTarget: true })
    },
    [0.130812],
  ],
  [
    'cosineEmbeddingLoss',
    () => {
      const [x1, x2] = [
        f32([
          [1, 2],
          [1, 2],
        ]),
        f32([
          [2, 1],
          [2, 1],
        ]),
      ]
      return functional.cosineEmbeddingLoss(x1, x2, tensor([1, -1]), { margin: 0.5, reduction: 'none' })
    },
    [0.2, 0.3],
  ],
  [
    'marginRankingLoss',
    () => functional.marginRankingLoss(f32([1, 2]), f32([2, 1]), ones([2]), { margin: 0.5, reduction: 'none' }),
    [1.5, 0],
  ],
  [
    'hingeEmbeddingLoss, for targets that are neither 1 nor -1 too',
    () => functional.hingeEmbeddingLoss(f32([1, 0.5, 0.5, 5]), f32([1, -1, 0, -1]), unreduced),
    [1, 0.5, 1, 0],
  ],
  ['tripletMarginLoss', () => functional.tripletMarginLoss(zeros([1, 2]), f32([[3, 4]]), f32([[3, 3]])), [1.757359]],
  [
    'tripletMarginLoss with swap',
    () => functional.tripletMarginLoss(zeros([1, 2]), f32([[3, 4]]), f32([[3, 3]]), { swap: true }),
    [4.9999976],
  ],
  [
    'softMarginLoss',
    () => functional.softMarginLoss(f32([0.5, -1]), tensor([1, -1]), unreduced),
    [0.474077, 0.3132617],
  ],
  [
    'multiMarginLoss with all options',
    () => {
      const options = { p: 2, margin: 0.5, weight: f32([1, 2, 3]), reduction: 'none' } as const
      return functional.multiMarginLoss(
        f32([
          [0.5, 0.25, 1],
          [-1, 2, 0],
        ]),
        tensor([0, 2]),
        options,
      )
    },
    [0.3541667, 6.25],
  ],
  [
    'multilabelMarginLoss, which ignores labels after a -1',
    () => functional.multilabelMarginLoss(f32([[0.1, 0.2, 0.4, 0.8]]), tensor([[3, 0, -1, 1]])),
    [0.85],
  ],
  [
    'multilabelMarginLoss, which counts a repeated label twice',
    () => functional.multilabelMarginLoss(f32([[0.1, 0.2, 0.4, 0.8]]), tensor([[3, 3, -1, 1]])),
    [0.65],
  ],
  [
    'multilabelSoftMarginLoss with weights',
    () => {
      const [input, target] = [
        f32([
          [0.5, 0.25, 1],
          [-1, 2, 0],
        ]),
        tensor([
          [1, 0, 1],
          [0, 1, 0],
        ]),
      ]
      return functional.multilabelSoftMarginLoss(input, target, { weight: f32([1, 2, 3]), reduction: 'none' })
    },
    [1.0219136, 0.8821864],
  ],
  [
    'poissonNllLoss with the factorial of counts above 1',
    () => functional.poissonNllLoss(f32([0.1, 0.2, 3]), f32([0, 1, 3]), { full: true, reduction: 'none' }),
    [1.105171, 1.0214027, 12.8496189],
  ],
  [
    'poissonNllLoss of expected numbers',
    () => {
      const options = { logInput: false, eps: 0.5, reduction: 'none' } as const
      return functional.poissonNllLoss(f32([0.1, 0.2, 3]), f32([0, 1, 3]), options)
    },
    [0.1, 0.556675, -0.7582891],
  ],
  [
    'gaussianNllLoss with one variance a sample',
    () => {
      const options = { full: true, reduction: 'none' } as const
      return functional
        .gaussianNllLoss(
          f32([
            [1, 2],
            [3, 4],
          ]),
          zeros([2, 2]),
          f32([1, 4]),
          options,
        )
        .flatten()
    },
    [1.4189385, 2.9189386, 2.7370858, 3.6120858],
  ],
  ['gaussianNllLoss with one variance', () => functional.gaussianNllLoss(f32([1, 2]), zeros([2]), 2), [0.9715736]],
]

describe('the losses of PyTorch', () => {
  it.each(answers)('%s', (_, loss, expected) => {
    expect(Array.from(loss().reshape(-1).toTypedArray())).toEqual(near(...expected))
  })

  it('multilabelMarginLoss costs nothing without labels', () => {
    expect(functional.multilabelMarginLoss(f32([0.1, 0.2, 0.4]), tensor([-1, 0, 1])).item()).toBe(0)
  })
})

describe('inputs and targets of different shapes', () => {
  const broadcasting = [
    ['l1Loss', functional.l1Loss, 8 / 9],
    ['smoothL1Loss', functional.smoothL1Loss, 5 / 9],
    ['huberLoss', functional.huberLoss, 5 / 9],
  ] as const

  it.each(broadcasting)('broadcast in %s with one warning', (name, loss, expected) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const [x, target] = [f32([[1], [2], [3]]), f32([1, 2, 3])]
    expect(loss(x, target).item()).toBeCloseTo(expected, 6)
    loss(x, target)
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(`${name}: the target has shape [3] and the input [3, 1]`))
  })

  it('are refused by the binary cross-entropies', () => {
    expect(() => functional.binaryCrossEntropy(ones([2, 1]), ones([2]))).toThrow(
      'binaryCrossEntropy: input and target differ in shape, [2, 1] and [2]',
    )
    expect(() => functional.binaryCrossEntropyWithLogits(ones([2, 1]), ones([2]))).toThrow(ShapeError)
  })
})

describe('smoothL1Loss and huberLoss', () => {
  it('have a bounded gradient, at infinity too', () => {
    const [x, zero] = [
      [0, 1, 2, Infinity, -2],
      [0, 0, 0, 0, 0],
    ] as const
    expect(gradients((a, b) => functional.smoothL1Loss(a, b, { beta: 2 }), x, zero)[0]).toEqual(
      [0, 0.5, 1, 1, -1].map((slope) => expect.closeTo(slope / 5, 6)),
    )
    expect(gradients((a, b) => functional.huberLoss(a, b, { delta: 2, reduction: 'sum' }), x, zero)[0]).toEqual([
      0, 1, 2, 2, -2,
    ])
  })
})

describe('binaryCrossEntropy', () => {
  it('bounds logarithms by -100', () => {
    const losses = functional.binaryCrossEntropy(f32([0, 1, 1]), f32([1, 0, 1]), unreduced)
    expect(losses.toArray()).toEqual([100, 100, -0])
  })

  it('has a finite gradient by impossible probabilities', () => {
    const [byInput, byTarget] = gradients(functional.binaryCrossEntropy, [0, 1, 0.3, 1], [1, 0, 0.4, 1])
    const expected = [-2.5e11, 2.5e11, -0.11904762, 0]
    expect(byInput).toEqual(expected.map((value) => expect.closeTo(value, value > 1 || value < -1 ? -6 : 6)))
    expect(byTarget).toEqual([Infinity, -Infinity, expect.closeTo(0.2118245, 6), -Infinity])
  })

  it('is the node of its name', () => {
    const loss = functional.binaryCrossEntropy(f32([0.5]).requiresGrad_(), f32([1]))
    expect(loss.gradFn?.name).toBe('BinaryCrossEntropyBackward0')
  })

  it('refuses what is no probability, NaN too', () => {
    expect(() => functional.binaryCrossEntropy(f32([0.5, 1.5]), f32([1, 1]))).toThrow(
      'binaryCrossEntropy: every element of input must lie between 0 and 1, got 1.5',
    )
    expect(() => functional.binaryCrossEntropy(f32([Number.NaN]), f32([1]))).toThrow(RangeError)
    expect(() => functional.binaryCrossEntropy(f32([0.5]), f32([2]))).toThrow('every element of target')
  })

  it('refuses targets of another dtype, and weights that do not broadcast', () => {
    expect(() => functional.binaryCrossEntropy(f32([0.5]), tensor([1]))).toThrow(DTypeError)
    expect(() => functional.binaryCrossEntropy(f32([0.5]), f32([1]), { weight: ones([2]) })).toThrow(
      "binaryCrossEntropy: weight of shape [2] does not fit the input's [1]",
    )
  })
})

describe('losses of logits', () => {
  it('stay finite for large ones', () => {
    const losses = functional.binaryCrossEntropyWithLogits(f32([200, -200]), f32([0, 1]), unreduced)
    expect(losses.toArray()).toEqual([200, 200])
    expect(functional.softMarginLoss(f32([-200]), f32([1])).item()).toBe(200)
  })

  it('keep their gradient there', () => {
    const loss = (x: Tensor, t: Tensor): Tensor => functional.binaryCrossEntropyWithLogits(x, t, { reduction: 'sum' })
    expect(gradients(loss, [200, -200, 0], [0, 1, 0.5])[0]).toEqual([1, -1, 0])
  })
})

describe('multiMarginLoss', () => {
  it('takes one sample, with the target’s shape', () => {
    const scores = ones([3])
    expect(functional.multiMarginLoss(scores, tensor(1), unreduced).shape).toEqual([])
    expect(functional.multiMarginLoss(scores, tensor([1]), unreduced).shape).toEqual([1])
  })

  it('has no gradient where the margin is just kept', () => {
    const scores = f32([[2, 1, 0]]).requiresGrad_()
    expect(grad(functional.multiMarginLoss(scores, tensor([0])), [scores])[0]?.toArray()).toEqual([[0, 0, 0]])
  })

  it('refuses classes that are not there, other powers and other weights', () => {
    const scores = ones([2, 3])
    expect(() => functional.multiMarginLoss(scores, tensor([0, 3]))).toThrow(IndexError)
    expect(() => functional.multiMarginLoss(scores, tensor([0, -1]))).toThrow(
      'multiMarginLoss: target -1 is none of the 3 classes',
    )
    expect(() => functional.multiMarginLoss(scores, f32([0, 1]))).toThrow(DTypeError)
    expect(() => functional.multiMarginLoss(scores, tensor([0]))).toThrow(ShapeError)
    expect(() => functional.multiMarginLoss(ones([2, 3, 4]), tensor([0, 1]))).toThrow(ShapeError)
    expect(() => functional.multiMarginLoss(scores, tensor([0, 1]), { p: 3 })).toThrow(
      'multiMarginLoss: p must be 1 or 2, got 3',
    )
    expect(() => functional.multiMarginLoss(scores, tensor([0, 1]), { weight: ones([2]) })).toThrow(
      'multiMarginLoss: weight must hold one value a class, 3, got [2]',
    )
  })
})

describe('multilabelMarginLoss', () => {
  it('refuses labels that are no classes, even after a -1', () => {
    expect(() => functional.multilabelMarginLoss(ones([1, 4]), tensor([[1, -1, 9, 1]]))).toThrow(
      'multilabelMarginLoss: target 9 is neither -1 nor one of the 4 classes',
    )
    expect(() => functional.multilabelMarginLoss(ones([1, 2]), tensor([[-2, 0]]))).toThrow(IndexError)
    expect(() => functional.multilabelMarginLoss(ones([1, 2]), tensor([0, 1]))).toThrow(ShapeError)
    expect(() => functional.multilabelMarginLoss(ones([2, 0]), zeros([2, 0]).long())).toThrow(ShapeError)
  })
})

describe('gaussianNllLoss', () => {
  it('raises small variances, with the gradient of the raised one', () => {
    const variance = f32([0, 1]).requiresGrad_()
    const losses = functional.gaussianNllLoss(f32([1, 2]), zeros([2]), variance, { reduction: 'sum' })
    expect(losses.item() / 499995.09375).toBeCloseTo(1, 6)
    const [gradient] = grad(losses, [variance]) as [Tensor]
    const [first, second] = gradient.toArray() as [number, number]
    expect([first / -5e11, second]).toEqual(near(0.999999, -1.5))
    expect(variance.toArray()).toEqual([0, 1])
  })

  it('refuses negative variances and those of other shapes', () => {
    expect(() => functional.gaussianNllLoss(ones([2]), ones([2]), f32([1, -1]))).toThrow(
      'gaussianNllLoss: no variance can be negative, got -1',
    )
    expect(() => functional.gaussianNllLoss(ones([2]), ones([2]), -1)).toThrow(RangeError)
    expect(() => functional.gaussianNllLoss(ones([4, 3, 2]), ones([4, 3, 2]), ones([1, 1, 2]))).toThrow(
      "gaussianNllLoss: variance of shape [1, 1, 2] does not fit the input's [4, 3, 2]",
    )
  })
})

describe('klDiv', () => {
  it('warns once that its mean is not the mean by sample', async () => {
    // Modules of its own, which have not warned yet.
    vi.resetModules()
    const { functional } = await import('../src/index')
    const { ones, zeros } = await import('@nn/tensor')
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    functional.klDiv(zeros([1]), ones([1]))
    functional.klDiv(zeros([1]), ones([1]))
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('batchmean'))
  })

  it('refuses integers and other reductions', () => {
    expect(() => functional.klDiv(zeros([1]), tensor([1]), { reduction: 'sum' })).toThrow(DTypeError)
    expect(() => functional.klDiv(zeros([1]), ones([1]), { reduction: '' as 'sum' })).toThrow(RangeError)
  })
})

describe('arguments that do not belong together', () => {
  const refused: readonly (readonly [message: string, call: () => Tensor])[] = [
    [
      'cosineEmbeddingLoss: the target must have at most 1 dimension',
      () => functional.cosineEmbeddingLoss(ones([2, 3]), ones([2, 3]), ones([2, 1])),
    ],
    [
      'cosineEmbeddingLoss: a target of shape [] needs inputs of 1 dimensions',
      () => functional.cosineEmbeddingLoss(ones([2, 3]), ones([2, 3]), ones([])),
    ],
    [
      'marginRankingLoss: inputs and target must have as many dimensions each, got [2, 3], [3], [3]',
      () => functional.marginRankingLoss(ones([2, 3]), ones([3]), ones([3])),
    ],
    [
      'tripletMarginLoss: margin must be above 0, got 0',
      () => functional.tripletMarginLoss(ones([1, 2]), ones([1, 2]), ones([1, 2]), { margin: 0 }),
    ],
    [
      'tripletMarginLoss: anchor, positive and negative must have as many dimensions each',
      () => functional.tripletMarginLoss(ones([1, 2]), ones([2]), ones([1, 2])),
    ],
    [
      "softMarginLoss: target of shape [5, 4] does not fit the input's [4]",
      () => functional.softMarginLoss(ones([4]), ones([5, 4])),
    ],
    [
      'multilabelSoftMarginLoss: the input must have a dimension',
      () => functional.multilabelSoftMarginLoss(ones([]), ones([])),
    ],
    ['smoothL1Loss: beta must be 0 or more, got -1', () => functional.smoothL1Loss(ones([1]), ones([1]), { beta: -1 })],
    ['huberLoss: delta must be above 0, got 0', () => functional.huberLoss(ones([1]), ones([1]), { delta: 0 })],
    [
      'l1Loss: weight must have the shape of the input, [2], got [1]',
      () => functional.l1Loss(ones([2]), ones([2]), { weight: ones([1]) }),
    ],
    ['l1Loss: needs floating-point tensors, got int64 and int64', () => functional.l1Loss(tensor([1]), tensor([1]))],
    [
      'huberLoss: needs floating-point tensors, got int64 and int64',
      () => functional.huberLoss(tensor([1]), tensor([1])),
    ],
    [
      "poissonNllLoss: reduction must be 'none', 'mean' or 'sum', got 'all'",
      () => functional.poissonNllLoss(ones([1]), ones([1]), { reduction: 'all' as Reduction }),
    ],
  ]

  it.each(refused)('%s', (message, call) => {
    expect(call).toThrow(message)
  })
})
