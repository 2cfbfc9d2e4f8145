import { describe, expect, it } from 'vitest'
import { arange, kron, tensor } from '../../src/index'

// PyTorch's answers.
describe('kron', () => {
  it('replaces each element of one by that element times the other', () => {
    expect(kron(arange(6).view(2, 3), tensor([1, 2])).toArray()).toEqual([
      [0, 0, 1, 2, 2, 4],
      [3, 6, 4, 8, 5, 10],
    ])
    expect(kron(tensor(2), tensor([1, 2])).toArray()).toEqual([2, 4])
    expect(kron(tensor([true, false]), tensor([true, true])).toArray()).toEqual([true, true, false, false])
  })
})
