import { describe, expect, it } from 'vitest'
import { DTypeError, IndexError, type Tensor, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { indicesOf, LENGTHS, layouts, sample, valueAt } from '../support/samples'

/** exp(xᵢ) / Σ exp(xⱼ) along a dimension, in double. */
function softmaxOf(x: Tensor, dim: number): number[] {
  const source = { shape: x.shape, values: x.toTypedArray() }
  return indicesOf(x.shape).map((place) => {
    let sum = 0
    for (let i = 0; i < (x.shape[dim] as number); i++) {
      sum += Math.exp(
        valueAt(
          source,
          place.map((p, d) => (d === dim ? i : p)),
        ),
      )
    }
    return Math.exp(valueAt(source, place)) / sum
  })
}

const shapes = [...LENGTHS.map((n) => [n]), [7, 65], [65, 7], [3, 17, 5], [3, 0], [0, 3]]

describe('softmax and logSoftmax', () => {
  it.each(Object.entries(layouts))('are computed along any dimension of any size, %s', (_, layout) => {
    for (const dtype of ['float32', 'float64'] as const) {
      for (const shape of shapes) {
        for (let dim = 0; dim < shape.length; dim++) {
          const x = layout(sample(shape, dtype))
          const values = softmaxOf(x, dim)
          expectClose(x.softmax(dim), { shape, dtype, values })
          expectClose(x.logSoftmax(dim - shape.length), { shape, dtype, values: values.map(Math.log) })
        }
      }
    }
  })

  it('do not overflow', () => {
    const x = tensor([1000.5, 1000.5, -1000.5])
    expect(x.softmax(0).toArray()).toEqual([0.5, 0.5, 0])
    expectClose(x.logSoftmax(0), { shape: [3], dtype: 'float32', values: [-Math.LN2, -Math.LN2, -2001 - Math.LN2] })
  })

  it('of minus infinity is 0 beside others, and NaN alone', () => {
    expect(tensor([-Infinity, 0.5]).softmax(0).toArray()).toEqual([0, 1])
    expect(tensor([-Infinity, -Infinity]).softmax(0).toArray()).toEqual([Number.NaN, Number.NaN])
  })

  it('of a 0-d tensor are 1 and 0', () => {
    expect([tensor(2.5).softmax(0).item(), tensor(2.5).logSoftmax(-1).item()]).toEqual([1, 0])
  })

  it('convert to the dtype that is asked for', () => {
    expectClose(tensor([1, 1]).softmax(0, { dtype: 'float64' }), { shape: [2], dtype: 'float64', values: [0.5, 0.5] })
  })

  it('refuse integers and dimensions that are not there', () => {
    expect(() => tensor([1, 2]).softmax(0)).toThrow(DTypeError)
    expect(() => tensor([1, 2]).logSoftmax(0)).toThrow('logSoftmax: needs a floating-point tensor, got int64')
    expect(() => zeros([2, 3]).softmax(2)).toThrow(IndexError)
  })
})
