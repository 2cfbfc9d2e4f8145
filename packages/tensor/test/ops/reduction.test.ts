import { describe, expect, it } from 'vitest'
import {
  type DType,
  DTypeError,
  IndexError,
  prod,
  type Shape,
  ShapeError,
  type Tensor,
  tensor,
  zeros,
} from '../../src/index'
import { expectClose } from '../support/expect-close'
import { indicesOf, LENGTHS, layouts, sample, valueAt } from '../support/samples'

type Formula = (values: readonly number[]) => number

const sum: Formula = (values) => values.reduce((total, x) => total + x, 0)
const mean: Formula = (values) => sum(values) / values.length
const variance: Formula = (values) => sum(values.map((x) => (x - mean(values)) ** 2)) / Math.max(values.length - 1, 0)

const functions = {
  sum,
  mean,
  prod: (values) => values.reduce((total, x) => total * x, 1),
  var: variance,
  std: (values) => Math.sqrt(variance(values)),
  amax: (values) => Math.max(...values),
  amin: (values) => Math.min(...values),
  all: (values) => (values.every((x) => x !== 0) ? 1 : 0),
  any: (values) => (values.some((x) => x !== 0) ? 1 : 0),
  argmax: (values) => values.indexOf(Math.max(...values)),
  argmin: (values) => values.indexOf(Math.min(...values)),
} satisfies Record<string, Formula>

type Name = keyof typeof functions
const names = Object.keys(functions) as Name[]

/** All are methods but the product. */
function reduce(name: Name, x: Tensor, dim?: number | readonly number[], options?: { keepdim?: boolean }): Tensor {
  return name === 'prod' ? prod(x, dim as number, options) : x[name](dim as number, options)
}

const needsElements: readonly Name[] = ['amax', 'amin', 'argmax', 'argmin']
const resultDtypes: Partial<Record<Name, DType>> = { all: 'bool', any: 'bool', argmax: 'int64', argmin: 'int64' }

/** Shapes with the dimensions to reduce, next to each other and apart. */
const cases: readonly (readonly [Shape, readonly number[]])[] = [
  ...LENGTHS.map((n) => [[n], [0]] as const),
  ...[1, 7, 65].flatMap((n) => [
    [[n, 17], [0]] as const,
    [[17, n], [1]] as const,
    [
      [n, 17],
      [0, 1],
    ] as const,
  ]),
  [[3, 0], [0]],
  [[3, 0], [1]],
  [[0, 3], [1]],
  [[3, 65, 7], [1]],
  [
    [3, 65, 7],
    [0, 2],
  ],
  [
    [2, 3, 4, 5],
    [1, 2],
  ],
  [[2, 3, 4, 5], [3]],
  [[], []],
]

/** The formula over all elements that a place of the result stands for. */
function expected(x: Tensor, dims: readonly number[], formula: Formula): { shape: Shape; values: number[] } {
  const kept = x.shape.map((size, d) => (dims.includes(d) ? 1 : size))
  const reduced = x.shape.map((size, d) => (dims.includes(d) ? size : 1))
  const source = { shape: x.shape, values: x.toTypedArray() }
  const values = indicesOf(kept).map((place) =>
    formula(
      indicesOf(reduced).map((offset) =>
        valueAt(
          source,
          place.map((p, d) => p + (offset[d] as number)),
        ),
      ),
    ),
  )
  return { shape: kept, values }
}

describe.each(names)('%s', (name) => {
  it.each(Object.entries(layouts))('reduces any dimensions of any size, %s', (_, layout) => {
    for (const dtype of ['float32', 'float64'] as const) {
      for (const [shape, dims] of cases) {
        const isSingle = name === 'prod' || name.startsWith('arg')
        if (isSingle && dims.length !== 1) continue
        if (needsElements.includes(name) && dims.some((d) => shape[d] === 0)) continue
        const x = layout(sample(shape, dtype))
        const dim = isSingle ? (dims[0] as number) : dims
        const kept = reduce(name, x, dim, { keepdim: true })
        const { shape: keptShape, values } = expected(x, dims, functions[name])
        const result = resultDtypes[name] ?? dtype
        expectClose(kept, { shape: keptShape, dtype: result, values })
        const squeezed = keptShape.filter((_, d) => !dims.includes(d))
        const isReducingAll = dims.length === 0 && (name === 'all' || name === 'any')
        expectClose(reduce(name, x, dim), { shape: isReducingAll ? shape : squeezed, dtype: result, values })
      }
    }
  })

  it('reduces all elements where no dimension is named', () => {
    for (const shape of [[17], [3, 65], [2, 3, 5], []]) {
      for (const layout of Object.values(layouts)) {
        const x = layout(sample(shape))
        const { values } = expected(x.reshape(-1), [0], functions[name])
        expectClose(reduce(name, x), { shape: [], dtype: resultDtypes[name] ?? 'float32', values })
      }
    }
  })

  it('counts dimensions from either end and refuses those that are not there', () => {
    const x = sample([3, 5])
    expect(reduce(name, x, -1).toArray()).toEqual(reduce(name, x, 1).toArray())
    expect(() => reduce(name, x, 2)).toThrow(IndexError)
    expect(() => reduce(name, x, 2)).toThrow(`${name}: dimension 2 is out of range, expected -2 to 1`)
  })
})

