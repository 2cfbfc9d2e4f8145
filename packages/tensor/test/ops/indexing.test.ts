import { describe, expect, it, vi } from 'vitest'
import {
  arange,
  DTypeError,
  type Index,
  IndexError,
  ShapeError,
  slice,
  type Tensor,
  tensor,
  zeros,
} from '../../src/index'
import { LENGTHS, layouts, sample } from '../support/samples'

const x = arange(24).view(2, 3, 4)
const list = (...values: number[]): Tensor => tensor(values, { dtype: 'int64' })

describe('at', () => {
  // What PyTorch gives for x = torch.arange(24).view(2, 3, 4).
  it.each<[string, Index[], number[], number[]]>([
    ['x[1]', [1], [3, 4], [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]],
    ['x[-1, -1, -1]', [-1, -1, -1], [], [23]],
    ['x[0, :2]', [0, ':2'], [2, 4], [0, 1, 2, 3, 4, 5, 6, 7]],
    ['x[:, 1, ::3]', [':', 1, '::3'], [2, 2], [4, 7, 16, 19]],
    ['x[..., 0]', ['...', 0], [2, 3], [0, 4, 8, 12, 16, 20]],
    ['x[0, ..., 1:3]', [0, '...', '1:3'], [3, 2], [1, 2, 5, 6, 9, 10]],
    ['x[:, None, 0, 0]', [':', null, 0, 0], [2, 1], [0, 12]],
    ['x[0, 0, -3:-1]', [0, 0, '-3:-1'], [2], [1, 2]],
    ['x[0, 0, 2:100]', [0, 0, '2:100'], [2], [2, 3]],
    ['x[0, 0, 3:1]', [0, 0, '3:1'], [0], []],
    ['x[[1, 0, 1], 0, 0]', [[1, 0, 1], 0, 0], [3], [12, 0, 12]],
    ['x[0, [0, -1]]', [0, [0, -1], ':2'], [2, 2], [0, 1, 8, 9]],
    [
      'x[[0, 1], [1, 2], [3, 0]]',
      [
        [0, 1],
        [1, 2],
        [3, 0],
      ],
      [2],
      [7, 20],
    ],
    ['x[[0, 1], :, [3, 0]]', [[0, 1], ':', [3, 0]], [2, 3], [3, 7, 11, 12, 16, 20]],
    ['x[:, [0, 2], [1]]', [':', [0, 2], [1]], [2, 2], [1, 9, 13, 21]],
    ['x[:, [[0], [2]], 0]', [':', tensor([[0], [2]]), 0], [2, 2, 1], [0, 8, 12, 20]],
    ['x[tensor(1)]', [tensor(1), 0, 0], [], [12]],
    ['x[x > 20]', [x.gt(20)], [3], [21, 22, 23]],
    ['x[0, tensor([True, False, True]), 0]', [0, tensor([true, false, true]), 0], [2], [0, 8]],
    ['x[tensor(True), 0, 0, 0]', [tensor(true), 0, 0, 0], [1], [0]],
    ['x[tensor(False), 0, 0, 0]', [tensor(false), 0, 0, 0], [0], []],
    ['x[[]]', [list(), 0, 0], [0], []],
    ['x[[], 0, 0]', [[], 0, 0], [0], []],
    ['x[[False, True], 0, 0]', [[false, true], 0, 0], [1], [12]],
    ['x[True, 0, 0, 0]', [true, 0, 0, 0], [1], [0]],
    ['x[False, 0, 0, 0]', [false, 0, 0, 0], [0], []],
    ['x[tensor(1), :, tensor([0, 1])]', [tensor(1), ':', tensor([0, 1])], [3, 2], [12, 13, 16, 17, 20, 21]],
    ['x[:, tensor(1), [0]]', [':', tensor(1), [0]], [2, 1], [4, 16]],
  ])('%s', (_, indices, shape, values) => {
    const part = x.at(...indices)
    expect([part.shape, Array.from(part.toTypedArray())]).toEqual([shape, values])
  })

  it('gives a view for plain indices, a copy for lists and masks', () => {
    for (const indices of [[0], [':'], ['...'], [null], ['1:2', 0]] satisfies Index[][]) {
      expect(x.at(...indices).storage).toBe(x.storage)
    }
    expect(x.at([0]).storage).not.toBe(x.storage)
    expect(x.at(x.gt(3)).storage).not.toBe(x.storage)
  })

  it('gives a view for a 0-d tensor of an integer', () => {
    for (const dtype of ['int64', 'int32'] as const) {
      const place = tensor(1, { dtype })
      expect(x.at(place).storage).toBe(x.storage)
      expect(x.at(':', place, place).strides).toEqual([12])
    }
  })

  it('takes bytes as masks, as older programs have them', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const bytes = tensor([1, 0, 1], { dtype: 'uint8' })
    expect(x.at(0, bytes, 0).toArray()).toEqual([0, 8])
    expect(x.at(tensor(1, { dtype: 'uint8' }), 0, 0, 0).toArray()).toEqual([0])
    expect(
      zeros([3])
        .setAt_([bytes], tensor([1, 2]).float())
        .toArray(),
    ).toEqual([1, 0, 2])
    warn.mockRestore()
  })

  it('takes slices as objects, for places that are computed', () => {
    expect(
      arange(6)
        .at(slice(1, null, 2))
        .toArray(),
    ).toEqual([1, 3, 5])
    expect(arange(6).at(slice(-3)).toArray()).toEqual([3, 4, 5])
    expect(() => slice(0, 5, 0)).toThrow(RangeError)
    expect(() => slice(0.5)).toThrow(TypeError)
  })

  it('reads lists of any length from any memory order', () => {
    for (const n of LENGTHS.filter((length) => length > 0)) {
      for (const layout of Object.values(layouts)) {
        const rows = layout(sample([n, 3]))
        const places = list(...Array.from({ length: n }, (_, i) => (i * 7) % n))
        const expected = Array.from(places.toTypedArray(), (row) => rows.at(row).toArray())
        expect(rows.at(places).toArray()).toEqual(expected)
      }
    }
  })

  it('iterates over rows', () => {
    expect([...x.at(0)].map((row) => row.at(0).item())).toEqual([0, 4, 8])
    expect(() => [...tensor(1)]).toThrow(ShapeError)
  })

  it.each<[string, Index[], new (message: string) => Error]>([
    ['at: index 2 is out of range for dimension 0 of size 2', [2], IndexError],
    ['at: index -4 is out of range', [0, -4], IndexError],
    ['at: index 0.5 is out of range', [0.5], IndexError],
    ['at: 4 indices for a tensor of 3 dimensions, [2, 3, 4]', [0, 0, 0, 0], IndexError],
    ["at: '...' can stand only once", ['...', '...'], IndexError],
    ["at: 'one' is no index", ['one'], IndexError],
    ['at: indices must be a list of indices', [undefined as unknown as Index], TypeError],
    ['index 2 is out of range for a dimension of size 2', [[0, 2]], IndexError],
    ['index -3 is out of range for a dimension of size 2', [list(-3)], IndexError],
    ['at: tensors used as indices must be int64 or bool, got float32', [tensor([0.5])], DTypeError],
    ['at: a mask [3] does not fit the dimensions [2] that it indexes', [tensor([true, false, true])], IndexError],
    [
      'at: shapes [2] and [3] do not broadcast',
      [
        [0, 1],
        [0, 1, 2],
      ],
      ShapeError,
    ],
    ['slice: the step must be a positive integer, got -1', ['::-1'], RangeError],
  ])('%s', (message, indices, type) => {
    expect(() => x.at(...indices)).toThrow(type)
    expect(() => x.at(...indices)).toThrow(message)
  })
})

