import { expect, test } from 'vitest'
import { buildModel } from '../src/build-model'

test('buildModel puts an activation, and dropout if there is any, after each hidden layer', () => {
  const model = buildModel({ hidden: [12, 7], activation: 'sigmoid', dropout: 0.25 })
  expect([...model].map((layer) => layer.constructor.name)).toEqual([
    'Linear',
    'Sigmoid',
    'Dropout',
    'Linear',
    'Sigmoid',
    'Dropout',
    'Linear',
    'LogSoftmax',
  ])
  expect(model.parameters().map(({ shape }) => shape)).toEqual([[12, 784], [12], [7, 12], [7], [10, 7], [10]])
})

test('buildModel makes a single linear layer where there are no hidden ones', () => {
  const model = buildModel({ hidden: [], activation: 'relu', dropout: 0.25 })
  expect([...model].map((layer) => layer.constructor.name)).toEqual(['Linear', 'LogSoftmax'])
})
