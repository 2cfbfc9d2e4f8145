import { describe, expect, it, vi } from 'vitest'
import { DTypeError, ShapeError, tensor, where, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { indicesOf, layouts, SHAPES, sample, valueAt } from '../support/samples'

describe('where', () => {
  it('takes a condition of bytes, as older programs have it', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    expect(where(tensor([2, 0], { dtype: 'uint8' }), 1, 2).toArray()).toEqual([1, 2])
    warn.mockRestore()
  })

  it('takes from one tensor or the other, whatever their memory orders', () => {
    for (const shape of SHAPES) {
      for (const layout of Object.values(layouts)) {
        const condition = layout(sample(shape, 'bool', 3))
        const a = layout(sample(shape))
        const b = layout(sample(shape, 'float32', 2))
        const [c, x, y] = [condition.toTypedArray(), a.toTypedArray(), b.toTypedArray()]
        const values = Array.from(c, (isTrue, i) => (isTrue !== 0 ? x[i] : y[i]) as number)
        expectClose(where(condition, a, b), { shape, dtype: 'float32', values })
      }
    }
  })

  it('broadcasts all three', () => {
    const condition = sample([7, 1, 1], 'bool')
    const a = sample([3, 1])
    const b = sample([5], 'float32', 2)
    const [c, x, y] = [condition, a, b].map((t) => ({ shape: t.shape, values: t.toTypedArray() }))
    const values = indicesOf([7, 3, 5]).map((place) => valueAt(valueAt(c!, place) !== 0 ? x! : y!, place))
    expectClose(where(condition, a, b), { shape: [7, 3, 5], dtype: 'float32', values })
  })

  it('takes numbers, and promotes', () => {
    const condition = tensor([true, false])
    expect(where(condition, 1, 0)).toMatchObject({ dtype: 'int64' })
    expect(where(condition, 1.5, 0)).toMatchObject({ dtype: 'float32' })
    expect(where(condition, 1.5, tensor([1, 2])).toArray()).toEqual([1.5, 2])
    expect(where(condition, tensor([1, 2]), tensor([0.5, 0.25])).toArray()).toEqual([1, 0.25])
  })

  it('wants a bool condition and shapes that broadcast', () => {
    expect(() => where(tensor([1, 0]), 1, 0)).toThrow(DTypeError)
    expect(() => where(tensor([1, 0]), 1, 0)).toThrow('where: the condition must be a bool tensor, got int64')
    expect(() => where(tensor([true, false]), zeros([2, 3]), 0)).toThrow(ShapeError)
  })
})

describe('maskedFill', () => {
  it('sets what the mask names, whatever the memory orders', () => {
    for (const shape of SHAPES) {
      for (const layout of Object.values(layouts)) {
        const x = layout(sample(shape).clone())
        const mask = layout(sample(shape, 'bool', 3))
        const isSet = mask.toTypedArray()
        const values = Array.from(x.toTypedArray(), (value, i) => (isSet[i] !== 0 ? 9.5 : value))
        expectClose(x.maskedFill(mask, 9.5), { shape, dtype: 'float32', values })
        expect(x.maskedFill_(mask, 9.5)).toBe(x)
        expectClose(x, { shape, dtype: 'float32', values })
      }
    }
  })

  it('broadcasts the mask, and the tensor where it is not in place', () => {
    const mask = tensor([[true], [false]])
    expect(zeros([2, 2]).maskedFill(mask, 1).toArray()).toEqual([
      [1, 1],
      [0, 0],
    ])
    expect(zeros([2]).maskedFill(mask, 1).shape).toEqual([2, 2])
    expect(() => zeros([2]).maskedFill_(mask, 1)).toThrow(ShapeError)
  })

  it('takes a 0-d tensor for the value and keeps the dtype', () => {
    const mask = tensor([true, false])
    expect(tensor([1, 2]).maskedFill(mask, tensor(7.5))).toMatchObject({ dtype: 'int64' })
    expect(tensor([1, 2]).maskedFill(mask, tensor(7.5)).toArray()).toEqual([7, 2])
    expect(() => tensor([1, 2]).maskedFill(mask, tensor([7]))).toThrow(
      'maskedFill: the value must be a number or a 0-d tensor',
    )
  })

  it('wants a bool mask', () => {
    expect(() => zeros([2]).maskedFill(tensor([1, 0], { dtype: 'uint8' }), 1)).toThrow(DTypeError)
  })
})
