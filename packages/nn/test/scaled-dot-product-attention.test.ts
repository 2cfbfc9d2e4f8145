import { gradcheck, gradgradcheck } from '@nn/autograd'
import { functional } from '@nn/nn'
import { arange, DTypeError, manualSeed, randn, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

const { scaledDotProductAttention } = functional

const query = tensor(
  [
    [1.0, 0],
    [0, 1],
    [1, 1],
  ],
  { dtype: 'float32' },
)
const value = tensor(
  [
    [1.0, 2],
    [3, 4],
    [5, 6],
  ],
  { dtype: 'float32' },
)
const mask = tensor([
  [true, false, true],
  [false, false, false],
  [true, true, false],
])

function attend(options: functional.AttentionOptions): Tensor {
  return scaledDotProductAttention(query, query, value, options)
}

describe('scaledDotProductAttention gives what PyTorch gives', () => {
  it.each<[string, functional.AttentionOptions, number[]]>([
    ['without a mask', {}, [3, 4, 3.4066725, 4.4066725, 3.5104697, 4.5104694]],
    ['where nobody looks ahead', { isCausal: true }, [1, 2, 2.3395228, 3.3395231, 3.5104697, 4.5104694]],
    ['with a bool mask, 0 for a query that sees nothing', { attnMask: mask }, [3, 4, 0, 0, 2, 3]],
    [
      'with numbers as a mask and another scale',
      { attnMask: tensor([0, 1, -1]).float(), scale: 2 },
      [2.2716494, 3.2716494, 3.1443701, 4.1443701, 3.5339127, 4.5339127],
    ],
  ])('%s', (_, options, expected) => {
    const out = attend(options).reshape(-1)
    expected.forEach((x, i) => {
      expect(out.at(i).item()).toBeCloseTo(x, 5)
    })
  })

  it('attends evenly where there are no features to compare', () => {
    const [query, key, value] = [zeros([2, 1, 0]), zeros([2, 4, 0]), arange(8).float().view(2, 4, 1)]
    expect(scaledDotProductAttention(query, key, value).flatten().toArray()).toEqual([1.5, 5.5])
  })

  it('with dropout, from the same seed', () => {
    manualSeed(0)
    const out = attend({ dropoutP: 0.5 }).reshape(-1)
    const expected = [4.0111208, 4.813345, 0, 0, 1.9860406, 2.9790609]
    expected.forEach((x, i) => {
      expect(out.at(i).item()).toBeCloseTo(x, 5)
    })
  })
})

it('query heads may share keys and values', () => {
  manualSeed(0)
  const [q, k, v] = [randn([1, 4, 3, 2]), randn([1, 2, 5, 2]), randn([1, 2, 5, 2])]
  const shared = scaledDotProductAttention(q, k, v, { enableGqa: true })
  const last = scaledDotProductAttention(q.select(1, 3), k.select(1, 1), v.select(1, 1))
  expect(shared.select(1, 3).toArray()).toEqual(last.toArray())
})

it('a query that sees nothing passes no NaN to gradients', () => {
  const q = query.clone().requiresGrad_()
  scaledDotProductAttention(q, q, value, { attnMask: mask }).sum().backward()
  expect(q.grad?.isfinite().all().item()).toBe(1)
})

it('has the gradients of finite differences, once and twice', () => {
  manualSeed(0)
  const inputs = [
    [1, 2, 3],
    [2, 4, 3],
    [2, 4, 2],
    [2, 4],
  ].map((shape) => randn(shape, { dtype: 'float64', requiresGrad: true }))
  const attend = (q: Tensor, k: Tensor, v: Tensor, attnMask?: Tensor): Tensor =>
    scaledDotProductAttention(q, k, v, { attnMask: attnMask ?? null })
  expect(gradcheck(attend, inputs)).toBe(true)
  expect(gradgradcheck(attend, inputs)).toBe(true)
})

it.each<[string, () => Tensor, new (message: string) => Error]>([
  ['a mask together with isCausal', () => attend({ attnMask: mask, isCausal: true }), RangeError],
  ['a mask of integers', () => attend({ attnMask: mask.long() }), DTypeError],
  ['integers', () => scaledDotProductAttention(query.long(), query.long(), value.long()), DTypeError],
  ['different dtypes', () => scaledDotProductAttention(query.double(), query, value), DTypeError],
  ['keys of another size', () => scaledDotProductAttention(query, zeros([3, 3]), value), ShapeError],
  ['fewer values than keys', () => scaledDotProductAttention(query, query, zeros([2, 2])), ShapeError],
  [
    'heads that do not divide',
    () => scaledDotProductAttention(zeros([4, 1, 1]), zeros([3, 1, 1]), zeros([3, 1, 1]), { enableGqa: true }),
    ShapeError,
  ],
])('refuses %s', (_, call, errorClass) => {
  expect(call).toThrow(errorClass)
  expect(call).toThrow('scaledDotProductAttention: ')
})
