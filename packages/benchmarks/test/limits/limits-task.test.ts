import { jsBackend, setBackend } from '@nn/tensor'
import { afterAll, expect, test } from 'vitest'
import { type LimitsRequest, limitsTask } from '../../src/limits/limits-task'

afterAll(() => setBackend(jsBackend))

const MB = 2 ** 20

test.each<LimitsRequest>([
  { what: 'rounds', aliveBytes: 32 * MB, rounds: 4 },
  { what: 'exhaustion', most: 128 * MB, times: 2 },
  { what: 'tiny', steps: 8 },
])('limitsTask() loses no value and tells what it took: $what', async (request) => {
  const task = await limitsTask()
  const { count, milliseconds, start, max } = await task.run(request)
  expect(count).toBeGreaterThan(1)
  expect(milliseconds).toBeGreaterThan(0)
  expect(max).toBeGreaterThanOrEqual(start)
})
