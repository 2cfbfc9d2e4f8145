import { linear, matmul, nllLoss, tensor } from '@nn/tensor'
import { describe } from 'vitest'
import { itHasRightGradients } from './support/gradient-cases'

const labels = tensor([2, -100])
const positions = tensor([
  [0, 2],
  [2, 0],
  [1, 1],
])
const weight = tensor([1.5, 0.5, 2], { dtype: 'float64' })
const settings = { ignoreIndex: -100 } as const

describe('what networks are made of has the gradients that finite differences give:', () => {
  itHasRightGradients([
    ['matmul by a transposed matrix', (a, b) => matmul(a, b.t()), [2, 3], [2, 3]],
    ['matmul of a stack and a vector', (a, b) => matmul(a, b), [2, 2, 3], [3]],
    ['matmul of a vector and a stack', (a, b) => matmul(a, b), [3], [2, 3, 2]],
    ['linear', (x, w, b) => linear(x, w, b), [2, 3], [2, 3], [2]],
    ['linear without a bias', (x, w) => linear(x, w), [2, 3], [2, 3]],
    ['linear of a stack', (x, w, b) => linear(x, w, b), [2, 1, 3], [2, 3], [2]],
    ['softmax', (x) => x.softmax(0), [3, 2]],
    ['logSoftmax', (x) => x.logSoftmax(-1), [2, 3]],
    ['nllLoss', (x) => nllLoss(x, labels, weight, { ...settings, reduction: 'mean' }), [2, 3]],
    ['nllLoss, summed', (x) => nllLoss(x, labels, null, { ...settings, reduction: 'sum' }), [2, 3]],
    ['nllLoss, each', (x) => nllLoss(x, labels, weight, { ...settings, reduction: 'none' }), [2, 3]],
    ['nllLoss of positions', (x) => nllLoss(x, positions, null, { ...settings, reduction: 'none' }), [3, 3, 2]],
  ])
})
