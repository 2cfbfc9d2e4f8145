import { expect, test } from 'vitest'
import { summarizeMatmul } from '../../src/matmul/summarize-matmul'

test('summarizeMatmul(run) compares each speed with the peak of its own moment', () => {
  const rounds = [
    { products: [{ name: 'a', speed: 40, peak: 50 }], threads: [{ name: 'b', oneThread: 10, twoThreads: 19 }] },
    { products: [{ name: 'a', speed: 18, peak: 20 }], threads: [{ name: 'b', oneThread: 20, twoThreads: 32 }] },
  ]
  const summary = summarizeMatmul({ variant: 'strict', about: {}, failure: null, rounds })
  expect(summary.peak).toEqual({ median: 35, best: 50 })
  expect(summary.products).toEqual([
    { name: 'a', speed: { median: 29, best: 40 }, share: { median: expect.closeTo(0.85), best: 0.9 } },
  ])
  expect(summary.threads).toEqual([{ name: 'b', ratio: { median: expect.closeTo(1.75), best: 1.9 } }])
})

test('summarizeMatmul(run) has nothing of a variant that was not measured', () => {
  const summary = summarizeMatmul({ variant: 'relaxed', about: {}, failure: 'no relaxed SIMD', rounds: [] })
  expect(summary).toMatchObject({ failure: 'no relaxed SIMD', peak: null, products: [], threads: [] })
})
