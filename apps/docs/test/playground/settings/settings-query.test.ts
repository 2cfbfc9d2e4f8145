import { expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../../../src/playground/settings/settings'
import { hasSettings, readQuery, writeQuery } from '../../../src/playground/settings/settings-query'

const unusual: Settings = {
  hidden: [300, 100, 30],
  activation: 'tanh',
  dropout: 0.2,
  optimizer: 'adamw',
  lr: 0.0005,
  momentum: 0,
  weightDecay: 0.1,
  batchSize: 100,
  epochs: 12,
  seed: 4294967295,
}

test.each([defaultSettings, unusual, { ...defaultSettings, hidden: [] }])(
  'readQuery reads what writeQuery wrote',
  (settings) => {
    expect(readQuery(writeQuery(settings))).toEqual({ settings, problems: [] })
  },
)

test('writeQuery gives a query that one can read', () => {
  expect(writeQuery(defaultSettings)).toBe(
    'hidden=128,64&activation=relu&dropout=0&optimizer=sgd&lr=0.003&momentum=0&decay=0&batch=64&epochs=5&seed=0',
  )
})

test('readQuery takes the usual value of what is not there, and leaves other names alone', () => {
  expect(readQuery('?seed=7&utm=x')).toEqual({ settings: { ...defaultSettings, seed: 7 }, problems: [] })
})

test.each([
  ['hidden=0', 'Hidden layers', 'hidden'],
  ['hidden=128,,64', 'Hidden layers', 'hidden'],
  ['hidden=2000', 'Hidden layers', 'hidden'],
  ['hidden=8,8,8,8,8', 'Hidden layers', 'hidden'],
  ['activation=softmax', 'Activation', 'activation'],
  ['dropout=1', 'Dropout', 'dropout'],
  ['dropout=-0.1', 'Dropout', 'dropout'],
  ['optimizer=lbfgs', 'Optimizer', 'optimizer'],
  ['lr=fast', 'Learning rate', 'lr'],
  ['lr=NaN', 'Learning rate', 'lr'],
  ['lr=Infinity', 'Learning rate', 'lr'],
  ['momentum=', 'Momentum', 'momentum'],
  ['decay=-1', 'Weight decay', 'weightDecay'],
  ['batch=0', 'Batch size', 'batchSize'],
  ['batch=1.5', 'Batch size', 'batchSize'],
  ['epochs=1000', 'Epochs', 'epochs'],
  ['seed=-1', 'Seed', 'seed'],
  ['seed=4294967296', 'Seed', 'seed'],
] as const)('readQuery says what is wrong with %s and goes on without it', (query, label, name) => {
  const { settings, problems } = readQuery(query)
  expect(settings[name]).toEqual(defaultSettings[name])
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(`${label} in the address is “${query.split('=')[1]}”; it must be`)
})

test('readQuery reports every problem of an address', () => {
  expect(readQuery('lr=x&seed=y&batch=32').problems).toHaveLength(2)
})

test('hasSettings tells an address with settings from one without', () => {
  expect(hasSettings('?seed=1')).toBe(true)
  expect(hasSettings('?other=1')).toBe(false)
  expect(hasSettings('')).toBe(false)
})
