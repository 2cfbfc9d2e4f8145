import { describe, expect, it } from 'vitest'
import { allclose, DTypeError, isclose, ones, ShapeError, tensor } from '../../src/index'

describe('isclose', () => {
  it('allows a difference relative to the second tensor, and one besides', () => {
    const [a, b] = [tensor([100, 0.5, 2]).float(), tensor([100.0005, 0.51, 2]).float()]
    expect(isclose(a, b).toArray()).toEqual([true, false, true])
    expect(isclose(a, b, { atol: 0.1 }).toArray()).toEqual([true, true, true])
    expect(isclose(a, b, { rtol: 0, atol: 0 }).toArray()).toEqual([false, false, true])
  })

  it('takes infinities as close to themselves, and NaN to NaN only when asked', () => {
    const x = tensor([Infinity, -Infinity, NaN])
    expect(isclose(x, x).toArray()).toEqual([true, true, false])
    expect(isclose(x, x, { equalNan: true }).toArray()).toEqual([true, true, true])
    expect(isclose(x, ones([3]).mul(Infinity), { rtol: 1 }).toArray()).toEqual([true, false, false])
  })

  it('compares integers and booleans too', () => {
    expect(isclose(tensor([1, 2]), tensor([1, 3]), { atol: 0.5 }).toArray()).toEqual([true, false])
    expect(isclose(tensor([true]), tensor([false])).toArray()).toEqual([false])
  })

  it('refuses different dtypes, tolerances below 0 and shapes that do not broadcast', () => {
    expect(() => isclose(tensor([1]), tensor([1.5]))).toThrow(DTypeError)
    expect(() => isclose(ones([1]), ones([1]), { rtol: -0.4 })).toThrow(
      new RangeError('isclose: rtol must not be below 0, got -0.4'),
    )
    expect(() => isclose(ones([1]), ones([1]), { atol: NaN })).toThrow(RangeError)
    expect(() => isclose(ones([2]), ones([3]))).toThrow(ShapeError)
  })
})

describe('allclose', () => {
  it('asks isclose of every element', () => {
    expect(allclose(tensor([0.1]).add(0.2), tensor([0.3]))).toBe(true)
    expect(allclose(tensor([1, 2]), tensor([1, 3]))).toBe(false)
    expect(allclose(ones([0]), ones([0]))).toBe(true)
  })
})
