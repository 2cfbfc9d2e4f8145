import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { describeFacts, epochHeading, epochRow } from '../../src/terminal/training-report'

const result = {
  epoch: 1,
  epochs: 5,
  trainingLoss: 1.942_407_05,
  test: { loss: 1.329_071_97, accuracy: 0.6958, mistakes: [] },
  seconds: 0.68,
}

test('epochRow shows eight digits of the losses, and four where lines are short', () => {
  expect(epochRow(result, 80)).toBe('  1/5      1.94240705   1.32907197         69.58 %      0.68')
  expect(epochRow(result, 40)).toBe('  1/5  1.9424  1.3291   69.58 %  0.68')
})

test.each([40, 59, 60, 100])('epochHeading and epochRow fit into %i columns, and each other', (columns) => {
  const heading = stripVTControlCharacters(epochHeading(columns))
  expect(heading.length).toBeLessThanOrEqual(columns)
  expect(epochRow(result, columns)).toHaveLength(heading.length)
})

test('describeFacts breaks long values between words', () => {
  const facts = { data: 'MNIST, 60,000 images to train on, 10,000 to test with', seed: '0' }
  expect(stripVTControlCharacters(describeFacts(facts, 40)).split('\n')).toEqual([
    '  data  MNIST, 60,000 images to train',
    '        on, 10,000 to test with',
    '  seed  0',
  ])
})
