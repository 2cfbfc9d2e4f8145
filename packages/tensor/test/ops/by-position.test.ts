import { expect, test } from 'vitest'
import {
  arange,
  atleast2d,
  bincount,
  cdist,
  diff,
  einsum,
  eye,
  isclose,
  isFloatingPoint,
  kthvalue,
  linspace,
  logspace,
  meshgrid,
  nansum,
  nanToNum,
  ones,
  repeatInterleave,
  resultType,
  roll,
  rot90,
  type Tensor,
  tensor,
  trapezoid,
} from '../../src/index'

const square = tensor([
  [1, 2],
  [3, 4],
])

// PyTorch's answers to the same calls.
test.each<[string, Tensor, unknown]>([
  ['diff(x, n)', diff(tensor([1, 3, 6, 10]), 2), [1, 1]],
  ['diff(x, n, dim, prepend, append)', diff(tensor([1, 3, 6]), 1, 0, tensor([0]), tensor([10])), [1, 2, 3, 4]],
  ['logspace(start, end, steps, base)', logspace(0, 3, 4, 2), [1, 2, 4, 8]],
  ['eye(n, m)', eye(1, 2), [[1, 0]]],
  ['arange(start, end, step)', arange(5, 0, -2), [5, 3, 1]],
  ['nanToNum(x, nan, posinf, neginf)', nanToNum(tensor([Number.NaN, Infinity, -Infinity]), 1, 2, 3), [1, 2, 3]],
  ['bincount(x, weights, minlength)', bincount(tensor([0, 2, 2]), null, 5), [1, 0, 2, 0, 0]],
  ['isclose(a, b, rtol)', isclose(tensor([1.5, 2]), tensor([1.6, 2]), 0.2), [true, true]],
  [
    'nansum(x, dim, keepdim)',
    nansum(
      tensor([
        [1, Number.NaN],
        [2, 3],
      ]),
      1,
      true,
    ),
    [[1], [5]],
  ],
  ['kthvalue(x, k, dim, keepdim)', kthvalue(tensor([[3, 1, 2]]), 2, 1, true).values, [[2]]],
  ['repeatInterleave(x, repeats, dim)', repeatInterleave(tensor([1, 2]), 2, 0, { outputSize: 4 }), [1, 1, 2, 2]],
  [
    'roll(x, shifts, dims)',
    roll(square, 1, 0),
    [
      [3, 4],
      [1, 2],
    ],
  ],
  [
    'rot90(x, k, dims)',
    rot90(square, 2, [0, 1]),
    [
      [4, 3],
      [2, 1],
    ],
  ],
  ['trapezoid(y, x)', trapezoid(tensor([1, 5, 10]), tensor([1, 2, 5])), 25.5],
  ['cdist(x1, x2, p)', cdist(tensor([[0.0, 3.5]]), tensor([[4.0, 0.5]]), 1), [[7]]],
  ['einsum(equation, a, b)', einsum('i,i', tensor([1, 2]), tensor([3, 4])), 11],
  ['einsum(equation, [a, b])', einsum('i,i', [tensor([1, 2]), tensor([3, 4])]), 11],
  [
    'meshgrid(a, b)',
    meshgrid(tensor([1, 2]), tensor([3, 4]))[0] as Tensor,
    [
      [1, 1],
      [2, 2],
    ],
  ],
  [
    'meshgrid(a, b, { indexing })',
    meshgrid(tensor([1, 2]), tensor([3, 4]), { indexing: 'xy' })[0] as Tensor,
    [
      [1, 2],
      [1, 2],
    ],
  ],
  ['atleast2d(a, b)', atleast2d(tensor(1), tensor([1, 2]))[1] as Tensor, [[1, 2]]],
])('%s', (_, x, expected) => {
  expect(x.toArray()).toEqual(expected)
})

test('a range, linspace and eye name what is missing or wrong', () => {
  const loose = { arange, linspace, eye } as unknown as Record<string, (...args: unknown[]) => Tensor>
  expect(() => loose.arange?.()).toThrow('arange: end is missing')
  expect(() => loose.arange?.('3')).toThrow("arange: end must be a number, got '3'")
  expect(() => loose.arange?.(0, 3, 1, 'float32')).toThrow("write { dtype: 'float32' }")
  expect(() => loose.linspace?.(0, 1)).toThrow('linspace: steps is missing')
  expect(() => loose.eye?.(2.5)).toThrow('eye: n must be an integer, got 2.5')
  expect(() => loose.arange?.(3, { requiresGrad: true })).toThrow('arange: only floating-point tensors can require')
})

test('functions of dtypes take tensors too where PyTorch’s do, and refuse what is no dtype', () => {
  expect([isFloatingPoint('float64'), isFloatingPoint(ones(2)), isFloatingPoint(tensor([1]))]).toEqual([
    true,
    true,
    false,
  ])
  expect(resultType(tensor([1, 2]), 1.5)).toBe('float32')
  expect(() => isFloatingPoint('half' as never)).toThrow('isFloatingPoint: input must be a tensor or one of bool')
})
