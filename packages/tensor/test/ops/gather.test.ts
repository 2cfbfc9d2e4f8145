import { describe, expect, it } from 'vitest'
import { DTypeError, IndexError, ShapeError, type Tensor, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { indicesOf, layouts, sample, valueAt } from '../support/samples'

/** Indices below `size` that look random. */
function places(shape: readonly number[], size: number): Tensor {
  const count = shape.reduce((n, s) => n * s, 1)
  return tensor(
    Array.from({ length: count }, (_, i) => (i * 7919) % size),
    { dtype: 'int64' },
  ).view(shape)
}

const cases: readonly (readonly [shape: number[], dim: number, index: number[]])[] = [
  [[7], 0, [17]],
  [[17, 3], 0, [5, 3]],
  [[17, 3], 1, [17, 65]],
  [[63, 2], 0, [7, 1]],
  [[3, 5, 7], 1, [2, 9, 7]],
  [[3, 5], 1, [3, 0]],
]

describe('gather', () => {
  it('takes by index along any dimension, whatever the memory orders', () => {
    for (const [shape, dim, indexShape] of cases) {
      for (const layout of Object.values(layouts)) {
        const x = layout(sample(shape))
        const index = layout(places(indexShape, shape[dim] as number))
        const source = { shape, values: x.toTypedArray() }
        const at = { shape: indexShape, values: index.toTypedArray() }
        const values = indicesOf(indexShape).map((place) =>
          valueAt(
            source,
            place.map((p, d) => (d === dim ? valueAt(at, place) : p)),
          ),
        )
        expectClose(x.gather(dim, index), { shape: indexShape, dtype: 'float32', values })
        expectClose(x.gather(dim - shape.length, index.int()), { shape: indexShape, dtype: 'float32', values })
      }
    }
  })

  it('takes a 0-d tensor as one of a single element', () => {
    expect(
      tensor(5)
        .gather(0, tensor([0, 0]))
        .toArray(),
    ).toEqual([5, 5])
    expect(tensor([5]).gather(0, tensor(0)).toArray()).toBe(5)
  })

  it('refuses indices outside of the dimension, of another dtype or a shape that does not fit', () => {
    const x = zeros([2, 3])
    expect(() => x.gather(0, tensor([[2]]))).toThrow(IndexError)
    expect(() => x.gather(0, tensor([[2]]))).toThrow('gather: index 2 is out of range for dimension 0 of size 2')
    expect(() => x.gather(0, tensor([[-1]]))).toThrow(IndexError)
    expect(() => x.gather(0, tensor([[0.5]]))).toThrow(DTypeError)
    expect(() => x.gather(0, tensor([0]))).toThrow(ShapeError)
    expect(() => x.gather(0, places([1, 4], 2))).toThrow('gather: an index [1, 4] does not fit a tensor [2, 3]')
    expect(() => x.gather(2, tensor([[0]]))).toThrow(IndexError)
  })
})

describe('scatterAdd', () => {
  it('adds by index along any dimension, as often as a place is named', () => {
    for (const [shape, dim, indexShape] of cases) {
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
        expectClose(x.scatterAdd(dim, index, src), { shape, dtype: 'float64', values })
        expect(x.scatterAdd_(dim, index, src)).toBe(x)
        expectClose(x, { shape, dtype: 'float64', values })
      }
    }
  })

  it('takes the part of a larger source that the index has places for', () => {
    const index = tensor([[0, 1]])
    expect(
      zeros([2, 2])
        .scatterAdd(0, index, sample([3, 4]))
        .at(0, 0)
        .item(),
    ).toBe(sample([3, 4]).at(0, 0).item())
    expect(
      zeros([2])
        .scatterAdd(0, tensor([], { dtype: 'int64' }), zeros([2]))
        .toArray(),
    ).toEqual([0, 0])
  })

  it('refuses indices, dtypes and shapes that do not fit', () => {
    const x = zeros([2, 3])
    expect(() => x.scatterAdd(0, tensor([[2]]), zeros([1, 1]))).toThrow(IndexError)
    expect(() => x.scatterAdd(0, tensor([[0]]), tensor([[1]]))).toThrow(DTypeError)
    expect(() => x.scatterAdd(0, places([2, 3], 2), zeros([1, 3]))).toThrow(ShapeError)
    expect(() => x.scatterAdd(0, places([2, 4], 2), zeros([2, 4]))).toThrow(ShapeError)
    expect(() => x.scatterAdd(0, places([2, 2], 2), zeros([2]))).toThrow(ShapeError)
  })
})