describe('a reduction of nothing', () => {
  it('is the neutral element, or NaN', () => {
    const nothing = zeros([3, 0])
    expect(nothing.sum(1).toArray()).toEqual([0, 0, 0])
    expect(prod(nothing, 1).toArray()).toEqual([1, 1, 1])
    expect(nothing.mean(1).toArray()).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(nothing.var(1).toArray()).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(nothing.all(1).toArray()).toEqual([true, true, true])
    expect(nothing.any(1).toArray()).toEqual([false, false, false])
  })

  it.each(['max', 'min', 'amax', 'amin', 'argmax', 'argmin'] as const)('has no %s', (name) => {
    expect(() => zeros([3, 0])[name](1)).toThrow(ShapeError)
    expect(() => zeros([3, 0])[name](1)).toThrow(`${name}: dimension 1 of [3, 0] is empty`)
    expect(() => zeros([0])[name]()).toThrow(name)
    expect(zeros([0, 3])[name](1)).toBeDefined()
  })
})

describe('max and min', () => {
  it('along a dimension give the values and where they are, the first on ties', () => {
    const x = tensor([
      [1, 3, 3],
      [2, 2, 1],
    ])
    const { values, indices } = x.max(1)
    expect([values.toArray(), indices.toArray()]).toEqual([
      [3, 2],
      [1, 0],
    ])
    expect(x.min(0, { keepdim: true }).indices.toArray()).toEqual([[0, 1, 1]])
    expect(indices.dtype).toBe('int64')
  })

  it('agree with amax and argmax over all sizes and memory orders', () => {
    for (const layout of Object.values(layouts)) {
      for (const shape of [
        [1, 7],
        [17, 65],
        [65, 17],
        [3, 5, 7],
      ] as const) {
        const x = layout(sample(shape))
        for (let dim = 0; dim < shape.length; dim++) {
          const { values, indices } = x.max(dim)
          expect(values.toTypedArray()).toEqual(x.amax(dim).toTypedArray())
          expect(indices.toTypedArray()).toEqual(x.argmax(dim).toTypedArray())
        }
      }
    }
  })

  it('take NaN for the extreme, and the first one', () => {
    const x = tensor([1, Number.NaN, 3, Number.NaN])
    for (const name of ['max', 'min'] as const) {
      expect(x[name]().item()).toBeNaN()
      expect([x[name](0).values.item(), x[name](0).indices.item()]).toEqual([Number.NaN, 1])
    }
    expect([x.argmax().item(), x.argmin().item()]).toEqual([1, 1])
  })

  it('of bool are bool; argmax of bool is not defined', () => {
    const x = tensor([
      [true, false],
      [false, false],
    ])
    expect(x.max().toArray()).toBe(true)
    expect(x.max(0).values.toArray()).toEqual([true, false])
    expect(() => x.argmax()).toThrow(DTypeError)
  })
})

describe('sums', () => {
  it('of many float32 elements are rounded once', () => {
    const tenths = zeros([100_000]).fill_(0.1)
    expect(tenths.sum().item()).toBeCloseTo(100_000 * Math.fround(0.1), 1)
    expect(tenths.mean().item()).toBeCloseTo(Math.fround(0.1), 7)
  })

  it('can be asked for in another dtype', () => {
    expect(tensor([true, false, true]).sum(0, { dtype: 'float32' })).toMatchObject({ dtype: 'float32' })
    expect(tensor([1, 2]).mean(undefined, { dtype: 'float64' }).item()).toBe(1.5)
    expect(
      tensor([2 ** 31 - 1, 1])
        .sum(0, { dtype: 'int32' })
        .item(),
    ).toBe(-(2 ** 31))
    expect(prod(tensor([1.5, 2.5]), 0, { dtype: 'int64' }).item()).toBe(2)
  })

  it('refuse a dimension that is named twice', () => {
    expect(() => zeros([2, 3]).sum([0, -2])).toThrow('sum: dimension 0 appears twice')
  })
})

describe('mean, var and std', () => {
  it.each(['mean', 'var', 'std'] as const)('%s is not defined for integers', (name) => {
    expect(() => tensor([1, 2])[name]()).toThrow(DTypeError)
    expect(() => tensor([1, 2])[name]()).toThrow(`${name}: needs a floating-point tensor, got int64`)
  })

  it('var and std take any correction', () => {
    const x = tensor([1.0, 2.0, 4.5])
    const deviations = [1, 2, 4.5].reduce((total, v) => total + (v - 2.5) ** 2, 0)
    for (const correction of [0, 0.5, 1, 2]) {
      expect(x.var(0, { correction }).item()).toBeCloseTo(deviations / (3 - correction), 5)
      expect(x.std(0, { correction }).item()).toBeCloseTo(Math.sqrt(deviations / (3 - correction)), 5)
    }
  })

  it('var and std of a single element are NaN, and 0 without the correction', () => {
    expect(tensor([1.5]).std().item()).toBeNaN()
    expect(tensor([1.5]).var(0, { correction: 0 }).item()).toBe(0)
  })
})

describe('all and any', () => {
  it('of uint8 are uint8, over no dimensions they are taken element by element', () => {
    expect(tensor([1, 7], { dtype: 'uint8' }).all()).toMatchObject({ dtype: 'uint8' })
    expect(tensor([2.5, 0]).all([]).toArray()).toEqual([true, false])
  })
})
