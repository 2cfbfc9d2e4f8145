import { describe, expect, it } from 'vitest'
import { DTypeError, linear, matmul, type Shape, ShapeError, type Tensor, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { indicesOf, layouts, sample, valueAt } from '../support/samples'

/** Σₖ a[..., i, k] b[..., k, j], in double. */
function product(a: Tensor, b: Tensor, batch: Shape): number[] {
  const [m, k, n] = [a.shape.at(-2), a.shape.at(-1), b.shape.at(-1)] as [number, number, number]
  const x = { shape: a.shape, values: a.toTypedArray() }
  const y = { shape: b.shape, values: b.toTypedArray() }
  return indicesOf([...batch, m, n]).map((place) => {
    const [lead, i, j] = [place.slice(0, -2), place.at(-2) as number, place.at(-1) as number]
    let sum = 0
    for (let p = 0; p < k; p++) sum += valueAt(x, [...lead, i, p]) * valueAt(y, [...lead, p, j])
    return sum
  })
}

const SIZES: readonly (readonly [m: number, k: number, n: number])[] = [
  [1, 1, 1],
  [3, 7, 1],
  [1, 7, 3],
  [7, 1, 7],
  [17, 3, 63],
  [63, 17, 7],
  [65, 63, 65],
  [17, 127, 3],
  [127, 65, 17],
  [2, 1000, 3],
  [1000, 2, 1],
  [0, 3, 2],
  [3, 0, 2],
  [3, 2, 0],
]

describe('matmul', () => {
  it('multiplies matrices of any size, each transposed or not or with gaps in memory', () => {
    for (const [m, k, n] of SIZES) {
      for (const layoutOfA of Object.values(layouts)) {
        for (const layoutOfB of Object.values(layouts)) {
          const a = layoutOfA(sample([m, k]))
          const b = layoutOfB(sample([k, n], 'float32', 2))
          expectClose(matmul(a, b).div(10), {
            shape: [m, n],
            dtype: 'float32',
            values: product(a, b, []).map((v) => v / 10),
          })
        }
      }
    }
  })

  it('multiplies float64 and integers exactly', () => {
    const a = sample([17, 7], 'float64')
    const b = sample([7, 5], 'float64', 2)
    expectClose(a.matmul(b), { shape: [17, 5], dtype: 'float64', values: product(a, b, []) })
    for (const dtype of ['int64', 'int32'] as const) {
      const [x, y] = [sample([7, 3], dtype), sample([3, 5], dtype, 2)]
      expectClose(x.matmul(y), { shape: [7, 5], dtype, values: product(x, y, []).map((v) => v + 0) })
    }
  })

  it.each<[Shape, Shape, Shape]>([
    [[5, 2, 3], [5, 3, 4], [5]],
    [[1, 2, 3], [5, 3, 4], [5]],
    [[5, 2, 3], [1, 3, 4], [5]],
    [[2, 3], [5, 3, 4], [5]],
    [[5, 2, 3], [3, 4], [5]],
    [
      [2, 1, 7, 3],
      [3, 3, 5],
      [2, 3],
    ],
    [[0, 2, 3], [3, 4], [0]],
    [[0, 2, 3], [0, 3, 4], [0]],
  ])('multiplies stacks of matrices, %j by %j', (shapeOfA, shapeOfB, batch) => {
    for (const layout of Object.values(layouts)) {
      const a = layout(sample(shapeOfA))
      const b = layout(sample(shapeOfB, 'float32', 2))
      const shape = [...batch, shapeOfA.at(-2) as number, shapeOfB.at(-1) as number]
      expectClose(matmul(a, b), { shape, dtype: 'float32', values: product(a, b, batch) })
    }
  })

  it('takes a vector as a row on the left and as a column on the right, and drops that dimension again', () => {
    const v = sample([3])
    const m = sample([3, 4])
    const stack = sample([5, 3, 4])
    const row = v.view(1, 3)
    const column = v.view(3, 1)
    expectClose(v.matmul(v), { shape: [], dtype: 'float32', values: product(row, column, []) })
    expectClose(v.matmul(m), { shape: [4], dtype: 'float32', values: product(row, m, []) })
    expectClose(m.t().matmul(v), { shape: [4], dtype: 'float32', values: product(m.t(), column, []) })
    expectClose(v.matmul(stack), { shape: [5, 4], dtype: 'float32', values: product(row, stack, [5]) })
    expectClose(stack.mT.matmul(v), { shape: [5, 4], dtype: 'float32', values: product(stack.mT, column, [5]) })
    expectClose(zeros([0]).matmul(zeros([0])), { shape: [], dtype: 'float32', values: [0] })
  })

  it('reads expanded operands', () => {
    const a = sample([1, 7]).expand(17, 7)
    const b = sample([7, 1]).expand(7, 5)
    expectClose(a.matmul(b), { shape: [17, 5], dtype: 'float32', values: product(a, b, []) })
  })

  it('names both shapes where they do not fit', () => {
    expect(() => matmul(zeros([64, 784]), zeros([128, 10]))).toThrow(ShapeError)
    expect(() => matmul(zeros([64, 784]), zeros([128, 10]))).toThrow(
      'matmul: inner dimensions differ, [64, 784] @ [128, 10]',
    )
    expect(() => matmul(zeros([2, 3]), zeros([2]))).toThrow('matmul: inner dimensions differ, [2, 3] @ [2]')
    expect(() => matmul(zeros([2, 2, 3]), zeros([3, 3, 2]))).toThrow('matmul: shapes [2] and [3] do not broadcast')
    expect(() => matmul(tensor(1.5), zeros([2]))).toThrow(
      'matmul: both operands need at least 1 dimension, got [] @ [2]',
    )
  })

  it('refuses operands of different dtypes, and bool', () => {
    expect(() => zeros([2, 2]).matmul(zeros([2, 2]).double())).toThrow(DTypeError)
    expect(() => zeros([2, 2]).matmul(zeros([2, 2]).double())).toThrow(
      'matmul: operands have different dtypes, float32 and float64',
    )
    expect(() => tensor([[true]]).matmul(tensor([[true]]))).toThrow(DTypeError)
  })
})

describe('linear', () => {
  it('is x Wᵀ + b for any number of leading dimensions', () => {
    for (const leading of [[], [1], [7], [65], [2, 3], [0]]) {
      for (const layout of Object.values(layouts)) {
        const x = layout(sample([...leading, 17]))
        const weight = layout(sample([5, 17], 'float32', 2))
        const bias = layout(sample([5], 'float32', 3))
        const plain = x.matmul(weight.t())
        expectClose(linear(x, weight), { shape: [...leading, 5], dtype: 'float32', values: plain.toTypedArray() })
        expectClose(linear(x, weight, bias), {
          shape: [...leading, 5],
          dtype: 'float32',
          values: plain.add(bias).toTypedArray(),
        })
      }
    }
  })

  it('names the shapes that do not fit', () => {
    expect(() => linear(zeros([2, 3]), zeros([4, 2]))).toThrow(
      'linear: an input [2, 3] does not fit a weight [4, 2] ([out, in])',
    )
    expect(() => linear(zeros([2, 3]), zeros([4, 3]), zeros([3]))).toThrow(
      'linear: a bias [3] does not fit a weight [4, 3]',
    )
    expect(() => linear(zeros([2, 3]), zeros([4, 3]), zeros([4]).double())).toThrow(DTypeError)
  })
})
