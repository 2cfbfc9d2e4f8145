import { describe, expect, it } from 'vitest'
import { cos, type DType, DTypeError, expm1, log1p, log2, log10, sin, type Tensor, tan, tensor } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { layouts, SHAPES, sample } from '../support/samples'

type Unary = { [Name in keyof Tensor]: Tensor[Name] extends () => Tensor ? Name : never }[keyof Tensor]

const truth = (condition: boolean): number => (condition ? 1 : 0)

/** Each function as a formula, and the dtype that it gives for float32. */
const functions: readonly (readonly [name: Unary, formula: (x: number) => number, result?: DType])[] = [
  ['neg', (x) => -x],
  ['abs', (x) => (x < 0 ? -x : x)],
  ['sign', (x) => truth(x > 0) - truth(x < 0)],
  ['exp', (x) => Math.exp(x)],
  ['log', (x) => Math.log(x)],
  ['sqrt', (x) => Math.sqrt(x)],
  ['rsqrt', (x) => 1 / Math.sqrt(x)],
  ['reciprocal', (x) => 1 / x],
  ['square', (x) => x * x],
  ['tanh', (x) => 1 - 2 / (Math.exp(2 * x) + 1)],
  ['sigmoid', (x) => 1 / (1 + Math.exp(-x))],
  ['relu', (x) => Math.max(x, 0)],
  ['floor', (x) => Math.floor(x)],
  ['ceil', (x) => -Math.floor(-x)],
  ['trunc', (x) => (x < 0 ? Math.ceil(x) : Math.floor(x))],
  ['round', (x) => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x))],
  ['logicalNot', (x) => truth(x === 0), 'bool'],
  ['isnan', () => 0, 'bool'],
  ['isinf', () => 0, 'bool'],
  ['isfinite', () => 1, 'bool'],
]

describe.each(functions.map(([name, formula, result = null]) => [name, formula, result] as const))(
  '%s',
  (name, formula, result) => {
    it.each(Object.entries(layouts))('computes every element of tensors of any size, %s', (_, layout) => {
      for (const dtype of ['float32', 'float64'] as const) {
        for (const shape of SHAPES) {
          const x = layout(sample(shape, dtype))
          const values = Array.from(x.toTypedArray(), formula)
          expectClose(x[name](), { shape, dtype: result ?? dtype, values })
        }
      }
    })

    it('leaves its operand as it was', () => {
      const x = sample([17, 3])
      const before = x.toTypedArray()
      x[name]()
      expect(x.toTypedArray()).toEqual(before)
    })
  },
)

describe.each([
  ['sin', sin, Math.sin],
  ['cos', cos, Math.cos],
  ['tan', tan, Math.tan],
  ['expm1', expm1, Math.expm1],
  ['log1p', log1p, Math.log1p],
  ['log2', log2, Math.log2],
  ['log10', log10, Math.log10],
] as const)('%s, a function only,', (_, f, formula) => {
  it.each(Object.entries(layouts))('computes every element of tensors of any size, %s', (_layoutName, layout) => {
    for (const shape of SHAPES) {
      const x = layout(sample(shape, 'float64'))
      expectClose(f(x), { shape, dtype: 'float64', values: Array.from(x.toTypedArray(), formula) })
    }
  })
})

describe('in place', () => {
  const inPlace = ['neg', 'abs', 'exp', 'log', 'sqrt', 'reciprocal', 'square', 'tanh', 'sigmoid', 'relu'] as const

  it.each(inPlace)('%s_ writes what the function gives into the tensor, whatever its memory order', (name) => {
    for (const layout of Object.values(layouts)) {
      for (const shape of SHAPES) {
        const x = layout(sample(shape).clone())
        const expected = x[name]().toTypedArray()
        expect(x[`${name}_`]()).toBe(x)
        expect(x.toTypedArray()).toEqual(expected)
      }
    }
  })

  it('changes nothing around a view', () => {
    const around = tensor([1.5, 2.5, 3.5, 4.5])
    around.at('1:3').neg_()
    expect(around.toArray()).toEqual([1.5, -2.5, -3.5, 4.5])
  })
})

