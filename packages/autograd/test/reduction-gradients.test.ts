import * as ops from '@nn/tensor'
import { AutogradError, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { grad, gradcheck } from '../src/index'
import { checkGradients, type TensorFunction } from './support/check-gradients'

const float64 = (data: ops.NestedArray): Tensor => tensor(data, { dtype: 'float64' })

/** No two elements are equal, so that every order and every extreme is smooth here. */
const distinct = float64([
  [0.7, -1.2, 0.4],
  [1.9, 0.3, -0.6],
])
const positive = distinct.abs()
const withZeros = float64([
  [0.7, 0, 0.4],
  [0, 1.5, 0],
])
const cube = float64([
  [
    [0.3, -1.1],
    [0.8, 1.6],
  ],
  [
    [-0.4, 0.9],
    [2.1, -1.7],
  ],
])

const cases: Readonly<Record<string, readonly [f: TensorFunction, ...inputs: Tensor[]]>> = {
  'sum over two dimensions': [(x) => ops.sum(x, [0, 2]), cube],
  'mean over a dimension': [(x) => ops.mean(x, 1, { keepdim: true }), distinct],
  'prod of all': [(x) => ops.prod(x), distinct],
  'prod of all with a zero': [(x) => ops.prod(x), float64([0.7, 0, -0.4])],
  'prod over a dimension with zeros': [(x) => ops.prod(x, 1), withZeros],
  cumsum: [(x) => ops.cumsum(x, 1), distinct],
  cumprod: [(x) => ops.cumprod(x, 0), distinct],
  'cumprod with zeros': [(x) => ops.cumprod(x, 1), withZeros],
  logcumsumexp: [(x) => ops.logcumsumexp(x, 1), distinct],
  cummax: [(x) => ops.cummax(x, 1).values, distinct],
  cummin: [(x) => ops.cummin(x, 0).values, distinct],
  amax: [(x) => ops.amax(x, [0, 1]), distinct],
  amin: [(x) => ops.amin(x, 0), distinct],
  aminmax: [(x) => ops.aminmax(x, { dim: 1 }).max, distinct],
  'max of all': [(x) => ops.max(x), distinct],
  'max along a dimension': [(x) => ops.max(x, 1).values, distinct],
  'min along a dimension': [(x) => ops.min(x, 0, { keepdim: true }).values, distinct],
  'median of all': [(x) => ops.median(x), distinct],
  'median along a dimension': [(x) => ops.median(x, 1).values, distinct],
  kthvalue: [(x) => ops.kthvalue(x, 2, 1).values, distinct],
  topk: [(x) => ops.topk(x, 2, 1).values, distinct],
  sort: [(x) => ops.sort(x, 0, { descending: true }).values, distinct],
  msort: [ops.msort, distinct],
  var: [(x) => ops.var(x, 1), distinct],
  std: [(x) => ops.std(x, [0, 1], { correction: 0 }), distinct],
  varMean: [(x) => ops.varMean(x, 0).mean, distinct],
  stdMean: [(x) => ops.stdMean(x, 1).std, distinct],
  logsumexp: [(x) => ops.logsumexp(x, [0, 1]), distinct],
  softmax: [(x) => ops.softmax(x, 1), distinct],
  logSoftmax: [(x) => ops.logSoftmax(x, 0), distinct],
  'norm of order 2': [(x) => ops.norm(x, 2, 1), distinct],
  'norm of order 1': [(x) => ops.norm(x, 1, 0), distinct],
  'norm of order 3': [(x) => ops.norm(x, 3), distinct],
  'norm of order 0.5': [(x) => ops.norm(x, 0.5, 1), distinct],
  'norm of order -2': [(x) => ops.norm(x, -2, 1), distinct],
  'norm of order ∞': [(x) => ops.norm(x, Infinity, 1), distinct],
  vectorNorm: [(x) => ops.linalg.vectorNorm(x, 4, [0, 2], { keepdim: true }), cube],
  dist: [(a, b) => ops.dist(a, b, 3), distinct, positive.add(1)],
  cdist: [(a, b) => ops.cdist(a, b, 1.5), distinct, positive.add(1)],
  nansum: [(x) => ops.nansum(x, 1), distinct],
  nanmean: [(x) => ops.nanmean(x, 0), distinct],
  diff: [(x) => ops.diff(x, 2, 1), distinct],
  'trapezoid over given places': [(y, x) => ops.trapezoid(y, x), distinct, positive],
}

describe('first and second derivatives are those of finite differences:', () => {
  it.each(Object.entries(cases))('%s', (_, [f, ...inputs]) => checkGradients(f, inputs))
})

describe('where a function has no derivative, its gradient is PyTorch’s:', () => {
  const gradientOf = (f: TensorFunction, data: ops.NestedArray): ops.NestedArray => {
    const x = tensor(data, { dtype: 'float32', requiresGrad: true })
    return (grad(f(x).sum(), x)[0] as Tensor).toArray()
  }

  it('max, amin and median of all share it evenly among equal elements', () => {
    expect(gradientOf((x) => ops.max(x), [3, 1, 3])).toEqual([0.5, 0, 0.5])
    expect(gradientOf((x) => ops.amin(x), [1, 4, 1])).toEqual([0.5, 0, 0.5])
    expect(gradientOf((x) => ops.median(x), [2, 2, 1, 5])).toEqual([0.5, 0.5, 0, 0])
  })

  it('max and median along a dimension give it to the element that they name', () => {
    expect(gradientOf((x) => ops.max(x, 0).values, [3, 1, 3])).toEqual([1, 0, 0])
    expect(gradientOf((x) => ops.median(x, 0).values, [1, 1, 2, 1])).toEqual([0, 1, 0, 0])
  })

  it('max of several NaN shares it among them', () => {
    expect(gradientOf((x) => ops.max(x), [1, Number.NaN, Number.NaN])).toEqual([0, 0.5, 0.5])
  })

  it.each([0.5, 1, 1.5, 2, 3, Infinity])('the norm of order %d at 0 is flat', (p) => {
    expect(gradientOf((x) => ops.norm(x, p), [0, 0])).toEqual([0, 0])
  })

  it('a norm of 0 < p < 1 is flat in an element that is 0', () => {
    expect(gradientOf((x) => ops.norm(x, 0.5), [0, 4])).toEqual([0, 1])
  })

  it('the standard deviation of equal elements is flat', () => {
    expect(gradientOf((x) => ops.std(x), [1, 1])).toEqual([0, 0])
  })

  it('nansum passes none to NaN', () => {
    expect(gradientOf((x) => ops.nansum(x), [1, Number.NaN])).toEqual([1, 0])
  })
})

describe('the nuclear norm', () => {
  const nuclear: TensorFunction = (x) => ops.norm(x, 'nuc')

  it.each([
    ['a wide matrix', nuclear, distinct],
    ['a tall matrix', nuclear, distinct.t()],
    ['several matrices', (x: Tensor) => ops.norm(x, 'nuc', [0, 2]), cube],
  ])('of %s has the gradient of finite differences', (_, f, x) => {
    expect(gradcheck(f, [x.clone().requiresGrad_()])).toBe(true)
  })

  it('refuses a second derivative, which it does not have', () => {
    const x = distinct.clone().requiresGrad_()
    const [gradient] = grad(nuclear(x), x, { createGraph: true }) as [Tensor]
    expect(() => grad(gradient.sum(), x)).toThrow(AutogradError)
  })
})
