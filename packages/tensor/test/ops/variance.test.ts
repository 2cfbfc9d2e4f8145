import { describe, expect, it } from 'vitest'
import { DTypeError, std, stdMean, tensor, var as variance, varMean, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'

// PyTorch's answers.
const x = tensor([
  [1, 2, 4],
  [8, 16, 32],
]).float()
const float32 = (
  values: readonly number[],
): { shape: readonly number[]; dtype: 'float32'; values: readonly number[] } => ({
  shape: values.length === 1 ? [] : [values.length],
  dtype: 'float32',
  values,
})

describe('var and std', () => {
  it('divide by one less than the count, or by what the correction says', () => {
    expectClose(variance(x), float32([140.6999969482422]))
    expectClose(variance(x, 1), float32([2.3333332538604736, 149.3333282470703]))
    expectClose(variance(x, 1, { correction: 0 }), float32([1.5555555820465088, 99.55555725097656]))
    expectClose(variance(x, 1, { unbiased: false }), float32([1.5555555820465088, 99.55555725097656]))
    expectClose(std(x, 0), float32([4.949747562408447, 9.899495124816895, 19.79899024963379]))
    expectClose(std(x, 1, { correction: 2 }), float32([2.1602468490600586, 17.28197479248047]))
  })

  it('of one element are NaN', () => {
    expect(std(tensor([1.5])).item()).toBeNaN()
  })

  it('of no element are NaN, whatever the correction', () => {
    expect(variance(zeros([0]), null, { correction: -1 }).item()).toBeNaN()
    expect(std(zeros([2, 0]), 1, { correction: 0 }).toArray()).toEqual([Number.NaN, Number.NaN])
  })

  it('refuse integers, each by its name', () => {
    expect(() => variance(tensor([1, 2]))).toThrow(DTypeError)
    expect(() => std(tensor([1, 2]))).toThrow('std: needs a floating-point tensor, got int64')
  })
})

describe('varMean and stdMean', () => {
  it('give both', () => {
    const rows = varMean(x, 1)
    expectClose(rows.var, float32([2.3333332538604736, 149.3333282470703]))
    expectClose(rows.mean, float32([2.3333332538604736, 18.66666603088379]))
    const columns = stdMean(x, 0, { correction: 0 })
    expectClose(columns.std, float32([3.5, 7, 14]))
    expectClose(columns.mean, float32([4.5, 9, 18]))
  })
})
