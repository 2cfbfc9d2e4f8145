import { describe, expect, it } from 'vitest'
import { DTypeError, mean, prod, sum, tensor, zeros } from '../../src/index'

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
