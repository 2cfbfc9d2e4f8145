import { describe, expect, it } from 'vitest'
import { manualSeed, ones, type Tensor, tensor, zeros } from '../src/index'

const x = tensor([
  [3, 1, 2],
  [0.5, 4, 4],
])
const y = ones([2, 3])
const index = tensor([[2], [0]])

type Methods = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>

const call = (target: Tensor, name: string, args: readonly unknown[]): unknown =>
  (target as unknown as Methods)[name]?.(...args)

/** Tensors as nested lists; of picked elements, values and indices. */
function listsOf(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(listsOf)
  if (typeof result !== 'object' || result === null) return result
  return 'values' in result && 'indices' in result
    ? [listsOf(result.values), listsOf(result.indices)]
    : (result as Tensor).toArray()
}

/** All in one list. */
const flat = (lists: unknown): unknown[] => [lists].flat(Number.POSITIVE_INFINITY)

// PyTorch's answers to the same calls.
const cases: readonly (readonly [name: string, args: readonly unknown[], expected: unknown])[] = [
  ['sum', [1, true], [[6], [8.5]]],
  ['mean', [0, true], [[1.75, 2.5, 3]]],
  ['prod', [1, true], [[6], [8]]],
  ['var', [0, false], [1.5625, 2.25, 1]],
  ['var', [1, false, true], [[0.66666], [2.72222]]],
  ['var', [false], 1.86805],
  ['var', [1, { correction: 0 }], [0.66666, 2.72222]],
  ['std', [0, false, true], [[1.25, 1.5, 1]]],
  [
    'max',
    [1, true],
    [
      [[3], [4]],
      [[0], [1]],
    ],
  ],
  [
    'min',
    [1, true],
    [
      [[1], [0.5]],
      [[1], [0]],
    ],
  ],
  [
    'median',
    [1, true],
    [
      [[2], [4]],
      [[2], [1]],
    ],
  ],
  ['amax', [1, true], [[3], [4]]],
  ['amin', [[0, 1], true], [[0.5]]],
  ['argmax', [1, true], [[0], [1]]],
  ['argmin', [null, true], [[3]]],
  ['all', [1, true], [[true], [true]]],
  ['any', [0, true], [[true, true, true]]],
  ['norm', [1, 1, true], [[6], [8.5]]],
  ['norm', [Infinity, 0], [3, 4, 4]],
  [
    'sort',
    [1, true],
    [
      [
        [3, 2, 1],
        [4, 4, 0.5],
      ],
      [
        [0, 2, 1],
        [1, 2, 0],
      ],
    ],
  ],
  [
    'argsort',
    [0, true],
    [
      [0, 1, 1],
      [1, 0, 0],
    ],
  ],
  [
    'topk',
    [2, 1, false],
    [
      [
        [1, 2],
        [0.5, 4],
      ],
      [
        [1, 2],
        [0, 1],
      ],
    ],
  ],
  ['topk', [1, 0, false, true], [[[0.5, 1, 2]], [[1, 0, 0]]]],
  [
    'cumsum',
    [{ dim: 0 }],
    [
      [3, 1, 2],
      [3.5, 5, 6],
    ],
  ],
  [
    'cumprod',
    [1],
    [
      [3, 3, 6],
      [0.5, 2, 8],
    ],
  ],
  [
    'clamp',
    [1, 3],
    [
      [3, 1, 2],
      [1, 3, 3],
    ],
  ],
  [
    'clamp',
    [{ min: 2 }],
    [
      [3, 2, 2],
      [2, 4, 4],
    ],
  ],
  [
    'clamp',
    [{ max: 2 }],
    [
      [2, 1, 2],
      [0.5, 2, 2],
    ],
  ],
  [
    'add',
    [y, { alpha: 2 }],
    [
      [5, 3, 4],
      [2.5, 6, 6],
    ],
  ],
  [
    'sub',
    [y, { alpha: 2 }],
    [
      [1, -1, 0],
      [-1.5, 2, 2],
    ],
  ],
  [
    'div',
    [2, { roundingMode: 'floor' }],
    [
      [1, 0, 1],
      [0, 2, 2],
    ],
  ],
  [
    'transpose',
    [0, 1],
    [
      [3, 0.5],
      [1, 4],
      [2, 4],
    ],
  ],
  [
    'permute',
    [{ dims: [1, 0] }],
    [
      [3, 0.5],
      [1, 4],
      [2, 4],
    ],
  ],
  [
    'permute',
    [1, 0],
    [
      [3, 0.5],
      [1, 4],
      [2, 4],
    ],
  ],
  ['flatten', [{ startDim: 0 }], [3, 1, 2, 0.5, 4, 4]],
  [
    'unsqueeze',
    [{ dim: 0 }],
    [
      [
        [3, 1, 2],
        [0.5, 4, 4],
      ],
    ],
  ],
  ['unflatten', [1, [1, 3]], [[[3, 1, 2]], [[0.5, 4, 4]]]],
  [
    'movedim',
    [0, 1],
    [
      [3, 0.5],
      [1, 4],
      [2, 4],
    ],
  ],
  [
    'flip',
    [0, 1],
    [
      [4, 4, 0.5],
      [2, 1, 3],
    ],
  ],
  [
    'flip',
    [{ dims: [1] }],
    [
      [2, 1, 3],
      [4, 4, 0.5],
    ],
  ],
  [
    'tile',
    [{ dims: [2] }],
    [
      [3, 1, 2, 3, 1, 2],
      [0.5, 4, 4, 0.5, 4, 4],
    ],
  ],
  ['select', [1, 0], [3, 0.5]],
  [
    'narrow',
    [1, 1, 2],
    [
      [1, 2],
      [4, 4],
    ],
  ],
  [
    'split',
    [2, 1],
    [
      [
        [3, 1],
        [0.5, 4],
      ],
      [[2], [4]],
    ],
  ],
  [
    'split',
    [[1, 2], { dim: 1 }],
    [
      [[3], [0.5]],
      [
        [1, 2],
        [4, 4],
      ],
    ],
  ],
  [
    'chunk',
    [2, 1],
    [
      [
        [3, 1],
        [0.5, 4],
      ],
      [[2], [4]],
    ],
  ],
  [
    'unbind',
    [1],
    [
      [3, 0.5],
      [1, 4],
      [2, 4],
    ],
  ],
  [
    'tril',
    [-1],
    [
      [0, 0, 0],
      [0.5, 0, 0],
    ],
  ],
  [
    'triu',
    [{ diagonal: 1 }],
    [
      [0, 1, 2],
      [0, 0, 4],
    ],
  ],
  ['gather', [{ dim: 1, index }], [[2], [0.5]]],
  [
    'scatter',
    [1, index, { value: 9 }],
    [
      [3, 1, 9],
      [9, 4, 4],
    ],
  ],
  [
    'scatter',
    [1, index, 9, { reduce: 'add' }],
    [
      [3, 1, 11],
      [9.5, 4, 4],
    ],
  ],
  ['indexSelect', [1, { index: tensor([0]) }], [[3], [0.5]]],
  [
    'maskedFill',
    [x.gt(2), 0],
    [
      [0, 1, 2],
      [0.5, 0, 0],
    ],
  ],
  [
    'maskedFill',
    [{ mask: x.gt(2), value: 0 }],
    [
      [0, 1, 2],
      [0.5, 0, 0],
    ],
  ],
  [
    'indexPut',
    [[tensor([0])], y.at(0), true],
    [
      [4, 2, 3],
      [0.5, 4, 4],
    ],
  ],
  [
    'round',
    [{ decimals: -1 }],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ],
  ['size', [1], 3],
  ['stride', [0], 3],
  [
    'nonzero',
    [{ asTuple: true }],
    [
      [0, 0, 0, 1, 1, 1],
      [0, 1, 2, 0, 1, 2],
    ],
  ],
]

