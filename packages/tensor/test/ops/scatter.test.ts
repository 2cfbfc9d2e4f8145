import { describe, expect, it } from 'vitest'
import { DTypeError, IndexError, ShapeError, scatter, scatterAdd, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { alongDims, places } from '../support/places'
import { indicesOf, layouts, sample, valueAt } from '../support/samples'

const floats = (data: readonly number[]): ReturnType<typeof tensor> => tensor(data, { dtype: 'float32' })

describe('scatter', () => {
  it('puts elements where the index says', () => {
    expect(scatter(zeros([3]), 0, tensor([2, 0]), floats([1, 5])).toArray()).toEqual([5, 0, 1])
    expect(scatter(zeros([2, 2]), 1, tensor([[1], [0]]), 7).toArray()).toEqual([
      [0, 7],
      [7, 0],
    ])
  })

  it('takes int32 indices, and a number as the dtype holds it', () => {
    expect(scatter(zeros([3]), 0, tensor([0, 1], { dtype: 'int32' }), floats([1, 2])).toArray()).toEqual([1, 2, 0])
    expect(scatter(tensor([0, 0, 0]), 0, tensor([1]), 2.5).toArray()).toEqual([0, 2, 0])
  })

  it('adds or multiplies with reduce', () => {
    expect(scatter(floats([1, 2]), 0, tensor([1, 1]), floats([3, 4]), { reduce: 'add' }).toArray()).toEqual([1, 9])
    expect(scatter(floats([1, 2]), 0, tensor([1, 1]), 3, { reduce: 'multiply' }).toArray()).toEqual([1, 18])
  })

  it('refuses indices out of range, other dtypes and shapes that do not fit', () => {
    expect(() => scatter(zeros([3]), 0, tensor([3]), 1)).toThrow(
      'scatter: index 3 is out of range for dimension 0 of size 3',
    )
    expect(() => scatter(zeros([3]), 0, tensor([-1]), 1)).toThrow(IndexError)
    expect(() => scatter(zeros([3]), 0, tensor([0]), tensor([1]))).toThrow(DTypeError)
    expect(() =>
      scatter(
        zeros([3, 5, 3]),
        0,
        tensor([
          [0, 1],
          [1, 2],
        ]),
        zeros([2, 5]),
      ),
    ).toThrow(ShapeError)
    expect(() => scatter(zeros([3]), 0, tensor([0]), 1, { reduce: 'mean' as 'add' })).toThrow(TypeError)
  })
})

describe('scatterAdd', () => {
  it('adds by index along any dimension, as often as a place is named', () => {
    for (const [shape, dim, indexShape] of alongDims) {
      for (const layout of Object.values(layouts)) {
        const x = layout(sample(shape, 'float64').clone())
        const index = layout(places(indexShape, shape[dim] as number))
        const src = layout(sample(indexShape, 'float64', 2))
        const at = { shape: indexShape, values: index.toTypedArray() }
        const added = { shape: indexShape, values: src.toTypedArray() }
        const values = Array.from(x.toTypedArray())
        const strides = x.contiguous().strides
        for (const place of indicesOf(indexShape)) {
          const to = place.reduce((sum, p, d) => sum + (d === dim ? valueAt(at, place) : p) * (strides[d] as number), 0)
          values[to] = (values[to] as number) + valueAt(added, place)
        }
        expectClose(scatterAdd(x, dim, index, src), { shape, dtype: 'float64', values })
      }
    }
  })

  it('takes the part of a larger source that the index has places for', () => {
    const index = tensor([[0, 1]])
    expect(
      scatterAdd(zeros([2, 2]), 0, index, sample([3, 4]))
        .at(0, 0)
        .item(),
    ).toBe(sample([3, 4]).at(0, 0).item())
    expect(scatterAdd(zeros([2]), 0, tensor([], { dtype: 'int64' }), zeros([2])).toArray()).toEqual([0, 0])
  })

  it('refuses indices, dtypes and shapes that do not fit', () => {
    const x = zeros([2, 3])
    expect(() => scatterAdd(x, 0, tensor([[2]]), zeros([1, 1]))).toThrow(IndexError)
    expect(() => scatterAdd(x, 0, tensor([[0]]), tensor([[1]]))).toThrow(DTypeError)
    expect(() => scatterAdd(x, 0, places([2, 3], 2), zeros([1, 3]))).toThrow(ShapeError)
    expect(() => scatterAdd(x, 0, places([2, 4], 2), zeros([2, 4]))).toThrow(ShapeError)
    expect(() => scatterAdd(x, 0, places([2, 2], 2), zeros([2]))).toThrow(ShapeError)
  })
})
