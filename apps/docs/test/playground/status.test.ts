import { expect, test } from 'vitest'
import { emptyHistory, type History } from '../../src/playground/session/history'
import { describeStatus } from '../../src/playground/status'

const score = { loss: 0.3, accuracy: 0.9123 }
const trained = (epochs: number): History => ({
  trained: epochs,
  curve: [],
  epochs: [{ epoch: Math.floor(epochs), trainingLoss: 0.4, train: score, validation: score, seconds: 1 }],
})

test('describeStatus says of an untrained network that its answers are guesses', () => {
  expect(describeStatus('untrained', emptyHistory, 0)).toBe(
    'This network has not been trained; its answers are guesses.',
  )
})

test('describeStatus says how far the training is and how well the network does', () => {
  expect(describeStatus('training', emptyHistory, 5)).toBe('Training, epoch 1 of 5.')
  expect(describeStatus('training', trained(2.5), 5)).toBe(
    'Training, epoch 3 of 5. After epoch 2 it recognised 91.23 % of the test images.',
  )
  expect(describeStatus('paused', trained(1), 5)).toContain('Paused after 1 epoch of 5.')
  expect(describeStatus('paused', trained(2.52), 5)).toContain('Paused after 2.5 epochs of 5.')
  expect(describeStatus('finished', trained(5), 5)).toContain('Trained for 5 epochs.')
})

test('describeStatus says that a network has diverged', () => {
  expect(describeStatus('diverged', trained(1), 5)).toContain('has diverged')
})
