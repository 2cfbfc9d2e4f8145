import { describe, expect, it } from 'vitest'
import { IndexError, ShapeError, tensor, unique, zeros } from '../../src/index'

// PyTorch's answers.
describe('unique', () => {
  it('lists the different elements in order, where each one went, and how often it occurs', () => {
    const x = tensor([
      [3, 1, 2],
      [1, 2, 1],
    ])
    expect(unique(x).toArray()).toEqual([1, 2, 3])
    const { inverse, counts } = unique(x, { returnInverse: true, returnCounts: true })
    expect(inverse.toArray()).toEqual([
      [2, 0, 1],
      [0, 1, 0],
    ])
    expect(counts.toArray()).toEqual([3, 2, 1])
  })

  it('compares slices along a dimension', () => {
    const rows = tensor([
      [1, 2],
      [3, 4],
      [1, 2],
      [0, 9],
    ])
    const found = unique(rows, { dim: 0, returnInverse: true })
    expect(found.values.toArray()).toEqual([
      [0, 9],
      [1, 2],
      [3, 4],
    ])
    expect(found.inverse.toArray()).toEqual([1, 2, 1, 0])
    expect(unique(rows.t(), { dim: 1 }).toArray()).toEqual([
      [0, 1, 3],
      [9, 2, 4],
    ])
  })

  it('tells every NaN from every other, and 0 not from -0', () => {
    expect(unique(tensor([NaN, 1, NaN])).toArray()).toEqual([1, NaN, NaN])
    expect(unique(tensor([0, -0])).numel()).toBe(1)
  })

  it('refuses slices of nothing, and a dimension of a 0-d tensor', () => {
    expect(() => unique(zeros([3, 0]), { dim: 0 })).toThrow(ShapeError)
    expect(unique(zeros([3, 0]), { dim: 1 }).shape).toEqual([3, 0])
    expect(() => unique(tensor(3), { dim: 0 })).toThrow(IndexError)
  })
})
