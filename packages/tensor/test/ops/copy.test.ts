import { describe, expect, it } from 'vitest'
import { type DType, ShapeError, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { layouts, SHAPES, sample } from '../support/samples'

const dtypes: readonly DType[] = ['float32', 'float64', 'int64', 'int32', 'uint8', 'bool']

describe('to', () => {
  it.each(dtypes)('converts %s to every dtype, whatever the memory order', (from) => {
    for (const shape of SHAPES) {
      for (const layout of Object.values(layouts)) {
        const x = layout(sample(shape, from))
        const values = Array.from(x.toTypedArray())
        for (const dtype of dtypes) {
          if (dtype === 'uint8' && from.startsWith('float') && values.some((v) => v < 0)) continue
          const convert = dtype === 'bool' ? (v: number) => Number(v !== 0) : Math.trunc
          const expected = dtype.startsWith('float')
            ? values
            : values.map((v) => (dtype === 'uint8' ? convert(v) & 255 : convert(v) + 0))
          expectClose(x.to(dtype), { shape, dtype, values: expected })
        }
      }
    }
  })

  it('gives the tensor itself where it has the dtype', () => {
    const x = sample([3])
    expect(x.to('float32') === x).toBe(true)
    expect(x.float() === x).toBe(true)
    expect(x.double() === x).toBe(false)
  })

  it('takes NaN for true', () => {
    expect(tensor([Number.NaN, 0, 0.5]).bool().toArray()).toEqual([true, false, true])
  })

  it('names the dtypes that there are', () => {
    expect(() => zeros([1]).to('float16' as DType)).toThrow(TypeError)
    expect(() => zeros([1]).to('float16' as DType)).toThrow(
      "to: dtype must be one of bool, uint8, int32, int64, float32, float64, got 'float16'",
    )
  })
})

describe('clone and contiguous', () => {
  it('copy any memory order into one without gaps', () => {
    for (const dtype of dtypes) {
      for (const shape of SHAPES) {
        for (const layout of Object.values(layouts)) {
          const x = layout(sample(shape, dtype))
          const values = x.toTypedArray()
          expectClose(x.clone(), { shape, dtype, values })
          expectClose(x.contiguous(), { shape, dtype, values })
          expect(x.contiguous().isContiguous()).toBe(true)
        }
      }
    }
  })

  it('clone has a storage of its own, contiguous copies only where it must', () => {
    const x = tensor([[1, 2, 3]])
    x.clone().zero_()
    expect(x.toArray()).toEqual([[1, 2, 3]])
    expect(x.contiguous()).toBe(x)
    expect(sample([3, 2]).t().contiguous().strides).toEqual([3, 1])
  })
})

describe('copy_', () => {
  it('copies any memory order into any other, converts and broadcasts', () => {
    for (const shape of SHAPES) {
      for (const from of Object.values(layouts)) {
        for (const to of Object.values(layouts)) {
          const source = from(sample(shape, 'int32'))
          const target = to(zeros(shape))
          expect(target.copy_(source)).toBe(target)
          expectClose(target, { shape, dtype: 'float32', values: source.toTypedArray() })
        }
      }
    }
    expect(
      zeros([2, 3])
        .copy_(tensor([1, 2, 3]))
        .toArray(),
    ).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ])
  })

  it('reads a source that overlaps the target before it writes', () => {
    const x = tensor([1, 2, 3, 4])
    x.at('1:').copy_(x.at(':-1'))
    expect(x.toArray()).toEqual([1, 1, 2, 3])
  })

  it('names both shapes where the source does not broadcast to the target', () => {
    expect(() => zeros([2, 3]).copy_(zeros([3, 2]))).toThrow(ShapeError)
    expect(() => zeros([3]).copy_(zeros([2, 3]))).toThrow('copy_: [2, 3] does not broadcast to [3]')
    expect(() =>
      zeros([1])
        .expand(3)
        .copy_(zeros([3])),
    ).toThrow(ShapeError)
  })
})

describe('fill_ and zero_', () => {
  it('write into any memory order, and nowhere else', () => {
    for (const dtype of dtypes) {
      const around = sample([7, 9], dtype)
      const before = around.clone()
      const inside = around.at('1:6:2', '2:')
      inside.fill_(1)
      expect(inside.ne(1).any().item()).toBe(0)
      inside.zero_()
      expect(inside.ne(0).any().item()).toBe(0)
      inside.copy_(before.at('1:6:2', '2:'))
      expect(around.toArray()).toEqual(before.toArray())
    }
  })

  it('write through an expanded tensor', () => {
    const x = zeros([2, 1])
    x.expand(2, 3).fill_(5)
    expect(x.toArray()).toEqual([[5], [5]])
  })
})