describe('a method of a tensor', () => {
  it.each(cases)('%s takes %j as PyTorch does', (name, args, expected) => {
    const given = listsOf(call(x, name, args))
    expect(shapeOf(given)).toEqual(shapeOf(expected))
    flat(given).forEach((value, i) => {
      const wanted = flat(expected)[i]
      if (typeof wanted === 'number') expect(value).toBeCloseTo(wanted, 4)
      else expect(value).toBe(wanted)
    })
  })

  it('takes a dtype where PyTorch does', () => {
    expect(x.softmax(1, 'float64').dtype).toBe('float64')
    expect(x.to('float64').dtype).toBe('float64')
    expect(x.to({ dtype: 'int64' }).toArray()).toEqual([
      [3, 1, 2],
      [0, 4, 4],
    ])
    expect(x.to(index).dtype).toBe('int64')
    expect(x.to(x)).toBe(x)
    expect(x.to(x, { copy: true }) === x).toBe(false)
    expect(x.to('float32', { copy: true }) === x).toBe(false)
    expect(x.typeAs(index).dtype).toBe('int64')
  })

  it('adds products of matrices', () => {
    expect(ones([2, 2]).addmm(y, y.t(), { beta: 2, alpha: 3 }).toArray()).toEqual([
      [11, 11],
      [11, 11],
    ])
    expect(
      ones([2])
        .addmv(y, tensor([1, 0, 0], { dtype: 'float32' }), { beta: 2 })
        .toArray(),
    ).toEqual([3, 3])
    expect(
      ones([2, 2])
        .addbmm(ones([3, 2, 1]), ones([3, 1, 2]))
        .toArray(),
    ).toEqual([
      [4, 4],
      [4, 4],
    ])
    expect(ones([2, 2]).baddbmm(ones([3, 2, 1]), ones([3, 1, 2])).shape).toEqual([3, 2, 2])
    const [a, b] = [tensor([1, 2], { dtype: 'float32' }), tensor([1, 2, 3], { dtype: 'float32' })]
    expect(ones([2, 3]).addr(a, b, { alpha: 2 }).toArray()).toEqual([
      [3, 5, 7],
      [5, 9, 13],
    ])
  })

  it('is transposed by properties too', () => {
    const stack = zeros([2, 3, 4])
    expect(x.T.toArray()).toEqual(x.t().toArray())
    expect(x.H.toArray()).toEqual(x.t().toArray())
    expect(stack.T.shape).toEqual([4, 3, 2])
    expect(stack.mH.shape).toEqual([2, 4, 3])
    expect(() => stack.H).toThrow('H: expects a matrix, got [2, 3, 4]')
    expect(() => zeros([2]).mH).toThrow('mH: expects at least 2 dimensions, got [2]')
  })

  it('draws in the bounds that follow', () => {
    manualSeed(0)
    const drawn = zeros([100]).uniform_(2, 3)
    expect(drawn.min().item()).toBeGreaterThanOrEqual(2)
    expect(drawn.max().item()).toBeLessThan(3)
    manualSeed(0)
    expect(zeros([100]).uniform_({ from: 2, to: 3 }).toArray()).toEqual(drawn.toArray())
  })
})

