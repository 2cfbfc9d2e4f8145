import { describe, expect, it } from 'vitest'
import { DTypeError, IndexError, ShapeError, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { alongDims, places } from '../support/places'
import { indicesOf, layouts, sample, valueAt } from '../support/samples'

describe('gather', () => {
  it('takes by index along any dimension, whatever the memory orders', () => {
    for (const [shape, dim, indexShape] of alongDims) {
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
