import { describe, expect, it } from 'vitest'
import {
  arange,
  diag,
  diagEmbed,
  diagflat,
  diagonal,
  IndexError,
  ShapeError,
  tensor,
  trace,
  zeros,
} from '../../src/index'

const x = arange(6).view(2, 3)

describe('diagonal', () => {
  it('gives the diagonals of two dimensions as the last one', () => {
    expect(diagonal(x).toArray()).toEqual([0, 4])
    expect(diagonal(x, 1).toArray()).toEqual([1, 5])
    expect(diagonal(x, -1).toArray()).toEqual([3])
    expect(diagonal(zeros([2, 3, 4]), 1, 0, -1).shape).toEqual([3, 2])
  })

  it('is empty beyond the matrix', () => {
    expect(diagonal(x, 5).shape).toEqual([0])
    expect(diagonal(x, -5).shape).toEqual([0])
  })

  it('shares storage, so that filling it changes the matrix', () => {
    const matrix = zeros([2, 2])
    diagonal(matrix).fill_(1)
    expect(matrix.toArray()).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  it('refuses one dimension twice, and dimensions that there are not', () => {
    expect(() => diagonal(x, 0, 0, -2)).toThrow(ShapeError)
    expect(() => diagonal(tensor([1]))).toThrow(IndexError)
  })
})

describe('diagEmbed', () => {
  it('puts the last dimension on a diagonal of zeros', () => {
    expect(diagEmbed(tensor([1, 2]), -1).toArray()).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 2, 0],
    ])
    expect(diagEmbed(tensor([[1, 2]]), 0, -1, 0).toArray()).toEqual([[[1, 0]], [[0, 2]]])
  })

  it('refuses one dimension twice, and 0-d tensors', () => {
    expect(() => diagEmbed(tensor([1, 2]), 0, 0, 0)).toThrow(ShapeError)
    expect(() => diagEmbed(tensor(1))).toThrow(IndexError)
  })
})

describe('diag', () => {
  it('takes a diagonal out of a matrix, as a copy', () => {
    expect(diag(x, 1).toArray()).toEqual([1, 5])
    expect(diag(x).storage).not.toBe(x.storage)
  })

  it('makes a matrix of a vector', () => {
    expect(diag(tensor([1, 2])).toArray()).toEqual([
      [1, 0],
      [0, 2],
    ])
  })

  it('refuses other ranks', () => {
    expect(() => diag(zeros([2, 2, 2]))).toThrow('diag: expects a vector or a matrix, got [2, 2, 2]')
    expect(() => diag(tensor(1))).toThrow(ShapeError)
  })
})

describe('diagflat', () => {
  it('puts all elements on a diagonal, also when there are none', () => {
    expect(diagflat(tensor([[1], [2]])).toArray()).toEqual([
      [1, 0],
      [0, 2],
    ])
    expect(diagflat(zeros([0]), 2).shape).toEqual([2, 2])
  })
})

describe('trace', () => {
  it('adds up the main diagonal', () => {
    expect(trace(x).item()).toBe(4)
    expect(trace(zeros([0, 0])).item()).toBe(0)
  })

  it('refuses what is no matrix', () => {
    expect(() => trace(zeros([3, 4, 5]))).toThrow('trace: expects a matrix, got [3, 4, 5]')
  })
})
