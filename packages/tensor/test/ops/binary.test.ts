import { describe, expect, it } from 'vitest'
import { type DType, DTypeError, type Shape, ShapeError, type Tensor, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { indicesOf, layouts, SHAPES, sample, valueAt } from '../support/samples'

type Binary = { [Name in keyof Tensor]: Tensor[Name] extends (other: Tensor) => Tensor ? Name : never }[keyof Tensor]
type Formula = (a: number, b: number) => number

const truth = (condition: boolean): number => (condition ? 1 : 0)

/** Each function as a formula, and the dtype that it gives for floating point where it is not that. */
const functions: readonly (readonly [name: Binary, formula: Formula, result?: DType])[] = [
  ['add', (a, b) => a + b],
  ['sub', (a, b) => a - b],
  ['mul', (a, b) => a * b],
  ['div', (a, b) => a / b],
  ['floorDivide', (a, b) => Math.floor(a / b)],
  ['remainder', (a, b) => a - b * Math.floor(a / b)],
  ['fmod', (a, b) => a - b * Math.trunc(a / b)],
  ['pow', (a, b) => a ** b],
  ['maximum', (a, b) => Math.max(a, b)],
  ['minimum', (a, b) => Math.min(a, b)],
  ['eq', (a, b) => truth(a === b), 'bool'],
  ['ne', (a, b) => truth(a !== b), 'bool'],
  ['lt', (a, b) => truth(a < b), 'bool'],
  ['le', (a, b) => truth(a <= b), 'bool'],
  ['gt', (a, b) => truth(a > b), 'bool'],
  ['ge', (a, b) => truth(a >= b), 'bool'],
  ['logicalAnd', (a, b) => truth(a !== 0 && b !== 0), 'bool'],
  ['logicalOr', (a, b) => truth(a !== 0 || b !== 0), 'bool'],
  ['logicalXor', (a, b) => truth((a !== 0) !== (b !== 0)), 'bool'],
]

/** Shapes that broadcast, with what they broadcast to. */
const broadcasting: readonly (readonly [Shape, Shape, Shape])[] = [
  [[17], [], [17]],
  [[], [3, 7], [3, 7]],
  [[1], [65], [65]],
  [[7, 65], [65], [7, 65]],
  [
    [7, 65],
    [7, 1],
    [7, 65],
  ],
  [
    [17, 1],
    [1, 63],
    [17, 63],
  ],
  [[3], [127, 3], [127, 3]],
  [
    [2, 3, 5],
    [3, 1],
    [2, 3, 5],
  ],
  [
    [2, 1, 5],
    [3, 1],
    [2, 3, 5],
  ],
  [[0], [1], [0]],
  [
    [3, 0],
    [1, 1],
    [3, 0],
  ],
]

function expected(a: Tensor, b: Tensor, shape: Shape, formula: Formula): number[] {
  const x = { shape: a.shape, values: a.toTypedArray() }
  const y = { shape: b.shape, values: b.toTypedArray() }
  return indicesOf(shape).map((place) => formula(valueAt(x, place), valueAt(y, place)))
}

describe.each(functions.map(([name, formula, result = null]) => [name, formula, result] as const))(
  '%s',
  (name, formula, result) => {
    it('computes every pair of elements, whatever the memory orders', () => {
      for (const shape of SHAPES) {
        for (const layoutOfA of Object.values(layouts)) {
          for (const layoutOfB of Object.values(layouts)) {
            const a = layoutOfA(sample(shape))
            const b = layoutOfB(sample(shape, 'float32', 2))
            expectClose(a[name](b), { shape, dtype: result ?? 'float32', values: expected(a, b, shape, formula) })
          }
        }
      }
    })

    it('broadcasts', () => {
      for (const [shapeOfA, shapeOfB, shape] of broadcasting) {
        for (const layout of Object.values(layouts)) {
          const a = layout(sample(shapeOfA))
          const b = layout(sample(shapeOfB, 'float32', 2))
          expectClose(a[name](b), { shape, dtype: result ?? 'float32', values: expected(a, b, shape, formula) })
          const [x, y] = [a.double(), b.double()]
          expectClose(x[name](y), { shape, dtype: result ?? 'float64', values: expected(x, y, shape, formula) })
        }
      }
    })

    it('reads an expanded operand', () => {
      const a = sample([17, 1]).expand(17, 65)
      const b = sample([65], 'float32', 2).expand(17, 65)
      expectClose(a[name](b), {
        shape: [17, 65],
        dtype: result ?? 'float32',
        values: expected(a, b, [17, 65], formula),
      })
    })

    it('names itself and both shapes where they do not broadcast', () => {
      const call = (): Tensor => zeros([2, 3])[name](zeros([4]))
      expect(call).toThrow(ShapeError)
      expect(call).toThrow(`${name}: shapes [2, 3] and [4] do not broadcast`)
    })
  },
)

describe('in place', () => {
  it.each(['add', 'sub', 'mul', 'div', 'pow'] as const)('%s_ writes the result into its first operand', (name) => {
    for (const [shapeOfA, shapeOfB, shape] of broadcasting) {
      if (shapeOfA.join() !== shape.join()) continue
      for (const layout of Object.values(layouts)) {
        const a = layout(sample(shapeOfA).clone())
        const b = layout(sample(shapeOfB, 'float32', 2))
        const values = a[name](b).toTypedArray()
        expect(a[`${name}_`](b)).toBe(a)
        expect(a.toTypedArray()).toEqual(values)
      }
    }
  })

  it('reads all of an operand that shares its memory before it writes', () => {
    const x = tensor([1, 2, 3, 4])
    x.at('1:').add_(x.at(':-1'))
    expect(x.toArray()).toEqual([1, 3, 5, 7])
    const square = tensor([
      [1, 2],
      [3, 4],
    ])
    square.mul_(square.t())
    expect(square.toArray()).toEqual([
      [1, 6],
      [6, 16],
    ])
  })

  it('takes an integer operand into a float tensor, not a float into an integer one', () => {
    expect(
      tensor([1.5])
        .add_(tensor([1]))
        .toArray(),
    ).toEqual([2.5])
    expect(() => tensor([1]).add_(tensor([1.5]))).toThrow('add_: a float32 result cannot be stored in a int64 tensor')
    expect(() => tensor([1]).div_(2)).toThrow(DTypeError)
  })

  it('does not grow a tensor', () => {
    expect(() => zeros([2]).add_(zeros([3, 2]))).toThrow(ShapeError)
    expect(() => zeros([2]).add_(zeros([3, 2]))).toThrow('add_: the result has shape [3, 2], the tensor to hold it [2]')
  })

  it('does not write where several elements are one in memory', () => {
    expect(() => zeros([1]).expand(3).add_(1)).toThrow(/add_: several elements .* share one place in memory/)
  })
})

describe('plain numbers', () => {
  it('take part as 0-d tensors do, and leave the dtype to the tensor', () => {
    for (const dtype of ['float32', 'float64'] as const) {
      const x = sample([65], dtype)
      expectClose(x.mul(2.5).add(1).sub(0.5), {
        shape: [65],
        dtype,
        values: Array.from(x.toTypedArray(), (v) => v * 2.5 + 0.5),
      })
    }
    expect(tensor([1, 2]).mul(3)).toMatchObject({ dtype: 'int64' })
    expect(tensor([1, 2]).mul(1.5)).toMatchObject({ dtype: 'float32' })
    expect(tensor([true, false]).add(1)).toMatchObject({ dtype: 'int64' })
    expect(tensor([true]).logicalAnd(tensor([false]))).toMatchObject({ dtype: 'bool' })
  })

  it.each(['maximum', 'minimum', 'logicalAnd', 'logicalOr', 'logicalXor'] as const)('are no operand of %s', (name) => {
    expect(() => tensor([1])[name](2 as unknown as Tensor)).toThrow(TypeError)
    expect(() => tensor([1])[name](2 as unknown as Tensor)).toThrow(`${name}: other must be a tensor, got 2`)
  })
})

describe('add and sub with alpha', () => {
  it('scale the second operand', () => {
    for (const layout of Object.values(layouts)) {
      for (const shape of SHAPES) {
        const a = layout(sample(shape))
        const b = layout(sample(shape, 'float32', 2))
        const values = (sign: number): number[] => expected(a, b, shape, (x, y) => x + sign * 0.25 * y)
        expectClose(a.add(b, { alpha: 0.25 }), { shape, dtype: 'float32', values: values(1) })
        expectClose(a.sub(b, { alpha: 0.25 }), { shape, dtype: 'float32', values: values(-1) })
      }
    }
    expect(
      tensor([1, 2])
        .add_(tensor([3, 4]), { alpha: 2 })
        .toArray(),
    ).toEqual([7, 10])
  })

  it('refuse an alpha that is no integer for integers', () => {
    expect(() => tensor([1]).add(tensor([1]), { alpha: 1.5 })).toThrow(
      'add: alpha 1.5 is no integer, the operands are int64',
    )
    expect(() => tensor([true]).sub(tensor([true]), { alpha: 2 })).toThrow(DTypeError)
  })
})

describe('division', () => {
  const dividend = tensor([7, -7, 7, -7])
  const divisor = tensor([2, 2, -2, -2])

  it('of integers gives floating point', () => {
    expectClose(dividend.div(divisor), { shape: [4], dtype: 'float32', values: [3.5, -3.5, -3.5, 3.5] })
  })

  it('with a rounding mode gives whole numbers', () => {
    expect(dividend.div(divisor, { roundingMode: 'trunc' }).toArray()).toEqual([3, -3, -3, 3])
    expect(dividend.div(divisor, { roundingMode: 'floor' }).toArray()).toEqual([3, -4, -4, 3])
    expect(dividend.double().div(divisor, { roundingMode: 'floor' }).toArray()).toEqual([3, -4, -4, 3])
    expect(() => dividend.div(2, { roundingMode: 'ceil' as 'floor' })).toThrow(TypeError)
  })

  it('remainders have the sign of the divisor, those of fmod of the dividend', () => {
    expect(dividend.remainder(divisor).toArray()).toEqual([1, 1, -1, -1])
    expect(dividend.fmod(divisor).toArray()).toEqual([1, -1, 1, -1])
    expect(
      tensor([5.0, -5.5])
        .remainder(tensor([-3.5, 3.0]))
        .toArray(),
    ).toEqual([-2, 0.5])
  })

  it('of floats by zero gives infinities and NaN, of integers it is refused', () => {
    const x = tensor([1.5, -1.5, 0])
    expect(x.div(0).toArray()).toEqual([Infinity, -Infinity, Number.NaN])
    expect(x.floorDivide(0).toArray()).toEqual([Infinity, -Infinity, Number.NaN])
    expect(x.remainder(0).toArray()).toEqual([Number.NaN, Number.NaN, Number.NaN])
    for (const name of ['floorDivide', 'remainder', 'fmod'] as const) {
      expect(() => tensor([1])[name](0)).toThrow(RangeError)
      expect(() => tensor([1])[name](tensor([1, 0]))).toThrow(`${name}: an integer was divided by zero`)
    }
    expectClose(tensor([1]).div(0), { shape: [1], dtype: 'float32', values: [Infinity] })
  })

  it('rounded down goes by the exact remainder', () => {
    const x = tensor([0.3, 1, -1], { dtype: 'float64' })
    expect(x.floorDivide(tensor([0.1, Infinity, Infinity], { dtype: 'float64' })).toArray()).toEqual([2, 0, -1])
  })
})

describe('powers', () => {
  it('of integers are exact', () => {
    expect(
      tensor([3, -2, 10])
        .pow(tensor([30, 31, 15]))
        .toArray(),
    ).toEqual([3 ** 20 * 3 ** 10, -(2 ** 31), 1e15])
    expect(
      tensor([2, 1, -1, 0])
        .pow(tensor([-1, -1, -3, -1]))
        .toArray(),
    ).toEqual([0, 1, -1, 0])
  })

  it('of integers to a negative number are refused', () => {
    expect(() => tensor([2]).pow(-1)).toThrow('pow: integers to the negative power -1')
    expectClose(tensor([2]).pow(-1.5), { shape: [1], dtype: 'float32', values: [2 ** -1.5] })
  })

  it('with 0, 1, NaN and infinities are those of IEEE 754', () => {
    const nan = Number.NaN
    const power = (a: number, b: number): number =>
      tensor([a], { dtype: 'float32' })
        .pow(tensor([b], { dtype: 'float32' }))
        .item()
    expect([power(0, 0), power(nan, 0), power(1, nan), power(-1, Infinity), power(0, -1)]).toEqual([
      1,
      1,
      1,
      1,
      Infinity,
    ])
    expect([power(-8, 1 / 3), power(nan, 1)]).toEqual([nan, nan])
  })
})

describe('maximum and minimum', () => {
  it('are NaN where either operand is', () => {
    const a = tensor([Number.NaN, 1, 2])
    const b = tensor([1, Number.NaN, 3])
    expect(a.maximum(b).toArray()).toEqual([Number.NaN, Number.NaN, 3])
    expect(a.minimum(b).toArray()).toEqual([Number.NaN, Number.NaN, 2])
  })
})

describe('bool operands', () => {
  const a = tensor([true, true, false])
  const b = tensor([true, false, false])

  it('add and multiply as logic does', () => {
    expect(a.add(b).toArray()).toEqual([true, true, false])
    expect(a.mul(b).toArray()).toEqual([true, false, false])
  })

  it.each(['sub', 'floorDivide', 'remainder', 'fmod', 'pow'] as const)('%s is not defined for two of them', (name) => {
    expect(() => a[name](b)).toThrow(DTypeError)
    expect(() => a[name](b)).toThrow(`${name}: not defined for`)
  })
})
