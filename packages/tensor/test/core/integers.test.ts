import { describe, expect, it } from 'vitest'
import { arange, DTypeError, full, prod, scatterAdd, type Tensor, tensor } from '../../src/index'

const LARGEST = Number.MAX_SAFE_INTEGER
const int64 = (...values: number[]): Tensor => tensor(values, { dtype: 'int64' })
const int32 = (...values: number[]): Tensor => tensor(values, { dtype: 'int32' })
const uint8 = (...values: number[]): Tensor => tensor(values, { dtype: 'uint8' })

describe('int64', () => {
  it('is exact to 2^53', () => {
    expect(int64(LARGEST, -LARGEST).toArray()).toEqual([LARGEST, -LARGEST])
    expect(int64(LARGEST).sub(1).add(1).toArray()).toEqual([LARGEST])
    expect(int64(3037000499).mul(2965820).toArray()).toEqual([3037000499 * 2965820])
  })

  it.each<[string, () => unknown]>([
    ['tensor', () => int64(2 ** 53)],
    ['tensor', () => int64(Number.NaN)],
    ['full', () => full([2], 2 ** 53, { dtype: 'int64' })],
    ['arange', () => arange(LARGEST - 1, LARGEST + 4)],
    ['fill_', () => int64(0).fill_(2 ** 60)],
    ['add', () => int64(LARGEST).add(1)],
    ['add', () => int64(LARGEST).add(2)],
    ['add', () => int64(2 ** 52).add(int64(2 ** 52))],
    ['sub', () => int64(-LARGEST).sub(2)],
    ['mul', () => int64(2 ** 27).mul(2 ** 26)],
    ['add', () => int64(-LARGEST).add(int64(LARGEST), { alpha: 2 })],
    ['square', () => int64(2 ** 27).square()],
    ['pow', () => int64(3).pow(34)],
    ['pow', () => int64(10).pow(tensor(400))],
    ['sum', () => int64(LARGEST, 1).sum()],
    ['sum', () => int64(LARGEST, 2, -3).sum()],
    ['prod', () => prod(int64(2 ** 30, 2 ** 30))],
    ['matmul', () => int64(LARGEST, 2).matmul(int64(1, 1))],
    ['matmul', () => int64(2 ** 30).matmul(int64(2 ** 30))],
    ['scatterAdd', () => scatterAdd(int64(LARGEST), 0, tensor([0]), int64(2))],
    ['indexPut_', () => int64(LARGEST).indexPut_([[0, 0]], 1, { accumulate: true })],
    ['to int64', () => tensor([1e20, 0.5]).long()],
    ['to int64', () => tensor([Number.NaN]).long()],
  ])('%s refuses what is not exact instead of giving a wrong number', (name, call) => {
    expect(call).toThrow(DTypeError)
    expect(call).toThrow(`${name}: `)
  })

  it('has no negative zero', () => {
    const zeros = [int64(0).neg(), int64(0).mul(-1), tensor([-0.5]).long(), int64(-1).div(2, { roundingMode: 'trunc' })]
    for (const zero of zeros) expect(Object.is(zero.item(), 0)).toBe(true)
  })
})

// Every expected value below is what PyTorch gives.
describe('int32', () => {
  const max = 2 ** 31 - 1
  const min = -(2 ** 31)

  it('wraps around', () => {
    expect(int32(max).add(1).toArray()).toEqual([min])
    expect(int32(min).sub(1).toArray()).toEqual([max])
    expect(int32(max).mul(int32(max)).toArray()).toEqual([1])
    expect(int32(max).square().toArray()).toEqual([1])
    expect(int32(max).pow(3).toArray()).toEqual([max])
    expect(int32(min).neg().toArray()).toEqual([min])
    expect(int32(min).abs().toArray()).toEqual([min])
    expect(int32(min).floorDivide(-1).toArray()).toEqual([min])
    expect(
      int32(1, 2)
        .mul(2 ** 31)
        .toArray(),
    ).toEqual([min, 0])
    expect(
      int32(1, 2)
        .add(2 ** 40)
        .toArray(),
    ).toEqual([1, 2])
    expect(int32(1).add(int32(max), { alpha: 3 }).toArray()).toEqual([max - 1])
    expect(int32(max, max).matmul(int32(max, 2)).item()).toBe(-1)
  })

  it('takes the lowest bits of wider integers', () => {
    expect(
      tensor([2 ** 40 + 5])
        .int()
        .toArray(),
    ).toEqual([5])
  })

  it('adds up to int64', () => {
    const sum = int32(max, max).sum()
    expect([sum.dtype, sum.item()]).toEqual(['int64', 2 * max])
  })
})

describe('uint8', () => {
  it('wraps around', () => {
    expect(uint8(250).add(10).toArray()).toEqual([4])
    expect(uint8(1).sub(2).toArray()).toEqual([255])
    expect(uint8(1, 250).neg().toArray()).toEqual([255, 6])
    expect(uint8(1, 250).mul(-1).toArray()).toEqual([255, 6])
    expect(uint8(1, 250).add(300).toArray()).toEqual([45, 38])
    expect(uint8(3, 5).pow(uint8(7, 9)).toArray()).toEqual([139, 101])
    expect(tensor([300, -1]).to('uint8').toArray()).toEqual([44, 255])
  })
})

describe('a number given for an element', () => {
  it('is refused where the dtype cannot hold it', () => {
    expect(() => uint8(300)).toThrow('tensor: uint8 cannot hold 300')
    expect(() => full([2], 300, { dtype: 'uint8' })).toThrow('full: uint8 cannot hold 300')
    expect(() => int32(2 ** 31)).toThrow(DTypeError)
    expect(() => uint8(0).fill_(300)).toThrow('fill_: uint8 cannot hold 300')
    expect(() => uint8(0).maskedFill(tensor([true]), 300)).toThrow('maskedFill: uint8 cannot hold 300')
    expect(() => uint8(0).setAt_([0], 300)).toThrow(DTypeError)
    expect(() => int64(0).fill_(Infinity)).toThrow(DTypeError)
  })

  it('is cut to a whole number, wrapped where it is below 0, and true where it is not 0', () => {
    expect(tensor([1.7, -1.7], { dtype: 'int64' }).toArray()).toEqual([1, -1])
    expect(int64(0).fill_(1.5).toArray()).toEqual([1])
    expect(
      int64(0, 0)
        .maskedFill(tensor([true, false]), 1.5)
        .toArray(),
    ).toEqual([1, 0])
    expect(uint8(-1).toArray()).toEqual([255])
    expect(tensor([false]).fill_(0.5).toArray()).toEqual([true])
    expect(
      tensor([false, false])
        .maskedFill(tensor([true, false]), 10)
        .toTypedArray(),
    ).toEqual(new Uint8Array([1, 0]))
  })
})
