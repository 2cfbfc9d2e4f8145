import { describe, expect, it } from 'vitest'
import { arange, ShapeError, tensor, tile, zeros } from '../../src/index'

const x = arange(6).view(2, 3)

describe('repeat', () => {
  it('copies along each dimension, and along new leading ones', () => {
    expect(tensor([1, 2]).repeat(2, 2).toArray()).toEqual([
      [1, 2, 1, 2],
      [1, 2, 1, 2],
    ])
    expect(zeros([3, 2]).repeat(1, 3, 2).shape).toEqual([1, 9, 4])
    expect(tensor(1).repeat(0, 2).shape).toEqual([0, 2])
  })

  it('copies even where nothing is repeated', () => {
    expect(x.repeat(1, 1).storage).not.toBe(x.storage)
  })

  it('refuses too few repeats and negative ones', () => {
    expect(() => x.repeat(2)).toThrow('repeat: [2] has fewer repeats than [2, 3] has dimensions')
    expect(() => x.repeat(2, -1)).toThrow(ShapeError)
  })
})

describe('tile', () => {
  it('repeats the last dimensions when there are fewer repeats', () => {
    expect(tile(x, [2]).toArray()).toEqual([
      [0, 1, 2, 0, 1, 2],
      [3, 4, 5, 3, 4, 5],
    ])
    expect(tile(x, []).toArray()).toEqual(x.toArray())
  })
})
