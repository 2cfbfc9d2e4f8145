import { describe, expect, it } from 'vitest'
import { argwhere, nonzero, tensor, zeros } from '../../src/index'
import { layouts } from '../support/samples'

describe('nonzero', () => {
  it('lists the places of what is not zero in row-major order, whatever the memory order', () => {
    for (const layout of Object.values(layouts)) {
      const mask = layout(
        tensor([
          [0, 5, 0],
          [7, 0, -1],
        ]),
      )
      expect(nonzero(mask).toArray()).toEqual([
        [0, 1],
        [1, 0],
        [1, 2],
      ])
    }
    expect(nonzero(tensor(5)).shape).toEqual([1, 0])
    expect(nonzero(zeros([3])).shape).toEqual([0, 1])
    expect(nonzero(tensor([Number.NaN])).toArray()).toEqual([[0]])
  })

  it('gives a list for each dimension, as indexing takes them', () => {
    const x = tensor([
      [0, 5],
      [7, 0],
    ])
    const places = nonzero(x, { asTuple: true })
    expect(places.map((place) => place.toArray())).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(places.every((place) => place.isContiguous())).toBe(true)
    expect(x.at(...places).toArray()).toEqual([5, 7])
    expect(nonzero(tensor(1), { asTuple: true }).map((place) => place.toArray())).toEqual([[0]])
  })
})

describe('argwhere', () => {
  it('has no columns for a 0-d tensor', () => {
    expect(argwhere(tensor(1)).shape).toEqual([1, 0])
    expect(argwhere(tensor(0)).shape).toEqual([0, 0])
  })
})
