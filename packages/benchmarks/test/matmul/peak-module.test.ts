import { expect, test } from 'vitest'
import { CHAINS, peakModule } from '../../src/matmul/peak-module'

test('peakModule("strict") multiplies and adds in all its chains', async () => {
  const { instance } = await WebAssembly.instantiate(peakModule('strict'))
  const run = instance.exports.run as (rounds: number) => number
  // From 0 each round x → x / 2 + 1.25.
  expect(run(1)).toBe(CHAINS * 1.25)
  expect(run(3)).toBe(CHAINS * 2.1875)
})

test('peakModule("relaxed") is another program', () => {
  expect(peakModule('relaxed')).not.toEqual(peakModule('strict'))
})
