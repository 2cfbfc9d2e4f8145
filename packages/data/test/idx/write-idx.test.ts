import { arange, DTypeError, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { parseIdx, writeIdx } from '../../src/index'
import { hex } from '../support/hex'

describe('writeIdx', () => {
  it('writes the bytes that the format describes', () => {
    expect(writeIdx(tensor([[5, 6]], { dtype: 'uint8' }))).toEqual(hex('00 00 08 02 00 00 00 01 00 00 00 02 05 06'))
    expect(writeIdx(tensor([1.5]))).toEqual(hex('00 00 0d 01 00 00 00 01 3f c0 00 00'))
  })

  it.each(['uint8', 'int32', 'float32', 'float64'] as const)('writes %s that parseIdx reads', (dtype) => {
    const x = arange(6).to(dtype).view(2, 3).t()
    const { shape, data, dtype: read } = parseIdx(writeIdx(x))
    expect({ shape, read, data: Array.from(data) }).toEqual({ shape: [3, 2], read: dtype, data: [0, 3, 1, 4, 2, 5] })
  })

  it('refuses dtypes that the format does not have', () => {
    expect(() => writeIdx(zeros([2], { dtype: 'int64' }))).toThrow(
      new DTypeError('writeIdx: IDX files hold uint8, int32, float32, float64, got int64'),
    )
  })
})