function shapeOf(lists: unknown): unknown {
  return Array.isArray(lists) ? lists.map(shapeOf) : 0
}

describe('what a method does not take', () => {
  it.each<[string, readonly unknown[], string]>([
    ['exp', [{ out: x }], "exp: there is no option 'out'; it takes (input)"],
    ['exp_', [1], 'exp_: takes 1 argument by position, got 2'],
    ['mul', [2, 3], 'mul: takes 2 arguments by position, got 3'],
    ['add', [y, { alpha: tensor(2) }], 'add: alpha must be a number, got a'],
    ['add_', [y, 2], 'add_: takes 2 arguments by position, got 3, beginning with 2 too many; write { alpha: 2 }'],
    ['add', ['2'], "add: other must be a tensor or a number, got '2'"],
    ['mul', [undefined], 'mul: other must be a tensor or a number, got undefined'],
    ['gt', [null], 'gt: other must be a tensor or a number, got null'],
    ['eq', [[3, 1, 2]], 'eq: other must be a tensor or a number, got [3, 1, 2]'],
    ['pow', [[2]], 'pow: other must be a tensor or a number, got [2]'],
    ['maximum', [2], 'maximum: other must be a tensor, got 2'],
    ['fill_', ['1'], "fill_: value must be a tensor or a number, got '1'"],
    ['fill_', [[1]], 'fill_: value must be a tensor or a number, got [1]'],
    ['fill_', [undefined], 'fill_: value is missing; it takes (input, value)'],
    ['copy_', [null], 'copy_: src must be a tensor or a number, got null'],
    ['copy_', [[1, 2, 3]], 'copy_: src must be a tensor or a number, got [1, 2, 3]'],
    ['maskedFill', [x.gt(1), null], 'maskedFill: value must be a tensor or a number, got null'],
    ['maskedFill_', [true, 0], 'maskedFill_: mask must be a tensor, got true'],
    ['lerp', [y, '0.5'], "lerp: weight must be a tensor or a number, got '0.5'"],
    ['lerp', [1, 0.5], 'lerp: end must be a tensor, got 1'],
    ['clamp', ['0'], "clamp: min must be a tensor or a number or null, got '0'"],
    ['clampMin', [null], 'clampMin: min must be a tensor or a number, got null'],
    ['matmul', [[1, 2]], 'matmul: other must be a tensor, got [1, 2]'],
    ['mm', [2], 'mm: mat2 must be a tensor, got 2'],
    ['sum', [true], 'sum: dim must be a dimension, a list of dimensions or null, got true'],
    ['sort', ['1'], "sort: dim must be an integer, got '1'"],
    ['max', [{ keepdim: true }], 'max: keepdim is for a dimension, and dim is missing'],
    ['view', ['2', 3], "view: size must be a list of integers, as [2, 3], got ['2', 3]"],
    ['reshape', [{ size: [6] }], "reshape: there is no option 'size'; it takes (input, shape)"],
    ['transpose', [0], 'transpose: dim1 is missing; it takes (input, dim0, dim1)'],
    ['softmax', [], 'softmax: dim is missing; it takes (input, dim, dtype)'],
    ['to', ['cuda'], 'to: dtype must be one of bool'],
    ['at', [{ begin: 1 }], "at: there is no option 'begin'; it takes (input, indices)"],
    ['setAt_', [0, 1], 'setAt_: indices must be a list of indices'],
    ['scatter', [1, index], 'scatter: src is missing, a tensor or a number'],
    ['item', [0], 'item: takes 1 argument by position, got 2'],
    [
      'addcmul',
      [y, y, 2],
      'addcmul: takes 3 arguments by position, got 4, beginning with 2 too many; write { value: 2 }',
    ],
  ])('%s(%j) is refused in words', (name, args, message) => {
    expect(() => call(x.clone(), name, args)).toThrow(TypeError)
    expect(() => call(x.clone(), name, args)).toThrow(message)
  })

  it('is refused where it has several elements', () => {
    expect(() => x.clone().fill_(ones([1]))).toThrow(
      'fill_: value must be a number or a 0-d tensor, got a float32 tensor [1]',
    )
  })

  it('is refused in the name of the method, also where it changes the tensor', () => {
    expect(() => x.clone().sub_(tensor(true))).toThrow('sub_: not defined for bool tensors')
    expect(() => x.clone().lerp_(zeros([4]), 0.5)).toThrow('lerp_: shapes [2, 3] and [4] do not broadcast')
    expect(() => x.clamp({ min: zeros([4]) })).toThrow('clamp: shapes [2, 3] and [4] do not broadcast')
    expect(() => x.clone().setAt_([0], zeros([4]))).toThrow('setAt_: shapes [4] and [3] do not broadcast')
  })
})

describe('no memory', () => {
  it('is told with the op, the shape and the size', () => {
    const huge = ones([1]).expand(1e6, 1e7)
    expect(() => huge.add(1)).toThrow(RangeError)
    expect(() => huge.add(1)).toThrow('add: no memory for a float32 tensor [1000000, 10000000] of 40000 GB')
    expect(() => zeros([1e7, 1e6])).toThrow('zeros: no memory for a float32 tensor [10000000, 1000000] of 40000 GB')
  })
})
