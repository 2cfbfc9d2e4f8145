import { gradcheck, gradgradcheck } from '@nn/autograd'
import { functional } from '@nn/nn'
import { manualSeed, type Reduction, rand, type Tensor, tensor } from '@nn/tensor'
import { beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => {
  manualSeed(0)
  // klDiv warns of its mean.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

/** Elements spread over a range, as a variable of float64. */
function variable(shape: readonly number[], from = -2, to = 2): Tensor {
  return rand(shape, { dtype: 'float64' })
    .mul(to - from)
    .add(from)
    .requiresGrad_()
}

type TensorFunction = (...inputs: Tensor[]) => Tensor

const signs = tensor([
  [1, -1, 1],
  [-1, -1, 1],
])
const classes = tensor([2, 0])
const labels = tensor([
  [2, -1, 0],
  [1, 0, -1],
])
const weight = tensor([0.5, 1, 2], { dtype: 'float64' })

const one = (): Tensor[] => [variable([2, 3])]
const two = (): Tensor[] => [variable([2, 3]), variable([2, 3])]
const three = (): Tensor[] => [...two(), variable([2, 3])]
const probabilities = (): Tensor[] => [variable([2, 3], 0.1, 0.9), variable([2, 3], 0.1, 0.9)]
const counts = (): Tensor[] => [variable([2, 3], 0.5, 3), variable([2, 3], 1.5, 4)]
const predictions = (): Tensor[] => [...two(), variable([2], 0.5, 3)]

type Case = readonly [name: string, loss: (reduction: Reduction) => TensorFunction, inputs: () => Tensor[]]

/** Each loss, by all inputs that it differentiates by. */
const losses: readonly Case[] = [
  ['l1Loss', (reduction) => (x, t) => functional.l1Loss(x, t, { reduction }), two],
  ['smoothL1Loss', (reduction) => (x, t) => functional.smoothL1Loss(x, t, { beta: 0.7, reduction }), two],
  ['huberLoss', (reduction) => (x, t) => functional.huberLoss(x, t, { delta: 1.5, reduction }), two],
  [
    'binaryCrossEntropy',
    (reduction) => (x, t) => functional.binaryCrossEntropy(x, t, { weight, reduction }),
    probabilities,
  ],
  [
    'binaryCrossEntropyWithLogits',
    (reduction) => (x, t) => functional.binaryCrossEntropyWithLogits(x, t, { weight, posWeight: weight, reduction }),
    two,
  ],
  ['klDiv', (reduction) => (x, t) => functional.klDiv(x, t, { reduction }), probabilities],
  ['klDiv of logarithms', (reduction) => (x, t) => functional.klDiv(x, t, { logTarget: true, reduction }), two],
  [
    'cosineEmbeddingLoss',
    (reduction) => (a, b) => functional.cosineEmbeddingLoss(a, b, tensor([1, -1]), { margin: -0.9, reduction }),
    two,
  ],
  [
    'marginRankingLoss',
    (reduction) => (a, b) => functional.marginRankingLoss(a, b, signs, { margin: 0.3, reduction }),
    two,
  ],
  ['hingeEmbeddingLoss', (reduction) => (x) => functional.hingeEmbeddingLoss(x, signs, { reduction }), one],
  [
    'tripletMarginLoss',
    (reduction) => (a, p, n) => functional.tripletMarginLoss(a, p, n, { margin: 2, p: 3, swap: true, reduction }),
    three,
  ],
  ['softMarginLoss', (reduction) => (x) => functional.softMarginLoss(x, signs, { reduction }), one],
  ['multiMarginLoss', (reduction) => (x) => functional.multiMarginLoss(x, classes, { p: 2, weight, reduction }), one],
  ['multilabelMarginLoss', (reduction) => (x) => functional.multilabelMarginLoss(x, labels, { reduction }), one],
  [
    'multilabelSoftMarginLoss',
    (reduction) => (x, t) => functional.multilabelSoftMarginLoss(x, t, { weight, reduction }),
    two,
  ],
  ['poissonNllLoss', (reduction) => (x, t) => functional.poissonNllLoss(x, t, { full: true, reduction }), counts],
  [
    'poissonNllLoss of expected numbers',
    (reduction) => (x, t) => functional.poissonNllLoss(x, t, { logInput: false, reduction }),
    counts,
  ],
  ['gaussianNllLoss', (reduction) => (x, t, v) => functional.gaussianNllLoss(x, t, v, { reduction }), predictions],
  ['cosineSimilarity', () => (a, b) => functional.cosineSimilarity(a, b), two],
  ['pairwiseDistance', () => (a, b) => functional.pairwiseDistance(a, b, { p: 3 }), two],
  ['normalize', () => (x) => functional.normalize(x, { p: 3 }), one],
]

describe.each(losses)('%s', (_, loss, inputs) => {
  it.each(['none', 'sum', 'mean'] as const)('has the gradients of finite differences (%s)', (reduction) => {
    expect(gradcheck(loss(reduction), inputs())).toBe(true)
  })

  it('differentiates twice', () => {
    expect(gradgradcheck(loss('mean'), inputs())).toBe(true)
  })
})
