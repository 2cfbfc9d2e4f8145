import { jsBackend, setBackend } from '@nn/tensor'
import { afterAll, expect, test } from 'vitest'
import { profileTask } from '../../src/profile/profile-task'

afterAll(() => setBackend(jsBackend))

test('profileTask() splits the time of a step by line and by kernel', async () => {
  const task = await profileTask()
  const { phases, kernels } = await task.run({ steps: 4 })

  const inKernels = kernels.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const inPhases = phases.reduce((sum, phase) => sum + phase.inKernels, 0)
  expect(phases).toHaveLength(7)
  expect(inPhases).toBeCloseTo(inKernels, 6)
  for (const phase of phases) expect(phase.milliseconds).toBeGreaterThanOrEqual(phase.inKernels)
})

test('profileTask() counts the calls of each kernel, matmuls by their sizes', async () => {
  const task = await profileTask()
  const { kernels } = await task.run({ steps: 4 })
  const firstLayer = kernels.find(({ name }) => name === 'matmul [64, 784] @ [784, 128]')
  expect(firstLayer?.calls).toBe(4)
})
