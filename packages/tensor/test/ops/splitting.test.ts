import { describe, expect, it } from 'vitest'
import {
  arange,
  chunk,
  DTypeError,
  IndexError,
  ShapeError,
  split,
  tensor,
  tensorSplit,
  unbind,
  zeros,
} from '../../src/index'

const x = arange(6).view(2, 3)
const shapes = (parts: readonly { shape: readonly number[] }[]): unknown => parts.map((part) => part.shape)

describe('split', () => {
  it('cuts parts of one size, the last one smaller', () => {
    expect(split(arange(5), 2).map((part) => part.toArray())).toEqual([[0, 1], [2, 3], [4]])
  })

  it('cuts parts of the sizes listed', () => {
    expect(shapes(split(x, [1, 2], 1))).toEqual([
      [2, 1],
      [2, 2],
    ])
  })

  it('gives one empty part of an empty dimension', () => {
    expect(shapes(split(zeros([0, 2]), 0))).toEqual([[0, 2]])
  })

  it('gives parts that share storage: a change of one shows in the whole', () => {
    const whole = zeros([4])
    split(whole, 2)[1]?.fill_(1)
    expect(whole.toArray()).toEqual([0, 0, 1, 1])
  })

  it('refuses sizes that do not add up, are negative, or are 0', () => {
    expect(() => split(x, [1, 1], 1)).toThrow('split: the sizes [1, 1] do not add up to dimension 1 of size 3')
    expect(() => split(x, [-1, 4], 1)).toThrow(ShapeError)
    expect(() => split(x, 0)).toThrow(ShapeError)
    expect(() => split(x, -1)).toThrow(ShapeError)
    expect(() => split(x, 2, 2)).toThrow(IndexError)
    expect(() => split(tensor(1), 1)).toThrow(ShapeError)
  })
})

describe('chunk', () => {
  it('gives at most as many parts as asked for', () => {
    expect(shapes(chunk(zeros([4]), 3))).toEqual([[2], [2]])
    expect(shapes(chunk(x, 5, 1))).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ])
  })

  it('gives as many empty parts of an empty dimension', () => {
    expect(shapes(chunk(zeros([0, 2]), 2))).toEqual([
      [0, 2],
      [0, 2],
    ])
  })

  it('refuses a number of chunks that is not positive', () => {
    expect(() => chunk(x, 0)).toThrow('chunk: the number of chunks must be a positive integer, got 0')
    expect(() => chunk(tensor(1), 1)).toThrow(ShapeError)
  })
})

describe('tensorSplit', () => {
  it('gives exactly as many parts as asked for, the first ones larger', () => {
    expect(shapes(tensorSplit(x, 4, 1))).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
      [2, 0],
    ])
  })

  it('cuts at indices, which may lie outside or go backwards', () => {
    expect(tensorSplit(arange(3), [0, 5, -1]).map((part) => part.toArray())).toEqual([[], [0, 1, 2], [], [2]])
  })

  it('takes the sections as a tensor', () => {
    expect(shapes(tensorSplit(x, tensor(2), 1))).toEqual(shapes(tensorSplit(x, 2, 1)))
    expect(shapes(tensorSplit(x, tensor([1, 2]), 1))).toEqual(shapes(tensorSplit(x, [1, 2], 1)))
  })

  it('refuses sections of another dtype or rank, none at all, and 0-d tensors', () => {
    expect(() => tensorSplit(x, 0)).toThrow(RangeError)
    expect(() => tensorSplit(x, tensor([1.5]), 1)).toThrow(DTypeError)
    expect(() => tensorSplit(x, tensor([[1]]), 1)).toThrow(ShapeError)
    expect(() => tensorSplit(tensor(1), 1)).toThrow(ShapeError)
  })
})

describe('unbind', () => {
  it('gives all parts of a dimension, without it', () => {
    expect(unbind(x, 1).map((part) => part.toArray())).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ])
  })

  it('refuses dimensions out of range and 0-d tensors', () => {
    expect(() => unbind(x, 2)).toThrow(IndexError)
    expect(() => unbind(tensor(1))).toThrow(ShapeError)
  })
})
