import { jsBackend, setBackend } from '@nn/tensor'
import { afterEach, expect, test } from 'vitest'
import { latencyTask } from '../../src/training/latency-task'
import { stepTask } from '../../src/training/step-task'

afterEach(() => setBackend(jsBackend))

test.each([
  ['mlp', 'sgd'],
  ['mlp', 'adam'],
  ['cnn', 'sgd'],
] as const)('stepTask() learns a batch by heart: %s with %s', async (model, optimizer) => {
  const task = await stepTask({ model, optimizer, threads: 1, relaxed: false })
  const first = await task.run({ steps: 5 })
  const second = await task.run({ steps: 5 })
  expect(first.loss).toBeCloseTo(Math.log(10), 0)
  expect(second.loss).toBeLessThan(first.loss)
})

test('latencyTask() predicts the same for the same image', async () => {
  const task = await latencyTask({ threads: 1, relaxed: false })
  const first = await task.run({ steps: 1 })
  const second = await task.run({ steps: 4 })
  expect(first.loss).toBeCloseTo(Math.log(10), 0)
  expect(second.loss).toBeCloseTo(first.loss, 6)
})
