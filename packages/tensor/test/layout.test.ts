import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { asStrided, emptyLike, fullLike, rand, randLike, type Tensor, where, zeros, zerosLike } from '../src/index'

interface Layout {
  readonly shape: readonly number[]
  readonly strides: readonly number[]
}

interface LayoutCase {
  readonly a: Layout
  readonly b: Layout
  readonly isContiguous: boolean
  /** The strides of each result. */
  readonly results: Readonly<Record<string, readonly number[]>>
}

const fixture = new URL('../../testing/fixtures/layouts.json.gz', import.meta.url)
const cases: LayoutCase[] = JSON.parse(gunzipSync(readFileSync(fixture)).toString())

const functions: Readonly<Record<string, (a: Tensor, b: Tensor) => Tensor>> = {
  neg: (x) => x.neg(),
  exp: (x) => x.exp(),
  relu: (x) => x.relu(),
  isnan: (x) => x.isnan(),
  plusOne: (x) => x.add(1),
  oneMinus: (x) => x.neg().add(1),
  clamp: (x) => x.clamp(-1, 1),
  clone: (x) => x.clone(),
  contiguous: (x) => x.contiguous(),
  toFloat64: (x) => x.to('float64'),
  zerosLike: (x) => zerosLike(x),
  fullLike: (x) => fullLike(x, 7),
  emptyLike: (x) => emptyLike(x),
  randLike: (x) => randLike(x),
  maskedFill: (x) => x.maskedFill(x.gt(0), 1),
  softmax: (x) => x.softmax(-1),
  add: (a, b) => a.add(b),
  mul: (a, b) => a.mul(b),
  addScaled: (a, b) => a.add(b, { alpha: 2 }),
  le: (a, b) => a.le(b),
  pow: (a, b) => a.pow(b),
  promoted: (a, b) => a.to('int32').add(b),
  whereOfBoth: (a, b) => where(a.gt(b), a, b),
  whereNumber: (a, b) => where(a.gt(b), b, 0),
}

function made({ shape, strides }: Layout): Tensor {
  const length = shape.includes(0)
    ? 0
    : 1 + shape.reduce((sum, size, d) => sum + (size - 1) * (strides[d] as number), 0)
  return asStrided(rand([length]), { shape, strides, offset: 0 })
}

/** Strides where there is a second element to step to. */
const steps = (shape: readonly number[], strides: readonly number[]): readonly (number | null)[] =>
  strides.map((stride, d) => (shape.includes(0) || shape[d] === 1 ? null : stride))

describe('results lie in memory as those of PyTorch', () => {
  test.each(Object.keys(functions))('%s', (name) => {
    const wrong = cases.flatMap(({ a, b, results }) => {
      const got = functions[name]?.(made(a), made(b)) as Tensor
      const expected = results[name] as readonly number[]
      const isRight = steps(got.shape, got.strides).join() === steps(got.shape, expected).join()
      return isRight ? [] : [{ a, b, got: got.strides, expected }]
    })
    expect(wrong).toEqual([])
  })
})

test('isContiguous says what PyTorch says', () => {
  expect(cases.filter(({ a, isContiguous }) => made(a).isContiguous() !== isContiguous)).toEqual([])
})

test('the fixture covers every function', () => {
  expect(Object.keys(cases[0]?.results ?? {}).sort()).toEqual(Object.keys(functions).sort())
})

test('stride gives the steps of all dimensions, or of one', () => {
  const x = zeros([2, 3]).t()
  expect([x.stride(), x.stride(0), x.stride(-1)]).toEqual([[1, 3], 1, 3])
})

test('a copy may be asked to lie row by row', () => {
  const x = zeros([2, 3]).t()
  expect(x.clone().stride()).toEqual([1, 3])
  expect(x.clone({ memoryFormat: 'contiguous' }).stride()).toEqual([2, 1])
})
