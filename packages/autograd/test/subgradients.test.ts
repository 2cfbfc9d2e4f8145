import {
  atan2,
  clamp,
  clampMax,
  clampMin,
  fmax,
  fmin,
  logit,
  maximum,
  minimum,
  prod,
  type Tensor,
  tensor,
  where,
} from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { grad } from '../src/index'

const leaf = (...values: number[]): Tensor => tensor(values, { dtype: 'float32', requiresGrad: true })

/** The gradients of the sum of an output, as PyTorch gives them at corners, ties and edges. */
function gradients(output: Tensor, ...inputs: Tensor[]): unknown[] {
  return grad(output.sum(), inputs).map((x) => x.toArray())
}

describe('where a function has a corner', () => {
  it('relu at 0 has the gradient 0', () => {
    const x = leaf(-1, 0, 1, NaN)
    expect(gradients(x.relu(), x)).toEqual([[0, 0, 1, 1]])
  })

  it('abs at 0 has the gradient 0', () => {
    const x = leaf(-2, 0, 2, NaN)
    expect(gradients(x.abs(), x)).toEqual([[-1, 0, 1, 0]])
  })

  it('sqrt at 0 has the gradient infinity', () => {
    const x = leaf(0, 4)
    expect(gradients(x.sqrt(), x)).toEqual([[Infinity, 0.25]])
  })

  it('rounding has the gradient 0, and frac the gradient 1', () => {
    const x = leaf(0.5, 1)
    expect(gradients(x.round(), x)).toEqual([[0, 0]])
    expect(gradients(x.round({ decimals: 1 }), x)).toEqual([[0, 0]])
    expect(gradients(x.frac(), x)).toEqual([[1, 1]])
  })

  it('logit is steep without end at 0 and 1, and not defined outside', () => {
    const x = leaf(-1, 0, 0.5, 1, 2)
    expect(gradients(logit(x), x)).toEqual([[NaN, Infinity, 4, Infinity, NaN]])
    expect(gradients(logit(x, { eps: 0.25 }), x)).toEqual([[0, 0, 4, 0, 0]])
  })
})

describe('where a formula divides by zero', () => {
  it('the norm at 0 has the gradient 0', () => {
    const x = leaf(0, 0)
    expect(gradients(x.norm(), x)).toEqual([[0, 0]])
  })

  it('a product with zeros has the product of the others', () => {
    const [one, two] = [leaf(2, 0, 3), leaf(0, 0, 3)]
    expect(gradients(prod(one), one)).toEqual([[0, 6, 0]])
    expect(gradients(prod(two), two)).toEqual([[0, 0, 0]])
  })

  it('a power with the exponent 0 has the gradient 0, whatever its base', () => {
    const [a, b] = [leaf(0, 2), leaf(0, 0)]
    expect(gradients(a.pow(0), a)).toEqual([[0, 0]])
    expect(gradients(a.pow(b), a, b)).toEqual([
      [0, 0],
      [0, Math.fround(Math.log(2))],
    ])
  })

  it('atan2 at the origin has the gradient 0', () => {
    const [a, b] = [leaf(0, 1), leaf(0, 1)]
    expect(gradients(atan2(a, b), a, b)).toEqual([
      [0, 0.5],
      [-0, -0.5],
    ])
  })
})

describe('clamp', () => {
  it('passes the gradient at its bounds', () => {
    const x = leaf(-2, -1, 0, 1, 2)
    expect(gradients(clamp(x, -1, 1), x)).toEqual([[0, 1, 1, 1, 0]])
    expect(gradients(clampMin(x, -1), x)).toEqual([[0, 1, 1, 1, 1]])
    expect(gradients(clampMax(x, 1), x)).toEqual([[1, 1, 1, 1, 0]])
  })

  it('gives it to the bound that cut the element off, to the upper one where they cross', () => {
    const [x, min, max] = [leaf(0, 3, 1, 0), leaf(1, 0, 0, 4), leaf(2, 2, 2, 3)]
    expect(gradients(clamp(x, min, max), x, min, max)).toEqual([
      [0, 0, 1, 0],
      [1, 0, 0, 0],
      [0, 1, 0, 1],
    ])
  })

  it('gives none to NaN', () => {
    const x = leaf(NaN)
    expect(gradients(clamp(x, 0, 1), x)).toEqual([[0]])
  })
})

describe('where two elements tie', () => {
  it('maximum and minimum give half to each', () => {
    const [a, b] = [leaf(1, 2, 2), leaf(1, 1, 3)]
    expect(gradients(maximum(a, b), a, b)).toEqual([
      [0.5, 1, 0],
      [0.5, 0, 1],
    ])
    expect(gradients(minimum(a, b), a, b)).toEqual([
      [0.5, 0, 1],
      [0.5, 1, 0],
    ])
  })

  it('fmax and fmin give all to the first, and to the number where the other is NaN', () => {
    const [a, b] = [leaf(1, NaN, 1), leaf(1, 1, NaN)]
    const expected = [
      [1, 0, 1],
      [0, 1, 0],
    ]
    expect(gradients(fmax(a, b), a, b)).toEqual(expected)
    expect(gradients(fmin(a, b), a, b)).toEqual(expected)
  })
})

describe('where', () => {
  it('leaks NaN from the branch that was not chosen, as its gradient 0 times infinity is NaN', () => {
    const x = leaf(0, 4)
    expect(gradients(where(x.gt(0), x.sqrt(), 0), x)).toEqual([[NaN, 0.25]])
  })
})