describe('setAt_', () => {
  const grid = (): Tensor => zeros([2, 3])

  it.each<[string, Index[], Tensor | number, number[][]]>([
    [
      'x[0] = 1',
      [0],
      1,
      [
        [1, 1, 1],
        [0, 0, 0],
      ],
    ],
    [
      'x[:, 1] = [1, 2]',
      [':', 1],
      tensor([1, 2]),
      [
        [0, 1, 0],
        [0, 2, 0],
      ],
    ],
    [
      'x[0] = [[1, 2, 3]]',
      [0],
      tensor([[1, 2, 3]]),
      [
        [1, 2, 3],
        [0, 0, 0],
      ],
    ],
    [
      'x[..., -1] = 5',
      ['...', -1],
      5,
      [
        [0, 0, 5],
        [0, 0, 5],
      ],
    ],
    [
      'x[[1, 1]] = 2',
      [[1, 1]],
      2,
      [
        [0, 0, 0],
        [2, 2, 2],
      ],
    ],
    [
      'x[[0, 1], [2, 0]] = [7, 8]',
      [
        [0, 1],
        [2, 0],
      ],
      tensor([7, 8]).float(),
      [
        [0, 0, 7],
        [8, 0, 0],
      ],
    ],
    [
      'x[:, [0, 2]] = [1.5, 2.5]',
      [':', [0, 2]],
      tensor([1.5, 2.5]),
      [
        [1.5, 0, 2.5],
        [1.5, 0, 2.5],
      ],
    ],
    [
      'x[mask] = [1, 2]',
      [
        tensor([
          [true, false, false],
          [false, false, true],
        ]),
      ],
      tensor([1, 2]).float(),
      [
        [1, 0, 0],
        [0, 0, 2],
      ],
    ],
    [
      'x[1:, mask] = 3',
      ['1:', tensor([false, true, true])],
      3,
      [
        [0, 0, 0],
        [0, 3, 3],
      ],
    ],
  ])('%s', (_, indices, value, expected) => {
    const target = grid()
    expect(target.setAt_(indices, value)).toBe(target)
    expect(target.toArray()).toEqual(expected)
    for (const layout of Object.values(layouts)) {
      const other = layout(grid())
      expect(other.setAt_(indices, value).toArray()).toEqual(expected)
    }
  })

  it('converts the value to the dtype of the tensor', () => {
    expect(tensor([1, 2]).setAt_([0], tensor(7.9)).toArray()).toEqual([7, 2])
    expect(
      tensor([1, 2])
        .setAt_([[0]], 7.9)
        .toArray(),
    ).toEqual([7, 2])
  })

  it('refuses values of another dtype where lists index, and takes one that fills a mask', () => {
    const doubles = zeros([5, 2], { dtype: 'float64' })
    expect(() => doubles.setAt_([':', [1]], zeros([5, 1], { dtype: 'int32' }))).toThrow(
      'setAt_: the value must be float64 like the tensor, got int32; convert it with to',
    )
    expect(() => arange(3).setAt_([[0]], tensor(1.5))).toThrow(DTypeError)
    expect(() => arange(3).setAt_([[true, false, true]], tensor([1.5, 2.5]))).toThrow(DTypeError)
    const numbers = arange(6).view(2, 3)
    expect(numbers.setAt_([numbers.lt(3)], tensor([1.5])).toArray()).toEqual([
      [1, 1, 1],
      [3, 4, 5],
    ])
    expect(
      arange(3)
        .setAt_([tensor(0)], tensor(7.5))
        .toArray(),
    ).toEqual([7, 1, 2])
  })

  it('changes the version of the storage', () => {
    const target = grid()
    target.setAt_([0], 1).setAt_([[0]], 1)
    expect(target.storage.version).toBe(2)
  })

  it('refuses values that do not broadcast to the part', () => {
    expect(() => grid().setAt_([0], tensor([1, 2]))).toThrow(ShapeError)
    expect(() => grid().setAt_([[0, 1]], tensor([1, 2]).float())).toThrow(ShapeError)
    expect(() => grid().setAt_([grid().eq(0)], tensor([1, 2]).float())).toThrow(/\[2\].*\[6\]/)
  })
})

describe('indexPut', () => {
  it('replaces in a copy, or adds as often as a place is named', () => {
    const target = zeros([3])
    const values = tensor([1, 2], { dtype: 'float32' })
    expect(target.indexPut([[0, 0]], values, { accumulate: true }).toArray()).toEqual([3, 0, 0])
    expect(target.indexPut([[1]], 5).toArray()).toEqual([0, 5, 0])
    expect(target.toArray()).toEqual([0, 0, 0])
    target.indexPut_([':'], 1, { accumulate: true })
    expect(target.toArray()).toEqual([1, 1, 1])
  })

  it('refuses a value of another dtype, and places out of range', () => {
    expect(() => zeros([3]).indexPut([[0]], tensor([1]))).toThrow(
      'indexPut: values must be float32 like the tensor, got',
    )
    expect(() => zeros([3]).indexPut([[3]], 1)).toThrow('indexPut: index 3 is out of range for a dimension of size 3')
  })
})
