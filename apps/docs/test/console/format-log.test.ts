import { Linear } from '@nn/nn'
import { tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { formatLog } from '../../src/console/format-log'

describe('formatLog', () => {
  it('leaves strings as they are and puts spaces between values', () => {
    expect(formatLog(["it's", 1, [2], null])).toBe("it's 1 [ 2 ] null")
  })

  it('shows tensors and modules as the library does', () => {
    expect(formatLog([tensor([1, 2.5])])).toBe('tensor([1.0000, 2.5000])')
    expect(formatLog([new Linear(2, 1)])).toBe('Linear(in_features=2, out_features=1, bias=True)')
  })

  it('moves the lines of a tensor along with what it is in', () => {
    const matrix = tensor([
      [1, 2],
      [3, 4],
    ])
    expect(formatLog([{ matrix }])).toBe('{\n  matrix: tensor([[1, 2],\n          [3, 4]])\n}')
  })
})
