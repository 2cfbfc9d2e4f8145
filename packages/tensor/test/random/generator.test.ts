import { describe, expect, it } from 'vitest'
import { fillNormal, Generator, randomNormal } from '../../src/random/index'
import { crc32 } from './crc32'
import { pytorchFills } from './fixtures'

const draws = (generator: Generator) => [generator.random32(), randomNormal(generator), generator.randomDouble()]

describe('Generator', () => {
  it('starts from the seed PyTorch starts a generator from when given none', () => {
    expect(new Generator().initialSeed()).toBe(67280421310721n)
  })

  it('gives the same stream for the same seed, as a number or as a bigint', () => {
    expect(draws(new Generator(5))).toEqual(draws(new Generator(5n)))
    expect(draws(new Generator(5))).not.toEqual(draws(new Generator(6)))
  })

  it('draws the 64-bit words PyTorch draws', () => {
    pytorchFills.seeds.forEach((seed, i) => {
      const generator = new Generator(BigInt(seed))
      const words = pytorchFills.words[i]!.map(() => String(BigInt.asUintN(63, generator.random64())))
      expect(words).toEqual(pytorchFills.words[i])
    })
  })

  it('fills words as single draws do', () => {
    const [generator, reference] = [new Generator(3), new Generator(3)]
    const words = new Uint32Array(1500)
    generator.fillRandom32(words)
    expect([...words]).toEqual(Array.from({ length: 1500 }, () => reference.random32()))
  })

  it('takes a float from 24 bits of a word and a double from 53 bits of two', () => {
    const [words, values] = [new Generator(3), new Generator(3)]
    expect(values.randomFloat()).toBe((words.random32() % 2 ** 24) / 2 ** 24)
    expect(values.randomDouble()).toBe(Number(words.random64() % 2n ** 53n) / 2 ** 53)
  })
})

describe('Generator.manualSeed', () => {
  it('starts the stream of that seed anew and returns the generator', () => {
    const generator = new Generator(0)
    generator.random32()
    expect(generator.manualSeed(9)).toBe(generator)
    expect(generator.initialSeed()).toBe(9n)
    expect(draws(generator)).toEqual(draws(new Generator(9)))
  })

  it('forgets the spare normal number', () => {
    const generator = new Generator(0)
    const first = randomNormal(generator)
    expect(randomNormal(generator.manualSeed(0))).toBe(first)
  })

  it('counts negative seeds back from 2^64', () => {
    expect(new Generator(-1).initialSeed()).toBe(2n ** 64n - 1n)
    expect(new Generator(-(2n ** 63n)).initialSeed()).toBe(2n ** 63n)
  })

  it('refuses a seed that is no integer', () => {
    const generator = new Generator()
    expect(() => generator.manualSeed(1.5)).toThrow(new TypeError('manualSeed: seed must be an integer, got 1.5'))
    expect(() => generator.manualSeed(Number.NaN)).toThrow(TypeError)
    expect(() => generator.manualSeed('7' as never)).toThrow(TypeError)
  })

  it('refuses a seed beyond 64 bits, and a number that is not exact', () => {
    const generator = new Generator()
    expect(() => generator.manualSeed(2n ** 64n)).toThrow(RangeError)
    expect(() => generator.manualSeed(-(2n ** 63n) - 1n)).toThrow(RangeError)
    expect(() => generator.manualSeed(2 ** 60)).toThrow('must be a bigint')
  })
})

describe('Generator.seed', () => {
  it('starts a different stream each time and tells its seed', () => {
    const generator = new Generator()
    const seed = generator.seed()
    expect(generator.initialSeed()).toBe(seed)
    expect(draws(generator)).toEqual(draws(new Generator(seed)))
    expect(generator.seed()).not.toBe(seed)
  })
})

describe('Generator.getState and setState', () => {
  it('give the bytes of PyTorch get_rng_state', () => {
    const states = pytorchFills.seeds.map((seed) => {
      const generator = new Generator(BigInt(seed))
      generator.fillRandom32(new Uint32Array(1000))
      fillNormal(new Float32Array(1), 0, 1, generator)
      return crc32(generator.getState())
    })
    expect(states).toEqual(pytorchFills.stateCrc32)
  })

  it('bring a stream back, the spare normal number included', () => {
    const generator = new Generator(4)
    randomNormal(generator)
    const state = generator.getState()
    const expected = draws(generator).concat(draws(generator))
    const other = new Generator(0).setState(state)
    expect(draws(other).concat(draws(other))).toEqual(expected)
    expect(other.initialSeed()).toBe(4n)
  })

  it('bring back a stream that nothing was drawn from', () => {
    const state = new Generator(4).getState()
    expect(draws(new Generator(0).setState(state))).toEqual(draws(new Generator(4)))
  })

  it('read a state PyTorch saved right after seeding, which counts no word as drawn', () => {
    const state = new Generator(4).getState()
    new DataView(state.buffer).setUint32(16, 0, true)
    expect(draws(new Generator(0).setState(state))).toEqual(draws(new Generator(4)))
  })

  it('refuse bytes that are no state', () => {
    const generator = new Generator()
    expect(() => generator.setState(new Uint8Array(10))).toThrow(
      new RangeError("setState: a generator's state has 5056 bytes, got 10"),
    )
    expect(() => generator.setState(new Uint8Array(5056))).toThrow(RangeError)
  })
})

describe('a generator', () => {
  it('refuses seeds and states of another kind, and arguments too many', () => {
    const generator = new Generator(0)
    const loose = generator as unknown as Record<string, (...args: unknown[]) => unknown>
    expect(() => new Generator('0' as never)).toThrow(new TypeError("Generator: seed must be an integer, got '0'"))
    expect(() => loose.manualSeed?.('1')).toThrow(new TypeError("manualSeed: seed must be an integer, got '1'"))
    expect(() => loose.manualSeed?.()).toThrow('manualSeed: seed is missing')
    expect(() => loose.manualSeed?.(1, 2)).toThrow('manualSeed: takes 1 argument by position, got 2')
    expect(() => loose.setState?.([1, 2])).toThrow(
      new TypeError('setState: state must be what getState() gave, a Uint8Array, got [1, 2]'),
    )
    expect(() => loose.initialSeed?.(1)).toThrow(TypeError)
  })
})
