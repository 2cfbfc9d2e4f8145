import { expect, test } from 'vitest'
import { describeArchitecture } from '../src/describe-architecture'

test('describeArchitecture names the sizes, the activation and the dropout', () => {
  expect(describeArchitecture({ hidden: [128, 64], activation: 'relu', dropout: 0 })).toBe(
    '784-128-64-10, ReLU, LogSoftmax',
  )
  expect(describeArchitecture({ hidden: [32], activation: 'tanh', dropout: 0.5 })).toBe(
    '784-32-10, Tanh, LogSoftmax, dropout 0.5',
  )
})

test('describeArchitecture leaves out what a network without hidden layers does not have', () => {
  expect(describeArchitecture({ hidden: [], activation: 'tanh', dropout: 0.5 })).toBe('784-10, LogSoftmax')
})
