import { enableGrad, grad, gradcheck } from '@nn/autograd'
import { functional } from '@nn/nn'
import { cat, DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, tensor } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'

const { celu, elu, gelu, glu, hardshrink, hardsigmoid, hardswish, hardtanh, leakyRelu, logsigmoid, mish, prelu } =
  functional
const { relu6, selu, silu, softmin, softplus, softshrink, softsign, tanhshrink, threshold } = functional

type Activation = (x: Tensor) => Tensor

const points = [-7, -3, -1, -0.5, 0, 0.5, 1, 3, 6, 7]

/** What PyTorch gives in float64 at those points, corners and bounds among them: values and derivatives. */
const answers: readonly (readonly [name: string, f: Activation, values: number[], derivatives: number[]])[] = [
  [
    'celu { alpha: 2 }',
    (x) => celu(x, { alpha: 2 }),
    [-1.939605, -1.55374, -0.7869387, -0.4423984, 0, 0.5, 1, 3, 6, 7],
    [0.03019738, 0.2231302, 0.6065307, 0.7788008, 1, 1, 1, 1, 1, 1],
  ],
  [
    'elu { alpha: 2 }',
    (x) => elu(x, { alpha: 2 }),
    [-1.998176, -1.900426, -1.264241, -0.7869387, 0, 0.5, 1, 3, 6, 7],
    [0.001823764, 0.09957414, 0.7357589, 1.213061, 2, 1, 1, 1, 1, 1],
  ],
  [
    'gelu',
    (x) => gelu(x),
    [-8.958667e-12, -0.004049694, -0.1586553, -0.1542688, 0, 0.3457312, 0.8413447, 2.99595, 6, 7],
    [-6.266323e-11, -0.01194565, -0.08331547, 0.1325049, 0.5, 0.8674951, 1.083315, 1.011946, 1, 1],
  ],
  [
    "gelu { approximate: 'tanh' }",
    (x) => gelu(x, { approximate: 'tanh' }),
    [-2.331468e-15, -0.003637392, -0.158808, -0.154286, 0, 0.345714, 0.841192, 2.996363, 6, 7],
    [-2.784256e-14, -0.01158417, -0.08296408, 0.1326301, 0.5, 0.8673699, 1.082964, 1.011584, 1, 1],
  ],
  ['hardshrink', (x) => hardshrink(x), [-7, -3, -1, 0, 0, 0, 1, 3, 6, 7], [1, 1, 1, 0, 0, 0, 1, 1, 1, 1]],
  [
    'hardsigmoid',
    (x) => hardsigmoid(x),
    [0, 0, 0.3333333, 0.4166667, 0.5, 0.5833333, 0.6666667, 1, 1, 1],
    [0, 0, 0.1666667, 0.1666667, 0.1666667, 0.1666667, 0.1666667, 0, 0, 0],
  ],
  [
    'hardswish',
    (x) => hardswish(x),
    [-0, -0, -0.3333333, -0.2083333, 0, 0.2916667, 0.6666667, 3, 6, 7],
    [0, 0, 0.1666667, 0.3333333, 0.5, 0.6666667, 0.8333333, 1, 1, 1],
  ],
  ['hardtanh', (x) => hardtanh(x), [-1, -1, -1, -0.5, 0, 0.5, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 0, 0, 0, 0]],
  [
    'leakyRelu',
    (x) => leakyRelu(x),
    [-0.07, -0.03, -0.01, -0.005, 0, 0.5, 1, 3, 6, 7],
    [0.01, 0.01, 0.01, 0.01, 0.01, 1, 1, 1, 1, 1],
  ],
  [
    'logsigmoid',
    (x) => logsigmoid(x),
    [
      -7.000911,
      -3.048587,
      -1.313262,
      -0.974077,
      -Math.LN2,
      -0.474077,
      -0.3132617,
      -0.04858735,
      -0.002475685,
      -0.0009114665,
    ],
    [0.9990889, 0.9525741, 0.7310586, 0.6224593, 0.5, 0.3775407, 0.2689414, 0.04742587, 0.002472623, 0.0009110512],
  ],
  [
    'mish',
    (x) => mish(x),
    [-0.006380263, -0.1456475, -0.3034015, -0.2207438, 0, 0.3752452, 0.8650984, 2.986535, 5.999927, 6.999988],
    [-0.005465887, -0.09339311, 0.05921676, 0.2895107, 0.6, 0.8864244, 1.049036, 1.021107, 1.000134, 1.000022],
  ],
  ['relu6', (x) => relu6(x), [0, 0, 0, 0, 0, 0.5, 1, 3, 6, 6], [0, 0, 0, 0, 0, 1, 1, 1, 0, 0]],
  [
    'selu',
    (x) => selu(x),
    [-1.756496, -1.670569, -1.111331, -0.6917582, 0, 0.5253505, 1.050701, 3.152103, 6.304206, 7.354907],
    [0.001603179, 0.08753061, 0.6467686, 1.066341, 1.758099, 1.050701, 1.050701, 1.050701, 1.050701, 1.050701],
  ],
  [
    'silu',
    (x) => silu(x),
    [-0.006377358, -0.1422776, -0.2689414, -0.1887703, 0, 0.3112297, 0.7310586, 2.857722, 5.985164, 6.993623],
    [-0.005460497, -0.08810411, 0.07232949, 0.2600388, 0.5, 0.7399612, 0.9276705, 1.088104, 1.012326, 1.00546],
  ],
  [
    'softplus { beta: 2, threshold: 4 }',
    (x) => softplus(x, { beta: 2, threshold: 4 }),
    [4.157642e-7, 0.001237843, 0.06346401, 0.1566308, 0.3465736, 0.6566308, 1.063464, 3, 6, 7],
    [8.31528e-7, 0.002472623, 0.1192029, 0.2689414, 0.5, 0.7310586, 0.8807971, 1, 1, 1],
  ],
  ['softshrink', (x) => softshrink(x), [-6.5, -2.5, -0.5, 0, 0, 0, 0.5, 2.5, 5.5, 6.5], [1, 1, 1, 0, 0, 0, 1, 1, 1, 1]],
  [
    'softsign',
    (x) => softsign(x),
    [-0.875, -0.75, -0.5, -0.3333333, 0, 0.3333333, 0.5, 0.75, 0.8571429, 0.875],
    [0.015625, 0.0625, 0.25, 0.4444444, 1, 0.4444444, 0.25, 0.0625, 0.02040816, 0.015625],
  ],
  [
    'tanhshrink',
    (x) => tanhshrink(x),
    [-6.000002, -2.004945, -0.2384058, -0.03788284, 0, 0.03788284, 0.2384058, 2.004945, 5.000012, 6.000002],
    [0.9999967, 0.990134, 0.5800257, 0.2135523, 0, 0.2135523, 0.5800257, 0.990134, 0.9999754, 0.9999967],
  ],
  [
    'threshold 0.5, -2',
    (x) => threshold(x, 0.5, -2),
    [-2, -2, -2, -2, -2, -2, 1, 3, 6, 7],
    [0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
  ],
]

const activations = answers.map(([name, f]) => [name, f] as const)

describe.each(answers)('%s', (_, f, values, derivatives) => {
  it('gives what PyTorch gives, on both sides of its corners and at them', () => {
    const x = tensor(points, { dtype: 'float64', requiresGrad: true })
    const y = f(x)
    const [found] = grad(y.sum(), [x]) as [Tensor]
    points.forEach((point, i) => {
      expect(y.at(i).item(), `f(${point})`).toBeCloseTo(values[i] as number, 6)
      expect(found.at(i).item(), `f'(${point})`).toBeCloseTo(derivatives[i] as number, 6)
    })
  })
})

/** The gradients of the sum of f; the inputs may be points that know no graph. */
function firstGradients(f: (...inputs: Tensor[]) => Tensor, inputs: readonly Tensor[]): Tensor {
  const leaves = inputs.map((x) => (x.requiresGrad ? x : x.detach().requiresGrad_()))
  return cat(grad(f(...leaves).sum(), leaves, { createGraph: true }).map((x) => x.reshape(-1)))
}

describe('gradients', () => {
  beforeEach(() => {
    manualSeed(0)
  })

  it.each(activations)('of %s are those of finite differences, once and twice', (_, f) => {
    const x = randn([12], { dtype: 'float64' }).mul(3).requiresGrad_()
    gradcheck(f, [x])
    const isCurved = firstGradients(f, [x]).requiresGrad
    if (isCurved) gradcheck((x) => enableGrad(() => firstGradients(f, [x])), [x])
  })

  it('of prelu reach the input and the slopes', () => {
    const x = randn([2, 3, 4], { dtype: 'float64', requiresGrad: true })
    const slopes = tensor([0.1, 0.2, 0.3], { dtype: 'float64', requiresGrad: true })
    gradcheck(prelu, [x, slopes])
    gradcheck((...inputs) => enableGrad(() => firstGradients(prelu, inputs)), [x, slopes])
  })

  it('of glu and softmin are those of finite differences', () => {
    const x = randn([3, 4], { dtype: 'float64', requiresGrad: true })
    gradcheck((x) => glu(x), [x])
    gradcheck((x) => glu(x, 1), [x])
    gradcheck((x) => softmin(x, 1), [x])
  })

  it('of large elements are not turned into NaN by exponentials that overflow', () => {
    for (const f of [celu, elu, selu, logsigmoid, softplus, silu, mish]) {
      const x = tensor([1000.5, -1000.5], { requiresGrad: true })
      expect(
        firstGradients((x) => firstGradients(f as Activation, [x]), [x])
          .isfinite()
          .all()
          .item(),
      ).toBe(1)
    }
  })
})

it('gradFn names the activation', () => {
  const x = ones([2], { requiresGrad: true })
  const names = [elu(x), celu(x), relu6(x), leakyRelu(x), logsigmoid(x)].map((y) => y.gradFn?.name)
  expect(names).toEqual([
    'EluBackward0',
    'CeluBackward0',
    'HardtanhBackward0',
    'LeakyReluBackward0',
    'LogSigmoidBackward0',
  ])
})

describe('in place', () => {
  const inPlace = { celu, elu, hardsigmoid, hardswish, hardtanh, leakyRelu, mish, relu6, selu, silu }

  it.each(Object.entries(inPlace))('%s changes its input and keeps the gradient', (_, f) => {
    const x = tensor(points, { dtype: 'float64', requiresGrad: true })
    const y = x.mul(1)
    expect(f(y, { inplace: true })).toBe(y)
    expect(y.toArray()).toEqual(f(x).toArray())
    const [inplace] = grad(y.sum(), [x]) as [Tensor]
    const [outOfPlace] = grad(f(x).sum(), [x]) as [Tensor]
    expect(inplace.toArray()).toEqual(outOfPlace.toArray())
  })

  it('threshold changes its input too', () => {
    const x = tensor([0.5, 2])
    expect(threshold(x, 1, -7, { inplace: true })).toBe(x)
    expect(x.toArray()).toEqual([-7, 2])
  })
})

describe('integers', () => {
  const x = tensor([-3, 0, 8])

  it('stay integers where the function only cuts', () => {
    expect(relu6(x).toArray()).toEqual([0, 0, 6])
    expect(hardtanh(x, { minVal: -1.5, maxVal: 2.5 }).toArray()).toEqual([-1, 0, 2])
    expect(threshold(x, 0, 5).toArray()).toEqual([5, 5, 8])
    expect([relu6(x).dtype, hardtanh(x).dtype, threshold(x, 0, 5).dtype]).toEqual(['int64', 'int64', 'int64'])
  })

  it('become floating point where the function divides', () => {
    expect([softsign(x).dtype, tanhshrink(x).dtype]).toEqual(['float32', 'float32'])
  })

  it.each(Object.entries({ elu, gelu, silu, mish, softplus, hardshrink, leakyRelu, logsigmoid, glu }))(
    'are refused by %s',
    (name, f) => {
      expect(() => (f as Activation)(x)).toThrow(DTypeError)
      expect(() => (f as Activation)(x)).toThrow(`${name}: needs a floating-point tensor, got int64`)
    },
  )
})

describe('settings that make no sense are refused', () => {
  const x = ones([2, 3])

  it.each<[string, () => Tensor, new (message: string) => Error, string]>([
    ['celu', () => celu(x, { alpha: 0 }), RangeError, 'celu: alpha must not be 0'],
    [
      'gelu',
      () => gelu(x, { approximate: 'sinh' as 'tanh' }),
      RangeError,
      "gelu: approximate must be 'none' or 'tanh', got 'sinh'",
    ],
    [
      'hardtanh',
      () => hardtanh(x, { minVal: 0.5, maxVal: -0.5 }),
      RangeError,
      'hardtanh: minVal 0.5 is above maxVal -0.5',
    ],
    ['softshrink', () => softshrink(x, { lambd: -0.5 }), RangeError, 'softshrink: lambd must not be below 0, got -0.5'],
    ['glu', () => glu(x), ShapeError, 'glu: dimension 1 of [2, 3] is not even'],
    ['glu of a scalar', () => glu(tensor(1.5)), ShapeError, 'glu: a 0-d tensor cannot be halved'],
    [
      'prelu with slopes for other channels',
      () => prelu(x, ones([2])),
      ShapeError,
      'prelu: expects one slope or 3, got 2 for [2, 3]',
    ],
    [
      'prelu with a matrix of slopes',
      () => prelu(x, ones([2, 3])),
      ShapeError,
      'prelu: weight must have at most 1 dimension, got [2, 3]',
    ],
    [
      'prelu with slopes of another dtype',
      () => prelu(x, ones([3]).double()),
      DTypeError,
      'prelu: needs two floating-point tensors of one dtype, got float32 and float64',
    ],
  ])('%s', (_, call, errorClass, message) => {
    expect(call).toThrow(errorClass)
    expect(call).toThrow(message)
  })
})

describe('glu', () => {
  it('halves any dimension', () => {
    const x = tensor([
      [1, 2],
      [0, 0],
    ]).float()
    expect(glu(x, 0).toArray()).toEqual([[0.5, 1]])
    expect(glu(ones([2, 0])).shape).toEqual([2, 0])
  })
})
