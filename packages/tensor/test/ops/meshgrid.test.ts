import { describe, expect, it } from 'vitest'
import { cartesianProd, DTypeError, meshgrid, ShapeError, tensor, zeros } from '../../src/index'

const axes = [tensor([1, 2]), tensor([3, 4, 5])]

describe('meshgrid', () => {
  it("puts axis i along dimension i with 'ij'", () => {
    expect(meshgrid(axes).map((x) => x.toArray())).toEqual([
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
      [
        [3, 4, 5],
        [3, 4, 5],
      ],
    ])
  })

  it("swaps the first two dimensions with 'xy'", () => {
    expect(meshgrid(axes, { indexing: 'xy' }).map((x) => x.toArray())).toEqual([
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      [
        [3, 3],
        [4, 4],
        [5, 5],
      ],
    ])
  })

  it('refuses none, matrices, different dtypes and unknown orders', () => {
    expect(() => meshgrid([])).toThrow(ShapeError)
    expect(() => meshgrid([zeros([2, 2])])).toThrow(ShapeError)
    expect(() => meshgrid([tensor([1]), tensor([1.5])])).toThrow(DTypeError)
    expect(() => meshgrid(axes, { indexing: 'zz' as 'xy' })).toThrow(
      "meshgrid: indexing must be 'ij' or 'xy', got 'zz'",
    )
  })
})

describe('cartesianProd', () => {
  it('lists all combinations, the last one changing fastest', () => {
    expect(cartesianProd(tensor([1, 2]), tensor([3, 4])).toArray()).toEqual([
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
    ])
  })

  it('gives a single vector back', () => {
    expect(cartesianProd(tensor([1, 2])).toArray()).toEqual([1, 2])
  })

  it('refuses what is no vector', () => {
    expect(() => cartesianProd(tensor(1))).toThrow(ShapeError)
    expect(() => cartesianProd([])).toThrow(ShapeError)
  })
})
