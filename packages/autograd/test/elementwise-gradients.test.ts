import * as ops from '@nn/tensor'
import { manualSeed, rand, type Tensor, tensor } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'
import { enableGrad, grad, gradcheck } from '../src/index'

type TensorFunction = (...inputs: Tensor[]) => Tensor
type Range = readonly [from: number, to: number]
type Case = readonly [name: string, f: TensorFunction, ranges: readonly Range[]]

const anywhere = [-2, 2] as const
const positive = [0.2, 3] as const
const inside = [-0.9, 0.9] as const

/** Differentiable functions, element by element, and where to take their operands from. */
const cases: readonly Case[] = [
  ['abs', ops.abs, [positive]],
  ['neg', ops.neg, [anywhere]],
  ['exp', ops.exp, [anywhere]],
  ['exp2', ops.exp2, [anywhere]],
  ['expm1', ops.expm1, [anywhere]],
  ['log', ops.log, [positive]],
  ['log1p', ops.log1p, [inside]],
  ['log2', ops.log2, [positive]],
  ['log10', ops.log10, [positive]],
  ['sqrt', ops.sqrt, [positive]],
  ['rsqrt', ops.rsqrt, [positive]],
  ['reciprocal', ops.reciprocal, [positive]],
  ['square', ops.square, [anywhere]],
  ['sin', ops.sin, [anywhere]],
  ['cos', ops.cos, [anywhere]],
  ['tan', ops.tan, [inside]],
  ['acos', ops.acos, [inside]],
  ['asin', ops.asin, [inside]],
  ['atan', ops.atan, [anywhere]],
  ['sinh', ops.sinh, [anywhere]],
  ['cosh', ops.cosh, [anywhere]],
  ['tanh', ops.tanh, [anywhere]],
  ['acosh', ops.acosh, [[1.2, 3]]],
  ['asinh', ops.asinh, [anywhere]],
  ['atanh', ops.atanh, [inside]],
  ['sinc', ops.sinc, [[0.1, 3]]],
  ['deg2rad', ops.deg2rad, [anywhere]],
  ['rad2deg', ops.rad2deg, [anywhere]],
  ['sigmoid', ops.sigmoid, [anywhere]],
  ['logit', (x) => ops.logit(x), [[0.1, 0.9]]],
  ['erf', ops.erf, [anywhere]],
  ['erfc', ops.erfc, [anywhere]],
  ['erfinv', ops.erfinv, [inside]],
  ['lgamma', ops.lgamma, [[-0.9, -0.1]]],
  ['digamma', ops.digamma, [positive]],
  ['polygamma', (x) => ops.polygamma(2, x), [positive]],
  ['frac', ops.frac, [[0.1, 0.9]]],
  ['floor', ops.floor, [[0.1, 0.9]]],
  ['nanToNum', (x) => ops.nanToNum(x), [anywhere]],
  ['add', (a, b) => ops.add(a, b, { alpha: 3 }), [anywhere, anywhere]],
  ['sub', (a, b) => ops.sub(a, b, { alpha: 3 }), [anywhere, anywhere]],
  ['rsub', (a, b) => ops.rsub(a, b, { alpha: 3 }), [anywhere, anywhere]],
  ['mul', ops.mul, [anywhere, anywhere]],
  ['div', (a, b) => ops.div(a, b), [anywhere, positive]],
  ['pow', ops.pow, [positive, anywhere]],
  [
    'remainder',
    ops.remainder,
    [
      [0.1, 0.9],
      [1, 2],
    ],
  ],
  [
    'fmod',
    ops.fmod,
    [
      [0.1, 0.9],
      [1, 2],
    ],
  ],
  ['atan2', ops.atan2, [positive, positive]],
  ['hypot', ops.hypot, [positive, positive]],
  ['logaddexp', ops.logaddexp, [anywhere, anywhere]],
  ['logaddexp2', ops.logaddexp2, [anywhere, anywhere]],
  ['xlogy', ops.xlogy, [positive, positive]],
  ['copysign', ops.copysign, [positive, [-3, -1]]],
  ['maximum', ops.maximum, [anywhere, positive]],
  ['minimum', ops.minimum, [anywhere, positive]],
  ['fmax', ops.fmax, [anywhere, positive]],
  ['fmin', ops.fmin, [anywhere, positive]],
  ['clamp', (x, min, max) => ops.clamp(x, min, max), [anywhere, [-1, -0.5], [0.5, 1]]],
  ['clampMin', ops.clampMin, [anywhere, inside]],
  ['clampMax', ops.clampMax, [anywhere, inside]],
  ['lerp', ops.lerp, [anywhere, anywhere, anywhere]],
  ['addcmul', (x, a, b) => ops.addcmul(x, a, b, { value: 3 }), [anywhere, anywhere, anywhere]],
  ['addcdiv', (x, a, b) => ops.addcdiv(x, a, b, { value: 3 }), [anywhere, anywhere, positive]],
  ['where', (a, b) => ops.where(tensor([true, false, true]), a, b), [anywhere, anywhere]],
]

beforeEach(() => {
  manualSeed(0)
})

/** Operands of different shapes, so that gradients are summed over broadcast dimensions too. */
function operands(ranges: readonly Range[]): Tensor[] {
  const shapes = [[2, 3], [3], [2, 1]]
  return ranges.map(([from, to], i) =>
    rand(shapes[i] as number[], { dtype: 'float64' })
      .mul(to - from)
      .add(from)
      .requiresGrad_(),
  )
}

/** The gradients of the sum of f, one after another; the inputs may be points that know no graph. */
function firstGradients(f: TensorFunction, inputs: readonly Tensor[]): Tensor {
  const leaves = inputs.map((x) => (x.requiresGrad ? x : x.detach().requiresGrad_()))
  const gradients = grad(f(...leaves).sum(), leaves, { createGraph: true })
  return ops.cat(gradients.map((x) => x.reshape(-1)))
}

describe.each(cases)('%s', (_, f, ranges) => {
  it('has the gradients of finite differences', () => {
    expect(gradcheck(f, operands(ranges))).toBe(true)
  })

  it('differentiates twice, where its gradient is not constant', () => {
    const inputs = operands(ranges)
    const gradients = (...inputs: Tensor[]): Tensor => enableGrad(() => firstGradients(f, inputs))
    if (gradients(...inputs).requiresGrad) expect(gradcheck(gradients, inputs)).toBe(true)
  })
})
