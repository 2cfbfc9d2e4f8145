import {
  arange,
  bernoulli,
  bernoulli_,
  DTypeError,
  empty,
  type Generator,
  manualSeed,
  multinomial,
  normal,
  normal_,
  ones,
  rand,
  randint,
  randintLike,
  randLike,
  randn,
  randperm,
  ShapeError,
  type Tensor,
  tensor,
  zeros,
} from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'

beforeEach(() => {
  manualSeed(0)
})

function expectClose(x: Tensor, expected: readonly number[]): void {
  for (const [i, value] of x.toTypedArray().entries()) expect(value).toBeCloseTo(expected[i] as number, 4)
}

describe('random numbers come in the order in which the elements lie in memory, as PyTorch’s do', () => {
  it('from the uniform distribution', () => {
    expectClose(empty([3, 2]).t().uniform_(), [0.4963, 0.0885, 0.3074, 0.7682, 0.132, 0.6341])
  })

  it('of 0 and 1', () => {
    expectClose(bernoulli_(empty([2, 2, 2]).permute(1, 2, 0), 0.5), [0, 0, 0, 0, 1, 1, 0, 1])
  })

  it('from the normal distribution, between elements that stay as they are', () => {
    expectClose(normal_(empty([2, 4]).at(':', '::2').t()), [1.541, -2.1788, -0.2934, 0.5684])
  })
})

// PyTorch's numbers for the seed 0.
describe('random functions take PyTorch’s arguments by position', () => {
  it('randint and randintLike with and without a lower bound', () => {
    expect(randint(10, [5]).toArray()).toEqual([4, 9, 3, 0, 3])
    manualSeed(0)
    expect(randint(5, 10, [5]).toArray()).toEqual([9, 9, 8, 5, 8])
    manualSeed(0)
    expect(randintLike(ones(5), 10).toArray()).toEqual([4, 9, 3, 0, 3])
    manualSeed(0)
    expect(randintLike(ones(5), 5, 10, { dtype: 'int64' }).toArray()).toEqual([9, 9, 8, 5, 8])
  })

  it('bernoulli with a probability, multinomial with replacement, normal_ with mean and deviation', () => {
    expect(bernoulli(ones(6), 0.5).toArray()).toEqual([0, 0, 1, 0, 0, 0])
    manualSeed(0)
    expect(multinomial(tensor([1, 2, 3], { dtype: 'float32' }), 5, true).toArray()).toEqual([2, 2, 1, 2, 2])
    manualSeed(0)
    expectClose(normal_(empty(2), 1, 2), [4.081992, 0.413142])
  })
})

describe('normal', () => {
  it('takes tensors of means and deviations, which broadcast', () => {
    const x = normal(zeros(2, 1), ones(3))
    expect(x.shape).toEqual([2, 3])
    expectClose(x, [1.540996, -0.293429, -2.178789, 0.568431, -1.084522, -1.398595])
    manualSeed(0)
    expectClose(normal(zeros(3).add(2), 3), [6.622988, 1.119713, -4.536368])
    manualSeed(0)
    expectClose(normal(2, ones(3).mul(3)), [6.622988, 1.119713, -4.536368])
    manualSeed(0)
    expectClose(normal(zeros(3).add(2)), [3.540996, 1.706571, -0.178789])
  })

  it('draws 16 and more in blocks', () => {
    const of16 = arange(16, { dtype: 'float32' })
    expectClose(normal(of16, 2).at('12:'), [12.239683, 15.475316, 16.233555, 14.505444])
    manualSeed(0)
    expectClose(normal(of16, of16).at('12:'), [13.438098, 29.089552, 29.63488, 11.290828])
  })

  it('refuses negative deviations, integers, and what it cannot tell apart', () => {
    const loose = normal as (...args: unknown[]) => Tensor
    expect(() => normal(0, -1, [2])).toThrow('normal: std must not be negative, got -1')
    expect(() => normal(zeros(2), tensor([1, -1.5]))).toThrow('normal: std must not be negative anywhere')
    expect(() => normal(tensor([1, 2]), 1)).toThrow('normal: draws floating-point numbers, not int64')
    expect(() => loose(0, 1)).toThrow('normal: size is missing')
    expect(() => loose(0, 1, 2)).toThrow('normal: size must be a list of integers, as [2, 3], got 2')
    expect(() => loose('0', 1, [2])).toThrow("normal: mean must be a number, got '0'")
  })
})

describe('what draws', () => {
  it('refuses a generator that is none', () => {
    const generator = 5 as unknown as Generator
    const calls: Record<string, () => unknown> = {
      rand: () => rand(2, { generator }),
      randn: () => randn(2, { generator }),
      randint: () => randint(2, [2], { generator }),
      randperm: () => randperm(2, { generator }),
      randLike: () => randLike(ones(2), { generator }),
      bernoulli: () => bernoulli(ones(2), { generator }),
      multinomial: () => multinomial(ones(2), 1, { generator }),
      normal: () => normal(0, 1, [2], { generator }),
      normal_: () => normal_(ones(2), { generator }),
      bernoulli_: () => bernoulli_(ones(2), { generator }),
    }
    for (const [name, call] of Object.entries(calls)) {
      expect(call).toThrow(new TypeError(`${name}: generator must be a Generator, got 5`))
    }
  })

  it('names itself where a probability or a bound is wrong', () => {
    expect(() => bernoulli(tensor([1.5]))).toThrow('bernoulli: a probability lies between 0 and 1, got 1.5')
    expect(() => bernoulli(ones(2), -1)).toThrow('bernoulli: a probability lies between 0 and 1, got -1')
    expect(() => randintLike(ones(2), 5, 5)).toThrow('randintLike: low must be less than high')
    expect(() => randint(2, [-1])).toThrow('randint: a size must be a non-negative integer')
    expect(() => multinomial(ones(2), -1)).toThrow('multinomial: numSamples must be a positive integer, got -1')
    expect(() => randint(2, [2], { requiresGrad: true })).toThrow('randint: only floating-point tensors can require')
  })
})

describe('bernoulli_ of a tensor of probabilities', () => {
  const draw = (x: Tensor, p: Tensor): unknown => {
    manualSeed(0)
    return bernoulli_(x, p).toArray()
  }

  it('takes one for each element, broadcast, and compares as many random bits as they have', () => {
    expect(draw(zeros([2, 3]), tensor([0.2, 0.5, 0.8]))).toEqual([
      [0, 0, 1],
      [1, 1, 1],
    ])
    expect(draw(zeros([2, 3], { dtype: 'int64' }), tensor([[0.3], [0.6]], { dtype: 'float64' }))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })

  it('draws in the memory order', () => {
    const p = tensor([
      [0.1, 0.9, 0.1],
      [0.9, 0.1, 0.9],
    ])
    expect(draw(zeros([2, 3]), p)).toEqual([
      [0, 1, 1],
      [1, 0, 1],
    ])
    expect(draw(zeros([3, 2]).t(), p)).toEqual([
      [0, 1, 0],
      [1, 0, 1],
    ])
  })

  it('refuses probabilities of another shape, that are integers or that are none', () => {
    expect(() => draw(zeros([2, 3]), tensor([0.2, 0.5]))).toThrow(ShapeError)
    expect(() => draw(zeros([2]), tensor([0, 1]))).toThrow(DTypeError)
    expect(() => draw(zeros([2]), tensor([0.5, 1.5]))).toThrow(RangeError)
  })
})
