import { jsBackend, setBackend } from '@nn/tensor'
import { afterEach, expect, test } from 'vitest'
import { ours, oursScoped } from '../../../src/epoch/tasks/ours'

afterEach(() => setBackend(jsBackend))

test('ours("wasm") trains on real digits from a loss near ln 10', async () => {
  const task = await ours('wasm')
  expect(task.about).toEqual({ backend: 'wasm' })
  const { loss, seconds } = await task.run({ steps: 3 })
  expect(loss).toBeCloseTo(Math.log(10), 1)
  expect(seconds).toBeGreaterThan(0)
})

test('ours("wasm") learns: later requests go on with the same weights', async () => {
  const task = await ours('wasm')
  const first = await task.run({ steps: 20 })
  const second = await task.run({ steps: 20 })
  expect(second.loss).toBeLessThan(first.loss)
})

test('oursScoped() computes the same losses', async () => {
  const plain = await (await ours('wasm')).run({ steps: 5 })
  const scoped = await (await oursScoped()).run({ steps: 5 })
  expect(scoped.loss).toBe(plain.loss)
})

test('ours("js") trains on the JavaScript kernels', async () => {
  const task = await ours('js')
  expect(task.about).toEqual({ backend: 'js' })
  const { loss } = await task.run({ steps: 2 })
  expect(loss).toBeCloseTo(Math.log(10), 1)
})
