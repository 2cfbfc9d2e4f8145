import { describe, expect, it } from 'vitest'
import { add, DTypeError, div, floorDivide, mul, pow, remainder, rsub, sub, tensor } from '../../src/index'

describe('arithmetic with a number on the left', () => {
  const x = tensor([1, 2, 4])

  it('computes in the order in which it is written', () => {
    expect(add(1, x).toArray()).toEqual([2, 3, 5])
    expect(sub(1, x).toArray()).toEqual([0, -1, -3])
    expect(mul(3, x).toArray()).toEqual([3, 6, 12])
    expect(div(1, x).toArray()).toEqual([1, 0.5, 0.25])
    expect(pow(2, x).toArray()).toEqual([2, 4, 16])
    expect(floorDivide(-7, x).toArray()).toEqual([-7, -4, -2])
    expect(remainder(-7, x).toArray()).toEqual([0, 1, 1])
  })

  it('promotes as a number on the right does', () => {
    expect(sub(1.5, x).dtype).toBe('float32')
    expect(sub(1.5, x.double()).dtype).toBe('float64')
    expect(sub(1, x).dtype).toBe('int64')
  })

  it('scales the tensor by alpha', () => {
    expect(sub(10, x, { alpha: 2 }).toArray()).toEqual([8, 6, 2])
    expect(rsub(x, 10, { alpha: 2 }).toArray()).toEqual([8, 6, 2])
    expect(() => rsub(x, 10, { alpha: 0.5 })).toThrow(
      new DTypeError('rsub: alpha 0.5 is no integer, the operands are int64'),
    )
  })

  it('refuses what is neither a tensor nor a number', () => {
    const nothing = undefined as unknown as number
    expect(() => add(x, nothing)).toThrow(new TypeError('add: other must be a tensor or a number, got undefined'))
    expect(() => x.mul(nothing)).toThrow(new TypeError('mul: other must be a tensor or a number, got undefined'))
    expect(() => x.add_('3' as unknown as number)).toThrow(
      new TypeError("add_: other must be a tensor or a number, got '3'"),
    )
  })

  it('refuses numbers on both sides', () => {
    expect(() => pow(2, 3)).toThrow(new TypeError('pow: input or other must be a tensor, got 2 and 3'))
    expect(() => div(1, 2)).toThrow('div: input or other must be a tensor')
  })
})
