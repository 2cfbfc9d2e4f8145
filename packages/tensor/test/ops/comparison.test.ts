import { describe, expect, it } from 'vitest'
import {
  copysign,
  DTypeError,
  fmax,
  fmin,
  heaviside,
  isneginf,
  isposinf,
  maximum,
  minimum,
  signbit,
  tensor,
} from '../../src/index'

describe('maximum and minimum', () => {
  const [a, b] = [tensor([1, NaN, 3, NaN]), tensor([2, 5, NaN, NaN])]

  it('give NaN where either operand is', () => {
    expect(maximum(a, b).toArray()).toEqual([2, NaN, NaN, NaN])
    expect(minimum(a, b).toArray()).toEqual([1, NaN, NaN, NaN])
  })

  it('have siblings that give the number then', () => {
    expect(fmax(a, b).toArray()).toEqual([2, 5, 3, NaN])
    expect(fmin(a, b).toArray()).toEqual([1, 5, 3, NaN])
  })
})

describe('signs', () => {
  it('tell -0 from 0', () => {
    expect(signbit(tensor([-1.5, -0, 0, Infinity])).toArray()).toEqual([true, true, false, false])
    expect(copysign(tensor([1.5, 1.5]), tensor([-0, 0], { dtype: 'float32' })).toArray()).toEqual([-1.5, 1.5])
  })

  it('tell the two infinities apart, of integers too', () => {
    expect(isposinf(tensor([Infinity, -Infinity, NaN])).toArray()).toEqual([true, false, false])
    expect(isneginf(tensor([Infinity, -Infinity, NaN])).toArray()).toEqual([false, true, false])
    expect(isneginf(tensor([1, 2])).toArray()).toEqual([false, false])
  })
})

describe('heaviside', () => {
  it('takes a value for 0', () => {
    expect(heaviside(tensor([-2.5, 0, 2.5, NaN]), tensor([0.5])).toArray()).toEqual([0, 0.5, 1, 0])
  })

  it('refuses tensors of different dtypes', () => {
    expect(() => heaviside(tensor([1.5]), tensor([1]))).toThrow(
      new DTypeError('heaviside: the dtypes differ, float32 and int64'),
    )
  })
})
