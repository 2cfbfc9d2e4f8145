import { describe, expect, test } from 'vitest'
import type { WasmExports } from '../../src/kernels/wasm-exports'
import { Parallel } from '../../src/threads/parallel'
import { Team } from '../../src/threads/team'

const SCRATCH = 4096
/** So much work an item that every cut pays. */
const nanoseconds = 1e6

/** A team whose other threads never come: this one does all parts, and `calls` tells which. */
function alone(threads: number): { parallel: Parallel; calls: number[][] } {
  const calls: number[][] = []
  const kernels = {
    neg: () => {},
    exp: (...args: number[]) => calls.push(args),
    log: () => {
      throw new WebAssembly.RuntimeError('memory access out of bounds')
    },
  } as unknown as WasmExports
  return { parallel: new Parallel(kernels, SCRATCH, new Team(threads, () => () => {})), calls }
}

const inOrder = (calls: number[][]): number[][] => calls.sort(([a], [b]) => a! - b!)

describe('split', () => {
  test.each([
    [1, [10]],
    [2, [5, 5]],
    [3, [3, 3, 4]],
    [10, Array(10).fill(1)],
    [64, Array(10).fill(1)],
  ])('cuts 10 items evenly for %i threads', (threads, sizes) => {
    const { parallel, calls } = alone(threads)
    parallel.split('exp', { count: 10, nanoseconds }, (first, count) => [first, count])
    let end = 0
    for (const [i, call] of inOrder(calls).entries()) {
      expect(call).toEqual([end, sizes[i], SCRATCH])
      end += sizes[i]!
    }
    expect(end).toBe(10)
  })

  test('cuts at multiples of the unit only, and makes no part smaller', () => {
    const { parallel, calls } = alone(4)
    parallel.split('exp', { count: 29, unit: 8, nanoseconds }, (first, count) => [first, count])
    expect(inOrder(calls).map(([first]) => first)).toEqual([0, 8, 16])
    expect(calls.map(([, count]) => count)).toEqual([8, 8, 13])
  })

  test('leaves less than one unit whole', () => {
    const { parallel, calls } = alone(4)
    parallel.split('exp', { count: 7, unit: 8, nanoseconds }, (first, count) => [first, count])
    expect(calls).toEqual([[0, 7, SCRATCH]])
  })

  test('gives other threads nothing that takes no time', () => {
    const { parallel, calls } = alone(4)
    parallel.split('exp', { count: 100, nanoseconds: 1 }, (first, count) => [first, count])
    expect(calls).toEqual([[0, 100, SCRATCH]])
  })

  test('calls the kernel with nothing to do too', () => {
    const { parallel, calls } = alone(4)
    parallel.split('exp', { count: 0, nanoseconds }, (first, count) => [first, count])
    expect(calls).toEqual([[0, 0, SCRATCH]])
  })

  test('may be called while the arguments of another call are made', () => {
    const { parallel, calls } = alone(2)
    parallel.split('exp', { count: 2, nanoseconds }, (first, count) => {
      parallel.split('exp', { count: 2, nanoseconds }, (i) => [10 + 2 * first + i])
      return [first, count]
    })
    expect(inOrder(calls).map(([first]) => first)).toEqual([0, 1, 10, 11, 12, 13])
  })

  test('throws when a kernel does, and goes on to work', () => {
    const { parallel, calls } = alone(2)
    const split = (kernel: 'exp' | 'log'): void => parallel.split(kernel, { count: 2, nanoseconds }, (first) => [first])
    expect(() => split('log')).toThrow(/^log: the kernel failed/)
    split('exp')
    expect(calls).toHaveLength(2)
  })
})

describe('largestShare', () => {
  test.each([
    [2, 16, 8, 1 / 2],
    [2, 24, 8, 2 / 3],
    [2, 10, 8, 1],
    [8, 64, 5, 1 / 6],
    [4, 3, 5, 1],
  ])('for %i threads and %i items in units of %i is %d', (threads, count, unit, share) => {
    expect(alone(threads).parallel.largestShare({ count, unit, nanoseconds })).toBe(share)
  })
})
