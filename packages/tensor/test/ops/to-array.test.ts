import { describe, expect, it } from 'vitest'
import { ShapeError, tensor, zeros } from '../../src/index'
import { layouts, SHAPES, sample } from '../support/samples'

describe('the values of a tensor', () => {
  it('come as nested arrays, of bool tensors as booleans', () => {
    expect(
      tensor([
        [1, 2],
        [3, 4],
      ])
        .t()
        .toArray(),
    ).toEqual([
      [1, 3],
      [2, 4],
    ])
    expect(tensor([true, false]).toArray()).toEqual([true, false])
    expect(tensor(2.5).toArray()).toBe(2.5)
    expect(zeros([2, 0]).toArray()).toEqual([[], []])
  })

  it('come as a typed array of their own in row-major order', () => {
    for (const shape of SHAPES) {
      for (const layout of Object.values(layouts)) {
        const x = sample(shape)
        expect(layout(x).toTypedArray()).toEqual(x.toTypedArray())
      }
    }
    const x = zeros([2])
    x.toTypedArray()[0] = 5
    expect(x.toArray()).toEqual([0, 0])
  })

  it('are a number for a tensor of one element', () => {
    expect([tensor([[2.5]]).item(), tensor(true).item(), tensor([1, 2]).at(1).item()]).toEqual([2.5, 1, 2])
    expect(() => zeros([2, 1]).item()).toThrow(ShapeError)
    expect(() => zeros([2, 1]).item()).toThrow(
      'item: only a tensor of one element is a number, this one has shape [2, 1]',
    )
    expect(() => zeros([0]).item()).toThrow(ShapeError)
  })
})
