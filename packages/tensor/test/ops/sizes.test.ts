import { describe, expect, expectTypeOf, it } from 'vitest'
import { empty, full, fullLike, manualSeed, ones, rand, randn, ShapeError, type Tensor, zeros } from '../../src/index'

const makers = { zeros, ones, empty, rand, randn }
type Name = keyof typeof makers

/** As plain JavaScript calls it. */
const loose = makers as unknown as Record<Name, (...args: unknown[]) => Tensor>

describe.each(Object.keys(makers) as Name[])('%s', (name) => {
  const make = makers[name]

  it('takes sizes one by one or in a list, and options last', () => {
    expect(make(2, 3).shape).toEqual([2, 3])
    expect(make([2, 3]).shape).toEqual([2, 3])
    expect(make([]).shape).toEqual([])
    expect(make(2, 3, { dtype: 'float64' })).toMatchObject({ shape: [2, 3], dtype: 'float64' })
    expect(make([2], { dtype: 'float64' })).toMatchObject({ shape: [2], dtype: 'float64' })
    expectTypeOf(make).parameters.not.toExtend<[]>()
  })

  it.each<[unknown[], string]>([
    [[], 'size is missing'],
    [['2'], "size must be a list of integers, as [2, 3], got '2'"],
    [[[2.5]], 'size must be a list of integers, as [2, 3], got [2.5]'],
    [[2.5], 'size must be a list of integers, as [2, 3], got [2.5]'],
    [[2, '3'], "size must be a list of integers, as [2, 3], got [2, '3']"],
    [[null], 'size must be a list of integers, as [2, 3], got null'],
    [[2, 3, 'float64'], "write { dtype: 'float64' }"],
    [[[2, 3], 'float64'], "write { dtype: 'float64' }"],
    [[2, { requires_grad: true }], 'write requiresGrad'],
    [[2, { dtype: 'half' }], "dtype must be one of bool, uint8, int32, int64, float32, float64, got 'half'"],
  ])('refuses %j', (args, message) => {
    expect(() => loose[name](...args)).toThrow(TypeError)
    expect(() => loose[name](...args)).toThrow(new RegExp(`^${name}: `))
    expect(() => loose[name](...args)).toThrow(message)
  })

  it('refuses a negative size', () => {
    expect(() => make(2, -1)).toThrow(ShapeError)
  })
})

describe('full', () => {
  it('takes a 0-d tensor, which decides the kind of number as in PyTorch', () => {
    const x = full([2], ones([], { dtype: 'float64' }).mul(2.5))
    expect([x.dtype, x.toArray()]).toEqual(['float32', [2.5, 2.5]])
    expect(full([1], ones([], { dtype: 'int32' })).dtype).toBe('int64')
    expect(full([1], ones([], { dtype: 'bool' })).toArray()).toEqual([true])
    expect(fullLike(zeros(2), ones([])).toArray()).toEqual([1, 1])
  })

  it('refuses to do without a value, and one with dimensions', () => {
    const calls = { full, fullLike } as unknown as Record<string, (...args: unknown[]) => Tensor>
    expect(() => calls.full?.([2])).toThrow('full: fillValue is missing')
    expect(() => calls.fullLike?.(ones(2))).toThrow('fullLike: fillValue is missing')
    expect(() => calls.full?.([2], '7')).toThrow("full: fillValue must be a tensor or a number, got '7'")
    expect(() => full([2], ones(2))).toThrow(
      'full: fillValue must be a number or a 0-d tensor, got a float32 tensor [2]',
    )
    expect(() => fullLike(ones(2), ones(2))).toThrow('fullLike: fillValue must be')
    expect(() => fullLike(ones(2, { dtype: 'int64' }), Number.NaN)).toThrow('fullLike: NaN is not exact in int64')
  })
})

it('the sizes of random tensors do not change what is drawn', () => {
  manualSeed(0)
  const one = randn(2, 3)
  manualSeed(0)
  expect(randn([2, 3]).equal(one)).toBe(true)
})
