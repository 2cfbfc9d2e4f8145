import { defaultGenerator, Generator, manualSeed } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { BatchSampler, RandomSampler, type Sampler, SubsetRandomSampler, WeightedRandomSampler } from '../../src/index'
import { pytorch } from '../support/fixture'
import { nextWords } from '../support/next-words'

const ten = { length: 10 }
const weights = [0.1, 0.9, 0.4, 0.7, 3, 0, 0.6]

/** The samplers of the fixtures, with a generator or without. */
const samplers: Record<string, (given: { generator?: Generator }) => Sampler<unknown>> = {
  RandomSampler: (given) => new RandomSampler(ten, given),
  'RandomSampler numSamples=25': (given) => new RandomSampler(ten, { numSamples: 25, ...given }),
  'RandomSampler numSamples=20': (given) => new RandomSampler(ten, { numSamples: 20, ...given }),
  'RandomSampler replacement': (given) => new RandomSampler(ten, { replacement: true, ...given }),
  'RandomSampler replacement numSamples=70': (given) =>
    new RandomSampler(ten, { replacement: true, numSamples: 70, ...given }),
  SubsetRandomSampler: (given) => new SubsetRandomSampler([3, 1, 4, 15, 9, 2, 6], given),
  WeightedRandomSampler: (given) => new WeightedRandomSampler(weights, 12, given),
  'WeightedRandomSampler without replacement': (given) =>
    new WeightedRandomSampler(weights, 5, { replacement: false, ...given }),
  BatchSampler: (given) => new BatchSampler(new RandomSampler(ten, given), 4),
  'BatchSampler dropLast': (given) => new BatchSampler(new RandomSampler(ten, given), 4, { dropLast: true }),
}

describe('samplers draw as PyTorch does', () => {
  it.each(pytorch.samplers)(
    '$sampler for seed $seed, with a generator of its own: $generator',
    ({ sampler: name, seed, generator: isGiven, length, epochs, next, nextOfGenerator }) => {
      manualSeed(seed)
      const generator = new Generator(seed)
      const sampler = samplers[name]!(isGiven ? { generator } : {})
      expect(sampler.length).toBe(length)
      expect([[...sampler], [...sampler]]).toEqual(epochs)
      expect(nextWords(defaultGenerator)).toEqual(next)
      expect(nextWords(isGiven ? generator : defaultGenerator)).toEqual(nextOfGenerator)
    },
  )
})
