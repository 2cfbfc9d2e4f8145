import { describe, expect, it } from 'vitest'
import { arange, DTypeError, eye, linspace, logspace, ShapeError, tensor } from '../../src/index'

// PyTorch's answers.
describe('arange', () => {
  it('takes an end, a start, a step, and options behind any of them', () => {
    expect(arange(3).toArray()).toEqual([0, 1, 2])
    expect(arange(1, 3).toArray()).toEqual([1, 2])
    expect(arange(5, 0, -2).toArray()).toEqual([5, 3, 1])
    expect(arange(0, 1, 0.1).shape).toEqual([10])
    expect(arange(1, 2, 0.5).toArray()).toEqual([1, 1.5])
    expect(arange(2, 2).shape).toEqual([0])
    expect(arange(2, { dtype: 'float32' }).dtype).toBe('float32')
    expect(arange(1, 3, { dtype: 'float64' }).dtype).toBe('float64')
    expect(arange(5, 0, { step: -2, dtype: 'float64' }).toArray()).toEqual([5, 3, 1])
  })

  it('cuts the numbers of an integer dtype first', () => {
    expect(arange(1.1, 5.5, 1.3, { dtype: 'int64' }).toArray()).toEqual([1, 2, 3, 4])
    expect(arange(0.9, 5.1, 1.5, { dtype: 'int64' }).toArray()).toEqual([0, 1, 2, 3, 4])
    expect(arange(0.9, 5.1, 1.5, { dtype: 'int32' }).toArray()).toEqual([0, 1, 2])
    expect(() => arange(0, 1, 0.3, { dtype: 'int64' })).toThrow(RangeError)
  })

  it('refuses steps that lead nowhere, what is not finite, and booleans', () => {
    expect(() => arange(2, 0, 0.5)).toThrow('arange: a step of 0.5 does not lead from 2 to 0')
    expect(() => arange(1, 1, 0)).toThrow('arange: the step must not be 0')
    expect(() => arange(Number.NaN)).toThrow(RangeError)
    expect(() => arange(-Infinity, 1)).toThrow(RangeError)
    expect(() => arange(2, { dtype: 'bool' })).toThrow(DTypeError)
  })
})

describe('linspace', () => {
  it('meets both ends, and takes them as 0-d tensors', () => {
    const x = linspace(0.1, 0.7, 7, { dtype: 'float64' })
    expect([x.at(0).item(), x.at(-1).item()]).toEqual([0.1, 0.7])
    expect(linspace(0, 1, 3).toArray()).toEqual([0, 0.5, 1])
    expect(linspace(0, 10, 5, { dtype: 'int64' }).toArray()).toEqual([0, 2, 5, 7, 10])
    expect(linspace(0, 1, 0).shape).toEqual([0])
    expect(linspace(tensor(1), tensor(2), 3).toArray()).toEqual([1, 1.5, 2])
    expect(linspace(4, 9, 1).toArray()).toEqual([4])
    expect(linspace(0.5, 2, 3, { dtype: 'int64' }).toArray()).toEqual([0, 1, 2])
  })

  it('refuses steps that are no count, and ends with dimensions', () => {
    expect(() => linspace(0, 3, -1)).toThrow('linspace: steps must be a non-negative integer, got -1')
    expect(() => linspace(0, 3, 1.5)).toThrow('linspace: steps must be an integer, got 1.5')
    expect(() => linspace(tensor([1]), 3, 1)).toThrow(ShapeError)
  })
})

describe('logspace', () => {
  it('gives powers of a base', () => {
    expect(logspace(0, 2, 3).toArray()).toEqual([1, 10, 100])
    expect(logspace(0, 2, 3, { base: 2, dtype: 'int32' }).toArray()).toEqual([1, 2, 4])
    expect(logspace(0, 2, 3, { base: -2 }).toArray()).toEqual([1, -2, 4])
    expect(logspace(4.3, -3, 4, { base: 2, dtype: 'int64' }).toArray()).toEqual([16, 3, 0, 0])
  })
})

describe('eye', () => {
  it('has ones on the main diagonal', () => {
    expect(eye(2).toArray()).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect(eye(0).shape).toEqual([0, 0])
    expect(eye(2, { m: 3, dtype: 'uint8' }).toArray()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ])
  })

  it('refuses negative sizes', () => {
    expect(() => eye(-7, { m: 42 })).toThrow(ShapeError)
  })
})
