import { describe, expect, it } from 'vitest'
import { cat, IndexError, type Shape, ShapeError, stack, type Tensor, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { indicesOf, LENGTHS, layouts, sample, valueAt } from '../support/samples'

/** The value at a place of the tensors one behind the other along a dimension. */
function joinedValue(tensors: readonly Tensor[], dim: number, place: readonly number[]): number {
  let at = place[dim] as number
  for (const x of tensors) {
    const size = x.shape[dim] as number
    if (at < size)
      return valueAt(
        { shape: x.shape, values: x.toTypedArray() },
        place.map((p, d) => (d === dim ? at : p)),
      )
    at -= size
  }
  throw new Error('outside of the tensors')
}

describe('cat', () => {
  it('puts tensors one behind the other along any dimension, whatever their memory orders', () => {
    const sizes: readonly (readonly [Shape[], number])[] = [
      ...LENGTHS.slice(1).map((n): readonly [Shape[], number] => [[[n], [3], [n]], 0]),
      [
        [
          [2, 3],
          [5, 3],
          [1, 3],
        ],
        0,
      ],
      [
        [
          [7, 2],
          [7, 0],
          [7, 65],
        ],
        1,
      ],
      [
        [
          [2, 1, 4],
          [2, 3, 4],
        ],
        1,
      ],
    ]
    for (const [shapes, dim] of sizes) {
      for (const layout of Object.values(layouts)) {
        const tensors = shapes.map((shape, i) => layout(sample(shape, 'float32', i)))
        const total = shapes.reduce((sum, shape) => sum + (shape[dim] as number), 0)
        const shape = (shapes[0] as Shape).map((size, d) => (d === dim ? total : size))
        const values = indicesOf(shape).map((place) => joinedValue(tensors, dim, place))
        expectClose(cat(tensors, dim), { shape, dtype: 'float32', values })
        expectClose(cat(tensors, dim - shape.length), { shape, dtype: 'float32', values })
      }
    }
  })

  it('promotes to a common dtype', () => {
    expect(cat([tensor([1]), tensor([1.5]), tensor([true])])).toMatchObject({ dtype: 'float32' })
    expect(cat([zeros([0]), tensor([1])])).toMatchObject({ dtype: 'float32' })
  })

  it('passes over empty 1-d tensors, whatever the others are', () => {
    expect(cat([zeros([0]), zeros([2, 3])], 1).shape).toEqual([2, 3])
    expect(cat([zeros([0]), zeros([0])]).shape).toEqual([0])
    expect(cat([zeros([0]), zeros([0])], 1).shape).toEqual([0])
  })

  it.each<[string, () => unknown, new (message: string) => Error]>([
    ['cat: expects at least one tensor, got none', () => cat([]), ShapeError],
    ['cat: 0-d tensors cannot be joined', () => cat([tensor(1), tensor(2)]), ShapeError],
    ['cat: [2, 3] and [2, 4] differ in more than dimension 0', () => cat([zeros([2, 3]), zeros([2, 4])]), ShapeError],
    ['cat: [2, 3] and [3] differ', () => cat([zeros([2, 3]), zeros([3])]), ShapeError],
    ['cat: dimension 2 is out of range', () => cat([zeros([2, 3])], 2), IndexError],
    ['stack: expects at least one tensor, got none', () => stack([]), ShapeError],
    [
      'stack: expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1',
      () => stack([zeros([2]), zeros([3])]),
      ShapeError,
    ],
    ['stack: dimension 2 is out of range, expected -2 to 1', () => stack([zeros([2])], 2), IndexError],
  ])('%s', (message, call, type) => {
    expect(call).toThrow(type)
    expect(call).toThrow(message)
  })
})

describe('stack', () => {
  it('makes a dimension for the tensors at any place', () => {
    const [a, b] = [sample([3, 5]), sample([3, 5], 'float32', 2).t().contiguous().t()]
    for (const dim of [0, 1, 2, -1]) {
      const values = cat([a.unsqueeze(dim), b.unsqueeze(dim)], dim)
      expectClose(stack([a, b], dim), { shape: values.shape, dtype: 'float32', values: values.toTypedArray() })
    }
    expect(stack([tensor(1), tensor(2)]).toArray()).toEqual([1, 2])
  })
})
