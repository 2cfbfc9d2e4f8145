import { init, Parameter } from '@nn/nn'
import { empty, Generator, manualSeed, rand, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { expectBits, expectClose } from './matchers'

interface Stream {
  readonly seed: number
  readonly call: string
  readonly out: EncodedTensor
}

const calls: Readonly<Record<string, () => Tensor>> = {
  'init.kaiming_uniform_(empty(6,5))': () => init.kaimingUniform_(empty([6, 5])),
  'init.kaiming_uniform_(empty(6,5),a=sqrt(5))': () => init.kaimingUniform_(empty([6, 5]), { a: Math.sqrt(5) }),
  'init.kaiming_normal_(empty(6,5))': () => init.kaimingNormal_(empty([6, 5])),
  'init.xavier_uniform_(empty(6,5))': () => init.xavierUniform_(empty([6, 5])),
  'init.xavier_normal_(empty(6,5))': () => init.xavierNormal_(empty([6, 5])),
  'init.trunc_normal_(empty(5,5))': () => init.truncNormal_(empty([5, 5])),
}

const streams = readFixture<{ streams: Stream[] }>('random.json').streams.filter(({ call }) => call.startsWith('init.'))

describe('from a seed, PyTorch gives the same bits for', () => {
  it.each(streams)('$call from seed $seed', ({ seed, call, out }) => {
    manualSeed(seed)
    expectBits((calls[call] as () => Tensor)(), out)
  })
})

describe('truncNormal_', () => {
  it('draws as PyTorch does where most of the distribution lies outside of the interval', () => {
    manualSeed(0)
    const values = [2.4962565898895264, 2.6323063373565674, 2.088477373123169, 2.031719446182251]
    expect(init.truncNormal_(empty([4]), { a: 2, b: 3 }).toArray()).toEqual(values)
    expect(rand([]).item()).toBe(0.5262957811355591)
  })

  it('refuses an empty interval and a standard deviation that is not positive', () => {
    expect(() => init.truncNormal_(empty([2]), { a: 1, b: 1 })).toThrow(
      'truncNormal_: a must be less than b, got a=1 and b=1',
    )
    expect(() => init.truncNormal_(empty([2]), { std: 0 })).toThrow('truncNormal_: std must be positive, got 0')
  })
})

describe('initialisers', () => {
  it('change parameters that require a gradient, and give them back', () => {
    const weight = new Parameter(zeros([2, 3]))
    expect(init.ones_(weight)).toBe(weight)
    expect(weight.toArray()).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ])
    expect(weight.requiresGrad).toBe(true)
    expect(weight.isLeaf).toBe(true)
    expect(init.zeros_(weight).sum().item()).toBe(0)
    expect(init.constant_(weight, 0.5).sum().item()).toBe(3)
    expect(init.eye_(weight).toArray()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ])
  })

  it('draw from the generator that they are given', () => {
    const draw = (): unknown => init.normal_(empty([3]), 1, 2, { generator: new Generator(5) }).toArray()
    expect(draw()).toEqual(draw())
    expect(
      init
        .uniform_(empty([100]), -3, -2)
        .max()
        .item(),
    ).toBeLessThan(-2)
  })

  it('count a window into the fans of a convolution', () => {
    manualSeed(0)
    const weight = init.kaimingUniform_(empty([4, 3, 5, 5]), { mode: 'fan_out', nonlinearity: 'relu' })
    expect(weight.abs().max().item()).toBeLessThanOrEqual(Math.fround(Math.sqrt(6 / 100)))
    expect(weight.abs().max().item()).toBeGreaterThan(0.24)
  })

  it('leave a tensor without elements as it is', () => {
    expect(init.kaimingUniform_(empty([0, 3])).shape).toEqual([0, 3])
  })

  it('refuse what has no fans, and words that they do not know', () => {
    expect(() => init.xavierUniform_(empty([3]))).toThrow(ShapeError)
    expect(() => init.kaimingNormal_(empty([3]))).toThrow(
      'kaimingNormal_: fan-in and fan-out need a tensor of at least 2 dimensions, got [3]',
    )
    expect(() => init.eye_(tensor([1.5]))).toThrow('eye_: needs a tensor of 2 dimensions, got [1]')
    expect(() => init.kaimingNormal_(empty([3, 3]), { mode: 'fan' as 'fan_in' })).toThrow(
      "kaimingNormal_: mode must be 'fan_in' or 'fan_out', got 'fan'",
    )
    expect(() => init.calculateGain('gelu' as 'relu')).toThrow("calculateGain: no gain is known for 'gelu'")
  })
})

describe('calculateGain', () => {
  it.each([
    ['linear', 1],
    ['conv2d', 1],
    ['sigmoid', 1],
    ['tanh', 5 / 3],
    ['relu', Math.SQRT2],
    ['selu', 0.75],
  ] as const)('of %s is %f', (nonlinearity, gain) => {
    expect(init.calculateGain(nonlinearity)).toBeCloseTo(gain, 15)
  })

  it('of a leaky ReLU goes by its slope', () => {
    expect(init.calculateGain('leaky_relu')).toBe(Math.sqrt(2 / 1.0001))
    expect(init.calculateGain('leaky_relu', 0.2)).toBe(Math.sqrt(2 / 1.04))
  })
})

describe('orthogonal_', () => {
  it('gives what PyTorch gives', () => {
    manualSeed(5)
    // torch.manual_seed(5); nn.init.orthogonal_(torch.empty(2, 3))
    const wide = [-0.50943816, -0.63192672, -0.58407307, -0.01296483, -0.67304075, 0.73949176]
    expectClose(init.orthogonal_(empty([2, 3])), wide)
    manualSeed(5)
    // torch.manual_seed(5); nn.init.orthogonal_(torch.empty(3, 2), 2.)
    const tall = [-1.27027154, -0.96062702, -1.45637178, 0.2223703, -0.51516169, 1.74004257]
    expectClose(init.orthogonal_(empty([3, 2]), { gain: 2 }), tall)
  })

  it('refuses a vector, and leaves what is empty', () => {
    expect(() => init.orthogonal_(empty([3]))).toThrow(ShapeError)
    expect(init.orthogonal_(empty([0, 2])).shape).toEqual([0, 2])
  })
})

describe('sparse_', () => {
  it('gives what PyTorch gives', () => {
    manualSeed(5)
    // torch.manual_seed(5); nn.init.sparse_(torch.empty(4, 2), .3, 1.)
    const expected = [-0.48678076, 0, 0, 0, -0.1974151, 1.94278347, 0, -0.76255715]
    expectClose(init.sparse_(empty([4, 2]), 0.3, { std: 1 }), expected)
  })

  it('refuses what is no matrix', () => {
    expect(() => init.sparse_(empty([3]), 0.5)).toThrow(ShapeError)
  })
})

describe('dirac_', () => {
  it('lets the channels of each group pass', () => {
    // nn.init.dirac_(torch.empty(4, 1, 3), 2)
    expectClose(init.dirac_(empty([4, 1, 3]), 2), [0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  })

  it('refuses other dimensions, and groups that do not divide the channels', () => {
    expect(() => init.dirac_(empty([3, 2]))).toThrow('dirac_: needs a tensor of 3 to 5 dimensions, got [3, 2]')
    expect(() => init.dirac_(empty([3, 2, 2]), 2)).toThrow('dirac_: 3 output channels cannot be split into 2 groups')
  })
})
