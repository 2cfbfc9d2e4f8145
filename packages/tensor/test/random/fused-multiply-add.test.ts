import { describe, expect, it } from 'vitest'
import { fusedMultiplyAdd } from '../../src/random/fused-multiply-add'

describe('fusedMultiplyAdd', () => {
  it('keeps the bits of the product that plain arithmetic loses', () => {
    // The double nearest to 0.1 is a little more than 0.1: ten times that is exactly 1 + 2^-54.
    expect(fusedMultiplyAdd(0.1, 10, -1)).toBe(2 ** -54)
    expect(0.1 * 10 - 1).toBe(0)
    expect(fusedMultiplyAdd(1 + 2 ** -30, 1 - 2 ** -30, -1)).toBe(-(2 ** -60))
  })

  it('is plain arithmetic where that is exact', () => {
    expect(fusedMultiplyAdd(3, 5, -7)).toBe(8)
    expect(fusedMultiplyAdd(0.5, 0, 0.25)).toBe(0.25)
    expect(fusedMultiplyAdd(-1.5, 1, 0)).toBe(-1.5)
  })
})
