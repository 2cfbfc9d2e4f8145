import { describe, expect, it } from 'vitest'
import { columnStack, dstack, hstack, ShapeError, tensor, vstack } from '../../src/index'

describe('stacking', () => {
  it('hstack puts matrices side by side and joins vectors', () => {
    expect(hstack([tensor([[1], [2]]), tensor([[3], [4]])]).toArray()).toEqual([
      [1, 3],
      [2, 4],
    ])
    expect(hstack([tensor(1), tensor([2, 3])]).toArray()).toEqual([1, 2, 3])
  })

  it('vstack puts rows one above another', () => {
    expect(vstack([tensor([1, 2]), tensor([3, 4])]).toArray()).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(vstack([tensor(1), tensor(2)]).toArray()).toEqual([[1], [2]])
  })

  it('dstack joins along a third dimension', () => {
    expect(dstack([tensor([1, 2]), tensor([[3, 4]])]).toArray()).toEqual([
      [
        [1, 3],
        [2, 4],
      ],
    ])
  })

  it('columnStack takes vectors as columns', () => {
    expect(
      columnStack([
        tensor([1, 2]),
        tensor([
          [3, 4],
          [5, 6],
        ]),
      ]).toArray(),
    ).toEqual([
      [1, 3, 4],
      [2, 5, 6],
    ])
  })

  it('refuses no tensors at all', () => {
    for (const stack of [hstack, vstack, dstack, columnStack]) expect(() => stack([])).toThrow(ShapeError)
    expect(() => hstack([])).toThrow('hstack: expects at least one tensor, got none')
  })
})
