import { jsBackend, setBackend } from '@nn/tensor'
import { afterAll, expect, test } from 'vitest'
import { loops } from '../../src/memory/memory-request'
import { memoryTask } from '../../src/memory/memory-task'

afterAll(() => setBackend(jsBackend))

test.each(loops)('memoryTask() watches a "%s" loop', async (loop) => {
  const task = await memoryTask()
  const { start, max, end, speedAtFirst, speedAtLast } = await task.run({ loop, steps: 8 })
  expect(start).toBeGreaterThan(0)
  expect(max).toBeGreaterThanOrEqual(Math.max(start, end))
  expect(speedAtFirst).toBeGreaterThan(0)
  expect(speedAtLast).toBeGreaterThan(0)
})
