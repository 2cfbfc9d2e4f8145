import { describe, expect, it } from 'vitest'
import { countNonzero, tensor } from '../../src/index'

describe('countNonzero', () => {
  it('counts along a dimension or all elements, NaN among them', () => {
    const x = tensor([
      [1, 0],
      [2, 3],
    ])
    expect(countNonzero(x, 0).toArray()).toEqual([2, 1])
    expect(countNonzero(tensor([NaN, 0, -0])).item()).toBe(1)
  })
})
