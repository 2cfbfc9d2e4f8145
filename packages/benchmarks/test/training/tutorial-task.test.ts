import { jsBackend, setBackend } from '@nn/tensor'
import { afterEach, expect, test } from 'vitest'
import { loopNames } from '../../src/training/loops'
import { plainSettings } from '../../src/training/tutorial-program'
import { tutorialTask } from '../../src/training/tutorial-task'

const settings = { ...plainSettings, loop: 'plain' } as const

afterEach(() => setBackend(jsBackend))

test('tutorialTask(settings) trains on real digits from a loss near ln 10', async () => {
  const task = await tutorialTask(settings)
  expect(task.about).toMatchObject({ backend: 'wasm', threads: '1', simd: 'strict' })
  const { loss, seconds } = await task.run({ steps: 3 })
  expect(loss).toBeCloseTo(Math.log(10), 1)
  expect(seconds).toBeGreaterThan(0)
})

test('tutorialTask(settings) learns: later requests go on with the same weights', async () => {
  const task = await tutorialTask(settings)
  const first = await task.run({ steps: 20 })
  const second = await task.run({ steps: 20 })
  expect(second.loss).toBeLessThan(first.loss)
})

test('tutorialTask(settings) computes the same losses in every way of writing the loop, and on two threads', async () => {
  const { loss } = await (await tutorialTask(settings)).run({ steps: 5 })
  for (const loop of loopNames) {
    const task = await tutorialTask({ ...settings, loop, threads: 2 })
    expect((await task.run({ steps: 5 })).loss).toBe(loss)
  }
})

test('tutorialTask({ threads: 0 }) trains on the JavaScript kernels', async () => {
  const task = await tutorialTask({ ...settings, threads: 0 })
  expect(task.about).toMatchObject({ backend: 'js' })
  const { loss } = await task.run({ steps: 2 })
  expect(loss).toBeCloseTo(Math.log(10), 1)
})
