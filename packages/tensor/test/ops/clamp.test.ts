import { describe, expect, it } from 'vitest'
import { clamp, clampMax, clampMin, ShapeError, tensor } from '../../src/index'

describe('clamp', () => {
  const x = tensor([-2, 0, 5])

  it('takes one bound or both', () => {
    expect(clamp(x, -1, 1).toArray()).toEqual([-1, 0, 1])
    expect(clamp(x, 0).toArray()).toEqual([0, 0, 5])
    expect(clamp(x, null, 1).toArray()).toEqual([-2, 0, 1])
    expect(clampMin(x, 0).toArray()).toEqual([0, 0, 5])
    expect(clampMax(x, 1).toArray()).toEqual([-2, 0, 1])
  })

  it('takes tensors as bounds and broadcasts them', () => {
    expect(clamp(x, tensor([[-1], [1]]), tensor([3, 3, 4])).toArray()).toEqual([
      [-1, 0, 4],
      [1, 1, 4],
    ])
  })

  it('gives the upper bound where the bounds cross', () => {
    expect(clamp(x, 2, 1).toArray()).toEqual([1, 1, 1])
  })

  it('gives NaN for NaN, also as a bound', () => {
    expect(clamp(tensor([NaN, 1.5]), 0, 1).toArray()).toEqual([NaN, 1])
    expect(clamp(tensor([0.5]), NaN).toArray()).toEqual([NaN])
  })

  it('promotes integers with a fraction as the bound', () => {
    const y = clamp(x, -0.5, 2.5)
    expect([y.dtype, y.toArray()]).toEqual(['float32', [-0.5, 0, 2.5]])
  })

  it('promotes all three together: what has dimensions counts more than what has none', () => {
    const bools = tensor([true, false])
    const [double, long] = [tensor(0, { dtype: 'float64' }), tensor(1)]
    expect(clamp(bools, double, tensor([1, 1]).float()).dtype).toBe('float32')
    expect(clamp(bools, long, tensor([1, 1], { dtype: 'uint8' })).dtype).toBe('uint8')
    expect(clamp(bools, tensor(0, { dtype: 'int32' }), long).dtype).toBe('int64')
    expect(() => clamp(bools, bools, bools)).toThrow('clamp: not defined for bool tensors')
  })

  it('works in place', () => {
    const y = tensor([-2, 0, 5])
    expect(y.clamp_(-1, 3)).toBe(y)
    expect(y.toArray()).toEqual([-1, 0, 3])
    expect(y.clampMin_(0).clampMax_(2).toArray()).toEqual([0, 0, 2])
  })

  it('refuses to do without any bound', () => {
    expect(() => clamp(x, null)).toThrow(
      new TypeError('clamp: needs at least one of min and max, as clamp({ min: 0 })'),
    )
    expect(() => x.clamp_(null)).toThrow('clamp_: needs at least one')
  })

  it('refuses shapes that do not broadcast', () => {
    expect(() => clamp(x, tensor([1, 2]))).toThrow(ShapeError)
    expect(() => clamp(x, tensor([1, 2]))).toThrow('clamp: shapes [3] and [2]')
    expect(() => clamp(x, 0, tensor([1, 2]))).toThrow('clamp: shapes [3] and [2]')
  })
})
