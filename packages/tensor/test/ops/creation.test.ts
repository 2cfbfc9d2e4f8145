import { afterEach, describe, expect, it } from 'vitest'
import {
  type DType,
  DTypeError,
  empty,
  emptyLike,
  eye,
  full,
  fullLike,
  type NestedArray,
  ones,
  onesLike,
  ShapeError,
  setDefaultDtype,
  tensor,
  zeros,
  zerosLike,
} from '../../src/index'
import { expectClose } from '../support/expect-close'

afterEach(() => setDefaultDtype('float32'))

describe('tensor', () => {
  it.each<[NestedArray, DType, number[]]>([
    [5, 'int64', []],
    [1.5, 'float32', []],
    [true, 'bool', []],
    [[], 'float32', [0]],
    [[[], []], 'float32', [2, 0]],
    [[1, 2], 'int64', [2]],
    [[1, 2.5], 'float32', [2]],
    [[1, true], 'int64', [2]],
    [[[true], [false]], 'bool', [2, 1]],
    [new Float32Array([1, 2]), 'float32', [2]],
    [new Float64Array(3), 'float64', [3]],
    [new Int32Array(2), 'int32', [2]],
    [new Uint8Array(2), 'uint8', [2]],
    [[new Float32Array([1.5, 2])], 'float32', [1, 2]],
  ])('of %j is %s of shape %j', (data, dtype, shape) => {
    expect(tensor(data)).toMatchObject({ dtype, shape })
  })

  it('copies typed arrays', () => {
    const array = new Float32Array([1, 2])
    const x = tensor(array)
    array[0] = 5
    expect(x.toArray()).toEqual([1, 2])
  })

  it('refuses ragged nesting and what is no number', () => {
    expect(() => tensor([[1, 2], [3]])).toThrow(ShapeError)
    expect(() => tensor([[1, 2], [3]])).toThrow('tensor: element [1] is a list of 1, element [0] is a list of 2')
    expect(() => tensor([1, [2]])).toThrow(ShapeError)
    expect(() => tensor([[1], 2])).toThrow(ShapeError)
    expect(() => tensor(['1'] as unknown as number[])).toThrow(DTypeError)
    expect(() => tensor(null as unknown as number)).toThrow(
      'tensor: data must be a number, a boolean, a list of them, a typed array or a tensor, got null',
    )
    expect(() => tensor([1], { dtype: 'int8' as DType })).toThrow(
      "tensor: dtype must be one of bool, uint8, int32, int64, float32, float64, got 'int8'",
    )
  })
})

describe('filled tensors', () => {
  it('have the value everywhere, in the dtype asked for or that of the value', () => {
    expectClose(zeros([65]), { shape: [65], dtype: 'float32', values: new Array(65).fill(0) })
    expectClose(ones([3, 7], { dtype: 'int32' }), { shape: [3, 7], dtype: 'int32', values: new Array(21).fill(1) })
    expectClose(full([17], 2.5, { dtype: 'float64' }), {
      shape: [17],
      dtype: 'float64',
      values: new Array(17).fill(2.5),
    })
    expect([full([1], 7).dtype, full([1], true).dtype, full([1], 0.5).dtype]).toEqual(['int64', 'bool', 'float32'])
    expect(empty([2, 0, 3], { dtype: 'bool' })).toMatchObject({ shape: [2, 0, 3], dtype: 'bool' })
  })

  it('take shape and dtype from another tensor', () => {
    const like = ones([2, 3], { dtype: 'int32' }).t()
    expect(zerosLike(like)).toMatchObject({ shape: [3, 2], dtype: 'int32' })
    expect(onesLike(like, { dtype: 'float64' })).toMatchObject({ shape: [3, 2], dtype: 'float64' })
    expect(fullLike(like, 1.5).toArray()).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ])
    expect(emptyLike(like)).toMatchObject({ shape: [3, 2], dtype: 'int32' })
  })

  it('refuse sizes that are none', () => {
    expect(() => zeros([2, -1])).toThrow(ShapeError)
    expect(() => zeros([2, -1])).toThrow('zeros: a size must be a non-negative integer, got -1 in [2, -1]')
    expect(() => ones([1.5])).toThrow('ones: size must be a list of integers, as [2, 3], got [1.5]')
    expect(() => eye(-7, { m: 42 })).toThrow('eye: a size must be')
  })

  it('are of the default dtype, which can be set', () => {
    setDefaultDtype('float64')
    expect([zeros([1]).dtype, tensor(1.5).dtype, tensor([1]).div(2).dtype, tensor([1]).add(0.5).dtype]).toEqual([
      'float64',
      'float64',
      'float64',
      'float64',
    ])
    expect(() => setDefaultDtype('int64')).toThrow(DTypeError)
  })
})
