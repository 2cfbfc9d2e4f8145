import { describe, expect, it, vi } from 'vitest'
import { any, cumsum, DTypeError, getBackend, mean, prod, sum, type Tensor, tensor, zeros } from '../../src/index'

describe('sum, prod and mean', () => {
  it('add and multiply booleans and small integers up to int64', () => {
    expect(sum(tensor([200, 100], { dtype: 'uint8' })).toString()).toBe('tensor(300)')
    expect(sum(tensor([true, true])).dtype).toBe('int64')
    expect(prod(tensor([true, false])).dtype).toBe('int64')
  })

  it('convert first where a dtype is given', () => {
    expect(sum(tensor([1.5, 1.6]), null, { dtype: 'int64' }).item()).toBe(2)
    expect(sum(tensor([200, 100]), null, { dtype: 'uint8' }).item()).toBe(44)
    expect(mean(tensor([1, 2]), null, { dtype: 'float32' }).item()).toBe(1.5)
  })

  it('read integers and booleans as they are, without a copy', () => {
    const samples = [
      tensor([3, 0, 250], { dtype: 'uint8' }),
      tensor([3, 0, 250], { dtype: 'int32' }),
      tensor([true, false]),
    ]
    const totals: Record<string, [(x: Tensor) => Tensor, number[]]> = {
      sum: [(x) => sum(x), [253, 253, 1]],
      'sum as float32': [(x) => sum(x, { dtype: 'float32' }), [253, 253, 1]],
      mean: [(x) => mean(x, { dtype: 'float64' }), [253 / 3, 253 / 3, 0.5]],
      prod: [(x) => prod(x), [0, 0, 0]],
      any: [(x) => any(x), [1, 1, 1]],
      'last of cumsum': [(x) => cumsum(x, 0), [253, 253, 1]],
    }
    const allocate = vi.spyOn(getBackend(), 'allocate')
    for (const [name, [total, expected]] of Object.entries(totals)) {
      for (const [i, x] of samples.entries()) {
        allocate.mockClear()
        const result = total(x)
        expect(allocate, name).toHaveBeenCalledTimes(1)
        expect(Array.from(result.toTypedArray()).at(-1)).toBe(expected[i])
      }
    }
    allocate.mockRestore()
    expect(sum(tensor([300, 1.5]), { dtype: 'uint8' }).item()).toBe(45)
    expect(cumsum(tensor([true, true]), 0, { dtype: 'int32' }).dtype).toBe('int32')
  })

  it('have 0, 1 and NaN for no elements', () => {
    expect([sum(zeros([0])).item(), prod(zeros([0])).item(), mean(zeros([0])).item()]).toEqual([0, 1, NaN])
  })

  it('refuse a mean of integers', () => {
    expect(() => mean(tensor([1, 2]))).toThrow(DTypeError)
    expect(() => mean(tensor([1.5]), null, { dtype: 'int64' })).toThrow(
      'mean: needs a floating-point tensor, got int64',
    )
  })

  it('multiply large integers to 0 where one of them is 0', () => {
    expect(prod(tensor([2 ** 40, 2 ** 40, 0])).item()).toBe(0)
    expect(() => prod(tensor([2 ** 40, 2 ** 40]))).toThrow(DTypeError)
  })
})
