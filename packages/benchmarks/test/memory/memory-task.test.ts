import { jsBackend, setBackend } from '@nn/tensor'
import { afterAll, expect, test } from 'vitest'
import { memoryTask } from '../../src/memory/memory-task'
import { loopNames } from '../../src/training/loops'

afterAll(() => setBackend(jsBackend))

test.each(loopNames)('memoryTask() watches a "%s" loop', async (loop) => {
  const task = await memoryTask()
  const { start, max, end, speedAtFirst, speedAtLast } = await task.run({ loop, steps: 8 })
  expect(start).toBeGreaterThan(0)
  expect(max).toBeGreaterThanOrEqual(Math.max(start, end))
  expect(speedAtFirst).toBeGreaterThan(0)
  expect(speedAtLast).toBeGreaterThan(0)
})