describe('special values', () => {
  const { NaN: nan, POSITIVE_INFINITY: inf } = Number
  const special = [nan, inf, -inf, 0, -0, 1, -1]

  it.each<[Unary, number[]]>([
    ['exp', [nan, inf, 0, 1, 1, Math.fround(Math.E), Math.fround(1 / Math.E)]],
    ['log', [nan, inf, nan, -inf, -inf, 0, nan]],
    ['sqrt', [nan, inf, nan, 0, -0, 1, nan]],
    ['rsqrt', [nan, 0, nan, inf, -inf, 1, nan]],
    ['reciprocal', [nan, 0, -0, inf, -inf, 1, -1]],
    ['abs', [nan, inf, inf, 0, 0, 1, 1]],
    ['sign', [0, 1, -1, 0, 0, 1, -1]],
    ['tanh', [nan, 1, -1, 0, -0, Math.fround(Math.tanh(1)), Math.fround(Math.tanh(-1))]],
    ['sigmoid', [nan, 1, 0, 0.5, 0.5, Math.fround(1 / (1 + Math.exp(-1))), Math.fround(1 / (1 + Math.E))]],
    ['floor', [nan, inf, -inf, 0, -0, 1, -1]],
    ['round', [nan, inf, -inf, 0, -0, 1, -1]],
    ['isnan', [1, 0, 0, 0, 0, 0, 0]],
    ['isinf', [0, 1, 1, 0, 0, 0, 0]],
    ['isfinite', [0, 0, 0, 1, 1, 1, 1]],
    ['logicalNot', [0, 0, 0, 1, 1, 0, 0]],
  ])('%s of NaN, infinities and zeros', (name, expected) => {
    // Long enough for kernels that work on several elements at once.
    const x = tensor([...special, ...special, ...special])
    const result = x[name]()
    expectClose(result, { shape: [21], dtype: result.dtype, values: [...expected, ...expected, ...expected] })
  })

  it('relu keeps NaN', () => {
    expect(Number.isNaN(tensor([nan]).relu().item())).toBe(true)
  })

  it('sigmoid and tanh neither overflow nor lose small values', () => {
    const x = tensor([-1000, -90, 90, 1000])
    expect(Array.from(x.float().sigmoid().toTypedArray())).toEqual([0, expect.closeTo(0, 30), 1, 1])
    expect(Array.from(x.float().tanh().toTypedArray())).toEqual([-1, -1, 1, 1])
    expectClose(tensor([1e-5, -1e-5]).tanh(), { shape: [2], dtype: 'float32', values: [1e-5, -1e-5] })
  })

  it('round goes to the even neighbour on ties', () => {
    const x = tensor([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999997, 8388609])
    expect(Array.from(x.round().toTypedArray())).toEqual([0, 2, 2, -0, -2, -2, 0, 8388609])
  })

  it('expm1 and log1p are exact near 0', () => {
    const x = tensor([1e-10, -1e-10], { dtype: 'float64' })
    expect(Array.from(expm1(x).toTypedArray())).toEqual([Math.expm1(1e-10), Math.expm1(-1e-10)])
    expect(Array.from(log1p(x).toTypedArray())).toEqual([Math.log1p(1e-10), Math.log1p(-1e-10)])
  })
})

describe('dtypes', () => {
  it.each(['exp', 'log', 'sqrt', 'tanh', 'sigmoid', 'reciprocal'] as const)('%s of integers is float32', (name) => {
    for (const dtype of ['int64', 'int32', 'uint8', 'bool'] as const) {
      const x = sample([7], dtype)
      expectClose(x[name](), { shape: [7], dtype: 'float32', values: x.double()[name]().toTypedArray() })
    }
  })

  it.each(['abs', 'neg', 'sign', 'square', 'relu', 'floor', 'round'] as const)(
    '%s of integers is of their dtype',
    (name) => {
      for (const dtype of ['int64', 'int32'] as const) {
        const x = sample([17], dtype)
        expectClose(x[name](), {
          shape: [17],
          dtype,
          values: Array.from(x.double()[name]().toTypedArray(), (v) => v + 0),
        })
      }
    },
  )

  it('square of bool is int64, as a power is', () => {
    expectClose(tensor([true, false]).square(), { shape: [2], dtype: 'int64', values: [1, 0] })
  })

  it.each(['neg', 'abs', 'relu', 'floor', 'ceil', 'trunc', 'round'] as const)('%s is not defined for bool', (name) => {
    expect(() => tensor([true])[name]()).toThrow(DTypeError)
    expect(() => tensor([true])[name]()).toThrow(name)
  })

  it('in place a floating-point result does not go into integers', () => {
    expect(() => tensor([1, 2]).exp_()).toThrow(DTypeError)
    expect(() => tensor([1, 2]).exp_()).toThrow('exp_: a float32 result cannot be stored in a int64 tensor')
  })
})
