import { expect, test } from 'vitest'
import { summarize } from '../../src/conformance/summarize'

const passing = (name: string, cases: number) => ({ name, cases, passed: { js: cases, wasm: cases } })

test('ops stand with the calls they refuse, and everything else under a title', () => {
  const { ops, samples, refusals, others } = summarize({
    backends: ['js', 'wasm'],
    rows: [passing('abs', 3), passing('cat', 5), passing('cat refuses', 2), passing('random.json streams', 7)],
  })
  expect(ops).toEqual([
    { name: 'abs', samples: { cases: 3, passed: 3 }, refusals: null },
    { name: 'cat', samples: { cases: 5, passed: 5 }, refusals: { cases: 2, passed: 2 } },
  ])
  expect(samples).toEqual({ cases: 8, passed: 8 })
  expect(refusals).toEqual({ cases: 2, passed: 2 })
  expect(others.find(({ title }) => title.startsWith('Random'))).toMatchObject({ cases: 7, passed: 7 })
})

test('a case agrees where it passes on both backends', () => {
  const { samples } = summarize({
    backends: ['js', 'wasm'],
    rows: [{ name: 'abs', cases: 3, passed: { js: 3, wasm: 1 } }],
  })
  expect(samples).toEqual({ cases: 3, passed: 1 })
})
