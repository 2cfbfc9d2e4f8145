import { describe, expect, it } from 'vitest'
import { digamma, erf, erfc, erfinv, lgamma, polygamma, type Tensor, tensor, zeta } from '../../src/index'

/** What PyTorch answers in float64: [x, f(x)]. */
const answers: readonly (readonly [name: string, f: (x: Tensor) => Tensor, pairs: readonly (readonly number[])[]])[] = [
  [
    'erf',
    erf,
    [
      [-3, -0.9999779095030014],
      [-0.75, -0.7111556336535151],
      [-1e-9, -1.1283791670955127e-9],
      [0.1, 0.1124629160182849],
      [0.4999, 0.5204119951613866],
      [0.5, 0.5204998778130465],
      [1, 0.8427007929497149],
      [2, 0.9953222650189527],
      [4, 0.9999999845827421],
    ],
  ],
  [
    'erfc',
    erfc,
    [
      [-3, 1.9999779095030015],
      [0.25, 0.7236736098317631],
      [0.5, 0.4795001221869535],
      [1, 0.15729920705028513],
      [3, 2.209049699858544e-5],
      [6, 2.1519736712498913e-17],
      [10, 2.088487583762545e-45],
      [26, 5.663192408856143e-296],
    ],
  ],
  [
    'erfinv',
    erfinv,
    [
      [-0.999, -2.3267537655135246],
      [-0.5, -0.4769362762044699],
      [1e-12, 8.86226925452758e-13],
      [0.1, 0.08885599049425769],
      [0.5, 0.4769362762044699],
      [0.9, 1.1630871536766743],
      [0.999999, 3.458910737275499],
      [0.999999999999, 5.042031898572696],
    ],
  ],
  [
    'lgamma',
    lgamma,
    [
      [-2.5, -0.05624371649767405],
      [-0.5, 1.2655121234846454],
      [1e-8, 18.42068073818021],
      [0.5, 0.5723649429247001],
      [1.5, -0.12078223763524522],
      [2.5, 0.2846828704729192],
      [10, 12.801827480081469],
      [100.5, 361.4355404677776],
      [1e10, 220258509288.81058],
    ],
  ],
  [
    'digamma',
    digamma,
    [
      [-2.5, 1.1031566406452433],
      [-0.5, 0.03648997397857639],
      [1e-8, -100000000.57721564],
      [0.5, -1.9635100260214229],
      [1, -0.5772156649015328],
      [1.5, 0.036489973978576194],
      [10, 2.251752589066721],
      [100.5, 4.605174352581845],
      [1e10, 23.025850929890456],
    ],
  ],
  [
    'zeta of 2',
    (q) => zeta(2, q),
    [
      [-2.5, 9.539246644989124],
      [-0.25, 18.541879647671603],
      [0.1, 101.43329915079275],
      [1, 1.6449340668482266],
      [10, 0.10516633568168576],
      [1e5, 1.0000050000166665e-5],
    ],
  ],
  [
    'zeta of 3',
    (q) => zeta(3, q),
    [
      [-2.5, 0.0541020258208641],
      [-0.25, -61.34868339183117],
      [0.1, 1000.9307286891719],
      [1, 1.202056903159594],
      [10, 0.005524917485401034],
      [1e5, 5.00005000025e-11],
    ],
  ],
]

describe.each(answers)('%s', (_, f, pairs) => {
  it('is as exact as float64 allows', () => {
    const [x, expected] = [pairs.map(([x]) => x as number), pairs.map(([, y]) => y as number)]
    const found = f(tensor(x, { dtype: 'float64' })).toTypedArray()
    expected.forEach((y, i) => {
      expect(Math.abs((found[i] as number) - y), `at ${x[i]}`).toBeLessThan(1e-13 * Math.abs(y) + 5e-324)
    })
  })

  it('gives float32 for float32 and for integers', () => {
    expect(f(tensor([0.5])).dtype).toBe('float32')
    expect(f(tensor([1])).dtype).toBe('float32')
  })
})

describe('at the ends of where they are defined', () => {
  const { NaN: nan, POSITIVE_INFINITY: inf } = Number

  it.each([
    ['erf', erf, [inf, -inf, nan], [1, -1, nan]],
    ['erfc', erfc, [inf, -inf, nan], [0, 2, nan]],
    ['erfinv', erfinv, [1, -1, 1.5, nan], [inf, -inf, nan, nan]],
    ['lgamma', lgamma, [0, -1, inf, -inf, nan], [inf, inf, inf, inf, nan]],
    ['digamma', digamma, [0, -0, -1, inf, -inf, nan], [-inf, inf, nan, inf, nan, nan]],
    ['zeta of 2', (q: Tensor) => zeta(2, q), [0, -3, inf, nan], [inf, inf, 0, nan]],
    ['zeta of 1.5', (q: Tensor) => zeta(1.5, q), [-0.5], [nan]],
  ] as const)('%s', (_, f, x, expected) => {
    expect(f(tensor([...x])).toArray()).toEqual([...expected])
  })
})

describe('polygamma', () => {
  it('is digamma and its derivatives, by way of zeta', () => {
    const x = tensor([0.5, 2], { dtype: 'float64' })
    expect(polygamma(0, x).toArray()).toEqual(digamma(x).toArray())
    expect(polygamma(1, x).toArray()).toEqual(zeta(2, x).toArray())
    expect(polygamma(2, x).toArray()).toEqual(zeta(3, x).mul(-2).toArray())
  })

  it('refuses an order that is no whole number', () => {
    expect(() => polygamma(-1, tensor([1]))).toThrow(
      new RangeError('polygamma: n must be a non-negative integer, got -1'),
    )
    expect(() => polygamma(0.5, tensor([1]))).toThrow('polygamma: n must be an integer, got 0.5')
  })
})
