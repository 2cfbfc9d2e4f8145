import { expect, test } from 'vitest'
import * as library from '../../src/index'
import { linalg, ones, type Tensor, tensor, zeros } from '../../src/index'

const functions = { ...library, ...linalg } as unknown as Readonly<Record<string, (...args: unknown[]) => Tensor>>
const flags = tensor([true, false])

// Functions that are made of others.
test.each<[string, ...unknown[]]>([
  ['hstack', [ones(2, 3), ones(3, 3)]],
  ['vstack', [ones(2, 3), ones(2, 2)]],
  ['dstack', [ones(2, 3), ones(2, 2)]],
  ['columnStack', [ones(2, 3), ones(3, 3)]],
  ['hstack', ones(2), ones(2)],
  ['cat', ones(2), ones(2)],
  ['blockDiag', [ones(1, 1, 1)]],
  ['cartesianProd', [tensor([1]), tensor([1.5])]],
  ['cross', ones(2, 3), ones(3, 3)],
  ['dist', ones(2), ones(3)],
  ['dist', ones(2), flags],
  ['cdist', ones(2, 2, 3), ones(3, 2, 3)],
  ['countNonzero', ones(2), 1],
  ['nansum', ones(2), 1],
  ['nanmean', ones(2), 1],
  ['rsub', ones(2), ones(3)],
  ['rsub', flags, 1],
  ['allclose', ones(2), ones(3)],
  ['allclose', ones(2), tensor([1, 2])],
  ['trapezoid', ones(2, 3), ones(2, 1)],
  ['takeAlongDim', ones(2, 2), tensor([[2, 0]]), 1],
  ['scatterReduce', ones(2), 0, tensor([5]), ones(1), 'mean'],
  ['multiDot', [zeros(2, 2, { dtype: 'bool' }), zeros(2, 2, { dtype: 'bool' })]],
  ['tensordot', ones(2, 3), ones(2, 3), 1],
  ['kron', ones(2), 3],
  ['sgn', 3],
  ['isposinf', 3],
  ['deg2rad', 3],
  ['polygamma', 1, 3],
  ['randn', 2, -1],
])('%s names itself', (name, ...args) => {
  expect(() => functions[name]?.(...args)).toThrow(new RegExp(`^${name}: `))
})

test.each([
  ['exp', [ones(2), { out: ones(2) }]],
  ['kron', [ones(2), ones(2), ones(2)]],
  ['eq', [ones(2), 2, 3]],
  ['sin', [ones(2), 1]],
  ['atan2', [ones(2), ones(2), 1]],
  ['trace', [ones(2, 2), 0]],
  ['outer', [ones(2), ones(2), { out: ones(2) }]],
] as [string, unknown[]][])('%s refuses what it does not take', (name, args) => {
  expect(() => functions[name]?.(...args)).toThrow(TypeError)
  expect(() => functions[name]?.(...args)).toThrow(new RegExp(`^${name}: `))
})

test.each([
  ['eq', [3, ones(2)]],
  ['maximum', [3, ones(2)]],
  ['fmax', [ones(2), 3]],
  ['fmod', [3, ones(2)]],
  ['copysign', [3, ones(2)]],
  ['logicalAnd', [true, ones(2)]],
] as [string, unknown[]][])('%s takes no number where PyTorch takes none', (name, args) => {
  expect(() => functions[name]?.(...args)).toThrow(new RegExp(`^${name}: (input|other) must be a tensor, got `))
})

test('a loss over class indices is named by those that are made of it', () => {
  const settings = { reduction: 'mean', ignoreIndex: -100, op: 'crossEntropy' }
  const loss = (...args: unknown[]) => functions.nllLoss?.(...args)
  expect(() => loss(ones(1, 3), tensor([3]), null, settings)).toThrow('crossEntropy: target 3 is out of range')
  expect(() => loss(ones(1, 3), tensor([0, 1]), null, settings)).toThrow('crossEntropy: a target [2] does not fit')
})
