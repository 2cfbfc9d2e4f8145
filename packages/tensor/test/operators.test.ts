import { describe, expect, it } from 'vitest'
import { ones, type Tensor, tensor } from '../src/index'

const one = tensor([2.5])
const many = ones([2])
/** As plain JavaScript sees it. */
const number = (x: Tensor): number => x as unknown as number

describe("JavaScript's operators", () => {
  it('compute with a tensor of one element as with its number', () => {
    let running = 0
    running += number(one)
    running += number(tensor(1))
    expect(running).toBe(3.5)
    expect(number(one) * 2).toBe(5)
    expect(-number(one)).toBe(-2.5)
    expect(number(one) > 0.5).toBe(true)
    expect(number(one) < number(tensor(1))).toBe(false)
    expect(Math.max(number(one), 1)).toBe(2.5)
    expect(number(tensor(true)) + 1).toBe(2)
  })

  it.each<[string, () => unknown]>([
    ['a + a', () => number(many) + number(many)],
    ['a * 2', () => number(many) * 2],
    ['a > 0', () => number(many) > 0],
    ["'' + a", () => ['', number(many)].reduce((a: unknown, b) => (a as string) + b)],
    ['+a', () => +number(many)],
  ])('refuse %s for several elements, and tell what to write', (_, compute) => {
    expect(compute).toThrow(TypeError)
    expect(compute).toThrow('a float32 tensor [2] is no number: ')
    expect(compute).toThrow(/a\.add\(b\), a\.mul\(2\), a\.gt\(0\), and String\(a\) for text/)
  })

  it('leave text as it was', () => {
    expect(`${many}`).toBe('tensor([1., 1.])')
    expect(String(many)).toBe('tensor([1., 1.])')
    expect([many].join()).toBe('tensor([1., 1.])')
  })
})

describe('JSON.stringify', () => {
  it('writes nested arrays, and null for what JSON has no number for', () => {
    expect(JSON.stringify({ x: tensor([[1, 2.5]]) })).toBe('{"x":[[1,2.5]]}')
    expect(JSON.stringify(tensor([Number.NaN, Number.POSITIVE_INFINITY, 1]))).toBe('[null,null,1]')
    expect(JSON.stringify(tensor([true]))).toBe('[true]')
    expect(JSON.stringify(tensor(3))).toBe('3')
  })
})
