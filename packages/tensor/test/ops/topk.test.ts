import { describe, expect, it } from 'vitest'
import { arange, DTypeError, kthvalue, sort, tensor, topk } from '../../src/index'
import { layouts, sample } from '../support/samples'

// PyTorch's answers.
const tied = tensor([3, 1, 3, 2, 3, 1, 2, 3, 0, 2])

describe('topk', () => {
  it.each([
    [1, [4], [8]],
    [3, [4, 7, 0], [8, 1, 5]],
    [5, [4, 7, 0, 2, 9], [8, 1, 5, 6, 9]],
    [9, [2, 4, 0, 7, 9, 3, 6, 5, 1], [8, 1, 5, 6, 9, 3, 0, 4, 2]],
    [10, [2, 4, 0, 7, 9, 3, 6, 5, 1, 8], [8, 1, 5, 6, 9, 3, 0, 4, 2, 7]],
  ])('takes the same %d of equal elements as PyTorch', (k, largest, smallest) => {
    expect(topk(tied, k).indices.toArray()).toEqual(largest)
    expect(topk(tied, k, 0, { largest: false }).indices.toArray()).toEqual(smallest)
  })

  it('takes the same of many equal elements as PyTorch, for long and for short lists', () => {
    expect(topk(arange(40).remainder(4), 20).indices.toArray()).toEqual([
      27, 3, 7, 35, 11, 23, 31, 15, 19, 39, 26, 2, 18, 22, 30, 6, 34, 10, 38, 14,
    ])
    expect(topk(arange(130).remainder(3), 2).indices.toArray()).toEqual([5, 2])
    expect(topk(arange(300).mul(7).remainder(5), 4).indices.toArray()).toEqual([12, 7, 17, 2])
  })

  it('agrees with a whole sort, along any dimension and whatever the memory order', () => {
    const x = sample([7, 65, 3])
    for (const layout of Object.values(layouts)) {
      for (const [dim, k] of [
        [0, 3],
        [1, 1],
        [1, 40],
        [2, 3],
      ] as const) {
        const expected = sort(x, dim, { descending: true }).values.narrow(dim, 0, k)
        expect(topk(layout(x), k, dim).values.toArray()).toEqual(expected.toArray())
      }
    }
  })

  it('finds the largest when PyTorch’s pivots are at their worst', () => {
    const half = 500
    const killer = new Float64Array(2 * half)
    for (let i = 1; i <= half; i++) {
      if (i % 2 === 1) {
        killer[i - 1] = i
        killer[i] = half + i
      }
      killer[half + i - 1] = 2 * i
    }
    const { values } = topk(tensor(killer), half)
    expect(values.toArray()).toEqual(Array.from({ length: half }, (_, i) => 2 * half - i))
  })

  it('counts NaN as the largest', () => {
    const x = tensor([1, NaN, 3])
    expect(topk(x, 2).values.toArray()).toEqual([NaN, 3])
    expect(topk(x, 2, 0, { largest: false }).values.toArray()).toEqual([1, 3])
  })

  it('takes a 0-d tensor as a row of one, and no element at all', () => {
    expect(topk(tensor(3), 1).values.toArray()).toBe(3)
    expect(topk(tensor([1, 2]), 0).values.shape).toEqual([0])
  })

  it('refuses to take more elements than there are, and booleans', () => {
    expect(() => topk(tensor([1, 2]), 3)).toThrow('topk: k is 3, but dimension 0 of [2] has 2 elements to choose from')
    expect(() => topk(tensor([1, 2]), -1)).toThrow(RangeError)
    expect(() => topk(tensor([true]), 1)).toThrow(DTypeError)
  })
})

describe('kthvalue', () => {
  it('names the same of equal elements as PyTorch', () => {
    const indices = Array.from({ length: 10 }, (_, i) => kthvalue(tied, i + 1).indices.item())
    expect(indices).toEqual([8, 1, 5, 9, 3, 6, 0, 7, 2, 4])
  })

  it('counts NaN as the largest', () => {
    const { values, indices } = kthvalue(tensor([3, NaN, 1, NaN]), 3)
    expect([values.item(), indices.item()]).toEqual([NaN, 1])
  })

  it('keeps the dimension where it is asked to', () => {
    expect(kthvalue(sample([3, 5]), 2, 0, { keepdim: true }).values.shape).toEqual([1, 5])
    expect(kthvalue(sample([3, 5]), 2, 0).values.shape).toEqual([5])
  })

  it('counts from 1', () => {
    expect(() => kthvalue(tensor([1, 2]), 0)).toThrow(RangeError)
    expect(() => kthvalue(tensor([1, 2]), 3)).toThrow('kthvalue: k is 3')
  })
})
