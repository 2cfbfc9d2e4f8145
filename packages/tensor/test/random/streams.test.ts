import { describe, expect, it } from 'vitest'
import {
  fillBernoulli,
  fillNormal,
  fillRandint,
  fillUniform,
  Generator,
  multinomial,
  randperm,
} from '../../src/random/index'
import { pytorchStreams } from './fixtures'

type Values = ArrayLike<number>

function rand(generator: Generator, length: number, from = 0, to = 1): Values {
  const out = new Float32Array(length)
  fillUniform(out, from, to, generator)
  return out
}

function randn(generator: Generator, length: number, mean = 0, std = 1): Values {
  const out = new Float32Array(length)
  fillNormal(out, mean, std, generator)
  return out
}

function randint(generator: Generator, low: number, high: number, length: number): Values {
  const out = new Float64Array(length)
  fillRandint(out, low, high, generator)
  return out
}

function permutation(generator: Generator, length: number): Values {
  const out = new Float64Array(length)
  randperm(out, generator)
  return out
}

function bernoulli(generator: Generator, length: number, p: number | Float32Array): Float32Array {
  const out = new Float32Array(length)
  fillBernoulli(out, p, generator)
  return out
}

/** The calls of the fixtures, in terms of the fills. */
const calls: Record<string, (generator: Generator) => Values> = {
  'rand(5)': (g) => rand(g, 5),
  'rand(3,7)': (g) => rand(g, 21),
  'randn(4)': (g) => randn(g, 4),
  'randn(15)': (g) => randn(g, 15),
  'randn(16)': (g) => randn(g, 16),
  'randn(17)': (g) => randn(g, 17),
  'randn(50)': (g) => randn(g, 50),
  'randn(2,2)': (g) => randn(g, 4),
  'normal(0,1,(40,))': (g) => randn(g, 40),
  'normal(2,3,(5,))': (g) => randn(g, 5, 2, 3),
  'randint(0,10,(20,))': (g) => randint(g, 0, 10, 20),
  'randint(-5,100000,(9,))': (g) => randint(g, -5, 100000, 9),
  'randperm(10)': (g) => permutation(g, 10),
  'randperm(1000)': (g) => permutation(g, 1000),
  'bernoulli(0.3,(20,))': (g) => bernoulli(g, 20, 0.3),
  'bernoulli(probs linspace(0,1,12))': (g) =>
    bernoulli(
      g,
      12,
      Float32Array.from({ length: 12 }, (_, i) => i / 11),
    ),
  'uniform_(-2,5) of (9,)': (g) => rand(g, 9, -2, 5),
  'dropout(ones(4,9),0.4)': (g) => bernoulli(g, 36, 0.6).map((kept) => kept / 0.6),
  'multinomial([1,2,3,4],8,replacement)': (g) => multinomial(new Float32Array([1, 2, 3, 4]), 8, true, g),
  'rand(3) then randn(3) then randn(20) then rand(2)': (g) =>
    [rand(g, 3), randn(g, 3), randn(g, 20), rand(g, 2)].flatMap((part) => Array.from(part)),
  'randn(3) then randn(2) then rand(2)': (g) =>
    [randn(g, 3), randn(g, 2), rand(g, 2)].flatMap((part) => Array.from(part)),
}

/** Initialisers are made of these fills by the package that has layers, and are tested there. */
const streams = pytorchStreams.filter(({ call }) => !call.startsWith('init.'))

describe('a seeded generator gives the numbers PyTorch gives for', () => {
  it.each(streams)('$call from seed $seed', ({ seed, call, out }) => {
    const expected = out.dtype === 'float32' ? out.data.map(Math.fround) : out.data
    expect(Array.from(calls[call]!(new Generator(seed)))).toEqual(expected)
  })
})
