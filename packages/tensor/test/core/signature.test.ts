import { type Args, kinds, ones, signature } from '@nn/tensor'
import { describe, expect, expectTypeOf, test } from 'vitest'

const takes = signature(
  'blend',
  { input: kinds.tensor, size: kinds.integer },
  { weight: kinds.number, keepdim: kinds.boolean, mode: kinds.orNull(kinds.oneOf('a', 'b')) },
  { dtype: kinds.dtype },
)

interface BlendOptions {
  weight?: number
  keepdim?: boolean
  mode?: 'a' | 'b' | null
  dtype?: 'float32' | 'float64'
}

type BlendArgs = Args<BlendOptions, ['weight', 'keepdim', 'mode']>

const x = ones([2])
const blend = (...args: BlendArgs): object => takes([x, 3], args)
/** As plain JavaScript calls it. */
const loose = (...args: unknown[]): object => takes([x, 3], args)

describe('a signature', () => {
  test('reads options by position, by name, and first some by position and then others by name', () => {
    expect(blend()).toEqual({})
    expect(blend(0.5)).toEqual({ weight: 0.5 })
    expect(blend(0.5, true, 'b')).toEqual({ weight: 0.5, keepdim: true, mode: 'b' })
    expect(blend(0.5, { mode: null, dtype: 'float64' })).toEqual({ weight: 0.5, mode: null, dtype: 'float64' })
    expect(blend({ keepdim: true })).toEqual({ keepdim: true })
    expect(blend(0.5, true, 'b', { dtype: 'float32' })).toEqual({
      weight: 0.5,
      keepdim: true,
      mode: 'b',
      dtype: 'float32',
    })
  })

  test('takes undefined for left out, so that a default stays one', () => {
    expect(loose(undefined, true)).toEqual({ keepdim: true })
    expect('weight' in loose({ weight: undefined })).toBe(false)
    expect(loose(0.5, true, 'a', undefined, undefined)).toEqual({ weight: 0.5, keepdim: true, mode: 'a' })
    expect(loose({ weight: 2 }, undefined)).toEqual({ weight: 2 })
  })

  test('takes objects without a prototype, and those of another realm', async () => {
    const { runInNewContext } = await import('node:vm')
    expect(loose(Object.assign(Object.create(null), { weight: 2 }))).toEqual({ weight: 2 })
    expect(loose(runInNewContext('({ weight: 2 })'))).toEqual({ weight: 2 })
  })

  test.each([
    ['snake case', { keep_dim: true }, "blend: there is no option 'keep_dim'; write keepdim"],
    ['another case', { keepDim: true }, "blend: there is no option 'keepDim'; write keepdim"],
    [
      'an unknown name',
      { wieght: 1 },
      "blend: there is no option 'wieght'; it takes (input, size, weight, keepdim, mode, { dtype })",
    ],
    [
      'a name that every object has',
      { constructor: 1 },
      "blend: there is no option 'constructor'; it takes (input, size, weight, keepdim, mode, { dtype })",
    ],
    ['text for a number', { weight: '0.5' }, "blend: weight must be a number, got '0.5'"],
    ['a tensor for a number', { weight: x }, 'blend: weight must be a number, got a float32 tensor [2]'],
    ['null for what cannot be null', { weight: null }, 'blend: weight must be a number, got null'],
    ['a number for a boolean', { keepdim: 1 }, 'blend: keepdim must be true or false, got 1'],
    ['a value that is not among those', { mode: 'c' }, "blend: mode must be 'a' or 'b' or null, got 'c'"],
  ])('refuses %s and says what to write', (_, options, message) => {
    expect(() => loose(options)).toThrow(new TypeError(message))
  })

  test('refuses an option that is given by position and by name', () => {
    expect(() => loose(0.5, { weight: 0.5 })).toThrow(
      new TypeError('blend: weight is given twice, by position and by name'),
    )
  })

  test('refuses an argument too many, and says how to give it where an option takes it', () => {
    expect(() => loose(0.5, true, 'a', 'float64')).toThrow(
      new TypeError(
        "blend: takes 5 arguments by position, got 6, beginning with 'float64' too many; write { dtype: 'float64' }",
      ),
    )
    expect(() => loose(0.5, true, 'a', 7)).toThrow(/got 6, beginning with 7 too many; it takes \(input, size, weight/)
  })

  test('refuses objects of a class in the place of options', () => {
    expect(() => loose(new Map())).toThrow(new TypeError('blend: weight must be a number, got a Map'))
    expect(() => loose(Promise.resolve())).toThrow(/weight must be a number, got a promise \(is an await missing\?\)/)
  })

  test('refuses first arguments that are missing or of another kind', () => {
    expect(() => takes([undefined, 3], [])).toThrow(
      new TypeError('blend: input is missing; it takes (input, size, weight, keepdim, mode, { dtype })'),
    )
    expect(() => takes([x, 2.5], [])).toThrow(new TypeError('blend: size must be an integer, got 2.5'))
  })

  test('asks for the options that must be given, by position or by name', () => {
    const needs = signature('softmax', {}, { dim: kinds.required(kinds.integer) })
    expect(needs([], [1])).toEqual({ dim: 1 })
    expect(needs([], [{ dim: 1 }])).toEqual({ dim: 1 })
    expect(() => needs([], [])).toThrow(new TypeError('softmax: dim is missing; it takes (dim)'))
    expect(() => needs([], [{}])).toThrow(new TypeError('softmax: dim is missing; it takes (dim)'))
  })

  test('goes by the name that a call gives it', () => {
    expect(() => takes([x, 3], ['a'], 'mix')).toThrow(new TypeError("mix: weight must be a number, got 'a'"))
  })

  test('has types that follow the positions', () => {
    expectTypeOf(blend).toBeCallableWith(0.5, true)
    expectTypeOf(blend).toBeCallableWith(0.5, { keepdim: true })
    expectTypeOf(blend).toBeCallableWith({ dtype: 'float64' })
    // @ts-expect-error: keepdim is a boolean.
    expect(() => blend(0.5, 1)).toThrow(TypeError)
    // @ts-expect-error: weight is given twice.
    expect(() => blend(0.5, { weight: 1 })).toThrow(TypeError)
    // @ts-expect-error: dtype goes by name only.
    expect(() => blend(0.5, true, 'a', 'float64')).toThrow(TypeError)
  })
})
