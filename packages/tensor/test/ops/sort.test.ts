import { describe, expect, it } from 'vitest'
import { argsort, IndexError, msort, sort, tensor, zeros } from '../../src/index'
import { layouts, SHAPES, sample } from '../support/samples'

describe('sort', () => {
  it('puts every row in order, whatever the memory order', () => {
    for (const shape of SHAPES.filter((sizes) => sizes.length > 0)) {
      const x = sample(shape)
      const rows = shape.slice(0, -1).reduce((n, size) => n * size, 1)
      const expected = [...x.reshape(rows, shape.at(-1) as number)].map((row) => row.toTypedArray().sort())
      for (const layout of Object.values(layouts)) {
        const { values, indices } = sort(layout(x))
        expect([...values.reshape(rows, shape.at(-1) as number)].map((row) => row.toTypedArray())).toEqual(expected)
        expect(x.gather(-1, indices).toArray()).toEqual(values.toArray())
      }
    }
  })

  it('keeps equal elements in their order, descending too', () => {
    const x = tensor([1, 0, 1, 0, 1])
    expect(sort(x).indices.toArray()).toEqual([1, 3, 0, 2, 4])
    expect(sort(x, 0, { descending: true }).indices.toArray()).toEqual([0, 2, 4, 1, 3])
  })

  it('counts NaN as the largest', () => {
    const x = tensor([1, NaN, Infinity])
    expect(sort(x).values.toArray()).toEqual([1, Infinity, NaN])
    expect(sort(x, 0, { descending: true }).indices.toArray()).toEqual([1, 2, 0])
  })

  it('sorts booleans, and a 0-d tensor as a row of one', () => {
    expect(sort(tensor([true, false])).values.toArray()).toEqual([false, true])
    expect(sort(tensor(3)).indices.toArray()).toBe(0)
  })

  it('refuses a dimension that is not there', () => {
    expect(() => sort(zeros([2, 3]), 2)).toThrow(IndexError)
    expect(() => argsort(zeros([2, 3]), -3)).toThrow('argsort: dimension -3')
  })
})

describe('argsort and msort', () => {
  const x = tensor([
    [3, 1],
    [2, 4],
  ])

  it('sort along the last dimension and along the first', () => {
    expect(argsort(x).toArray()).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect(msort(x).toArray()).toEqual([
      [2, 1],
      [3, 4],
    ])
  })
})
