import { describe, expect, it } from 'vitest'
import { cos32, log32, sin32 } from '../../src/random/cephes'

/** Float32 numbers from `from` to `to`, both included. */
function grid(from: number, to: number, steps = 5000): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => Math.fround(from + ((to - from) * i) / steps))
}

/** The largest distance to the exact function in units of 2^-24, relative where the function exceeds 1. */
function worstError(approximate: (x: number) => number, exact: (x: number) => number, xs: number[]): number {
  return Math.max(...xs.map((x) => Math.abs(approximate(x) - exact(x)) / Math.max(1, Math.abs(exact(x))))) * 2 ** 24
}

describe('log32, sin32 and cos32', () => {
  it('are the functions they are named after, to float32 precision', () => {
    expect(worstError(log32, Math.log, grid(2 ** -24, 1))).toBeLessThan(2)
    expect(worstError(log32, Math.log, grid(1, 1000))).toBeLessThan(2)
    expect(worstError(sin32, Math.sin, grid(0, 2 * Math.PI))).toBeLessThan(2)
    expect(worstError(cos32, Math.cos, grid(0, 2 * Math.PI))).toBeLessThan(2)
  })

  it('give float32 numbers', () => {
    for (const x of grid(2 ** -24, 1, 500)) {
      for (const value of [log32(x), sin32(x), cos32(x)]) expect(value).toBe(Math.fround(value))
    }
  })
})
