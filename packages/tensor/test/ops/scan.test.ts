import { describe, expect, it } from 'vitest'
import {
  cummax,
  cummin,
  cumprod,
  cumsum,
  DTypeError,
  IndexError,
  logcumsumexp,
  type Tensor,
  tensor,
  zeros,
} from '../../src/index'
import { expectClose } from '../support/expect-close'
import { layouts, SHAPES, sample } from '../support/samples'

const scans: Readonly<Record<string, (x: Tensor, dim: number) => Tensor>> = {
  cumsum,
  cumprod,
  logcumsumexp,
  cummax: (x, dim) => cummax(x, dim).values,
  cummin: (x, dim) => cummin(x, dim).indices,
}

describe.each(Object.entries(scans))('%s', (name, scan) => {
  it('gives the same whatever the memory order', () => {
    for (const shape of SHAPES.filter((sizes) => sizes.length > 0)) {
      const x = sample(shape, 'float64')
      for (let dim = 0; dim < shape.length; dim++) {
        const { shape: expectedShape, dtype } = scan(x, dim)
        const expected = { shape: expectedShape, dtype, values: scan(x, dim).toTypedArray() }
        for (const layout of Object.values(layouts)) expectClose(scan(layout(x), dim), expected)
      }
    }
  })

  it('takes a 0-d tensor as a row of one', () => {
    const x = tensor(2.5)
    expect(scan(x, 0).toArray()).toBe(name === 'cummin' ? 0 : 2.5)
    expect(scan(x, -1).shape).toEqual([])
  })

  it('refuses a dimension that is not there, by its name', () => {
    expect(() => scan(zeros([2, 3]), 2)).toThrow(IndexError)
    expect(() => scan(zeros([2, 3]), 2)).toThrow(`${name}: dimension 2`)
  })
})

describe('cumsum', () => {
  it('adds along the dimension that it is given', () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ])
    expect(cumsum(x, 0).toArray()).toEqual([
      [1, 2],
      [4, 6],
    ])
    expect(cumsum(x, -1).toArray()).toEqual([
      [1, 3],
      [3, 7],
    ])
  })

  it('adds booleans and small integers up to int64', () => {
    expect(cumsum(tensor([true, true]), 0).toString()).toBe('tensor([1, 2])')
    expect(cumsum(tensor([200, 100], { dtype: 'uint8' }), 0).toArray()).toEqual([200, 300])
  })

  it('converts first where a dtype is given', () => {
    expect(cumsum(tensor([1.5, 1.6]), 0, { dtype: 'int64' }).toArray()).toEqual([1, 2])
    expect(cumsum(tensor([200, 100]), 0, { dtype: 'uint8' }).toArray()).toEqual([200, 44])
  })
})

describe('cumprod', () => {
  it('stays at 0 from the first zero on', () => {
    expect(cumprod(tensor([2, 3, 0, 5]), 0).toArray()).toEqual([2, 6, 0, 0])
  })

  it('wraps int32 around', () => {
    const x = tensor([100000, 100000], { dtype: 'int32' })
    expect(cumprod(x, 0, { dtype: 'int32' }).toArray()).toEqual([100000, 1410065408])
  })

  it('refuses an int64 product that is not exact', () => {
    expect(() => cumprod(tensor([2 ** 40, 2 ** 40]), 0)).toThrow(DTypeError)
  })
})

describe('logcumsumexp', () => {
  it('does not overflow, and starts from nothing', () => {
    expectClose(logcumsumexp(tensor([1000, 1000, -Infinity, 1001], { dtype: 'float32' }), 0), {
      shape: [4],
      dtype: 'float32',
      values: [1000, 1000.6931762695312, 1000.6931762695312, 1001.5514526367188],
    })
    expect(logcumsumexp(tensor([-Infinity, -Infinity, 0]), 0).toArray()).toEqual([-Infinity, -Infinity, 0])
  })

  it('refuses integers', () => {
    expect(() => logcumsumexp(tensor([1, 2]), 0)).toThrow(DTypeError)
  })
})

describe('cummax and cummin', () => {
  it('name the last of equal elements', () => {
    expect(cummax(tensor([1, 3, 3, 2]), 0).indices.toArray()).toEqual([0, 1, 2, 2])
    expect(cummin(tensor([2, 1, 1, 3]), 0).indices.toArray()).toEqual([0, 1, 2, 2])
  })

  it('stay NaN from the first NaN on', () => {
    const { values, indices } = cummax(tensor([1, 1, NaN, 2, NaN]), 0)
    expect(values.toArray()).toEqual([1, 1, NaN, NaN, NaN])
    expect(indices.toArray()).toEqual([0, 1, 2, 2, 4])
  })
})
