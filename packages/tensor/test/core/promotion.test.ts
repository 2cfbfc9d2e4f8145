import { describe, expect, it } from 'vitest'
import { type DType, promoteTypes, resultType, tensor } from '../../src/index'

// torch.promote_types of each pair.
const table: Readonly<Record<DType, Readonly<Record<DType, DType>>>> = {
  bool: { bool: 'bool', uint8: 'uint8', int32: 'int32', int64: 'int64', float32: 'float32', float64: 'float64' },
  uint8: { bool: 'uint8', uint8: 'uint8', int32: 'int32', int64: 'int64', float32: 'float32', float64: 'float64' },
  int32: { bool: 'int32', uint8: 'int32', int32: 'int32', int64: 'int64', float32: 'float32', float64: 'float64' },
  int64: { bool: 'int64', uint8: 'int64', int32: 'int64', int64: 'int64', float32: 'float32', float64: 'float64' },
  float32: {
    bool: 'float32',
    uint8: 'float32',
    int32: 'float32',
    int64: 'float32',
    float32: 'float32',
    float64: 'float64',
  },
  float64: {
    bool: 'float64',
    uint8: 'float64',
    int32: 'float64',
    int64: 'float64',
    float32: 'float64',
    float64: 'float64',
  },
}

describe('promoteTypes', () => {
  it.each(Object.keys(table) as DType[])('of %s and every other dtype is that of PyTorch', (a) => {
    for (const [b, expected] of Object.entries(table[a])) expect(promoteTypes(a, b as DType)).toBe(expected)
  })
})

describe('the dtype of a result', () => {
  it('does not depend on 0-d tensors of the same category', () => {
    expect(tensor(1.5, { dtype: 'float64' }).add(tensor([1.5])).dtype).toBe('float32')
    expect(tensor(1).add(tensor([1], { dtype: 'uint8' })).dtype).toBe('uint8')
  })

  it('takes the category of a 0-d tensor where it is higher', () => {
    expect(tensor(1.5, { dtype: 'float64' }).add(tensor([1])).dtype).toBe('float64')
    expect(tensor(1).add(tensor([true])).dtype).toBe('int64')
  })

  it('takes from a number only that it is floating point', () => {
    expect(tensor([1]).add(1.5).dtype).toBe('float32')
    expect(tensor([1.5], { dtype: 'float64' }).add(1.5).dtype).toBe('float64')
    expect(tensor([1], { dtype: 'uint8' }).add(1).dtype).toBe('uint8')
    expect(tensor([true]).add(1).dtype).toBe('int64')
    expect(tensor([true]).add(true).dtype).toBe('bool')
    expect(tensor(1.5, { dtype: 'float64' }).mul(2.5).dtype).toBe('float64')
  })

  it('is floating point for a quotient of integers, int64 for a sum of bool and uint8', () => {
    expect(tensor([1]).div(tensor([2])).dtype).toBe('float32')
    expect(tensor([true, true]).sum().dtype).toBe('int64')
    expect(tensor([200, 100], { dtype: 'uint8' }).sum()).toMatchObject({ dtype: 'int64' })
    expect(tensor([200, 100], { dtype: 'uint8' }).sum().item()).toBe(300)
  })

  it('can be asked for', () => {
    expect(resultType(tensor([1, 2]), tensor(1.5))).toBe('float32')
    expect(resultType(tensor([1], { dtype: 'int32' }), tensor([1], { dtype: 'uint8' }))).toBe('int32')
  })
})
