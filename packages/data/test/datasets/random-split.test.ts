import { arange, defaultGenerator, Generator, manualSeed } from '@nn/tensor'
import { readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { type Dataset, randomSplit, TensorDataset } from '../../src/index'
import { pytorch } from '../support/fixture'
import { nextWords } from '../support/next-words'

function numbers(length: number): Dataset<number> {
  return { length, get: (index) => index }
}

type SplitEntry = { seed: number; random_split: [number[], number[]] }

const entries = readFixture<{ loader: SplitEntry[] }>('random.json').loader.filter((entry) => 'random_split' in entry)

describe('randomSplit', () => {
  it.each(entries)('gives the parts that PyTorch gives of 20 samples for seed $seed', (entry) => {
    manualSeed(entry.seed)
    const [first, second] = randomSplit(new TensorDataset(arange(20)), [15, 5])
    expect([first.indices, second.indices]).toEqual(entry.random_split)
  })

  it.each(pytorch.splits)(
    'gives the parts that PyTorch gives: seed $seed, $total samples, lengths $lengths',
    ({ seed, total, lengths, parts, next }) => {
      manualSeed(seed)
      expect(randomSplit(numbers(total), lengths).map((part) => part.indices)).toEqual(parts)
      expect(nextWords(defaultGenerator)).toEqual(next)
    },
  )

  it('gives what rounding leaves over to the first parts', () => {
    const [a, b, c] = randomSplit(numbers(10), [0.33, 0.33, 0.34])
    expect([a.length, b.length, c.length]).toEqual([4, 3, 3])
  })

  it('draws from a given generator', () => {
    const split = (): unknown => randomSplit(numbers(9), [4, 5], { generator: new Generator(3) })[0].indices
    expect(split()).toEqual(split())
  })

  it('refuses lengths that do not add up to the dataset', () => {
    expect(() => randomSplit(numbers(10), [3, 4])).toThrow(
      new RangeError('randomSplit: the lengths [3, 4] add up to 7, the dataset has 10 samples'),
    )
    expect(() => randomSplit(numbers(10), [])).toThrow(RangeError)
  })

  it('refuses fractions that do not add up to 1, and negative lengths', () => {
    expect(() => randomSplit(numbers(10), [0.5, 0.4])).toThrow(
      new RangeError('randomSplit: expects lengths, or fractions that add up to 1, got 0.5 in [0.5, 0.4]'),
    )
    expect(() => randomSplit(numbers(10), [-2, 12])).toThrow(RangeError)
    expect(() => randomSplit(numbers(10), [-0.5, 1.5])).toThrow(RangeError)
  })
})
