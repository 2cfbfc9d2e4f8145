import type { WasmExports } from '../kernels/wasm-exports'
import { type KernelFunction, MAX_PARTS } from './desk'
import type { Team } from './team'

/** The exports that compute something. */
export type KernelName = Exclude<keyof WasmExports, 'scratchBytes'>

/** Work that can be cut into parts of consecutive items: rows, columns, elements. */
export interface Work {
  /** The number of items. */
  readonly count: number
  /** About how long one thread takes for an item, in nanoseconds. */
  readonly nanoseconds: number
  /** No part is smaller, and cuts are at multiples of it. Default 1. */
  readonly unit?: number
}

/**
 * The arguments of the kernel's call for `count` items from `first`, without the working memory at their end. For a function
 * of n elements: `(first, count) => [x + 4 * first, out + 4 * first, count]`.
 */
export type CallFor = (first: number, count: number) => readonly number[]

/** A part that takes less time, in nanoseconds, is not worth giving to another thread. */
const SMALLEST_PART = 10_000

/** Runs kernels, on several threads where that pays. The results have the same bits for any number of threads. */
export class Parallel {
  /** How many threads compute, this one included. */
  readonly threads: number
  private readonly wasm: WasmExports
  private readonly scratch: number
  private readonly team: Team | null
  private readonly names: readonly string[]
  private readonly functions: readonly KernelFunction[]

  /**
   * @param scratch address of this thread's working memory
   * @param team null to compute on this thread alone
   */
  constructor(wasm: WasmExports, scratch: number, team: Team | null = null) {
    this.wasm = wasm
    this.scratch = scratch
    this.team = team
    this.threads = team?.threads ?? 1
    this.names = Object.keys(wasm)
    this.functions = Object.values<KernelFunction>({ ...wasm })
  }

  /**
   * Runs a kernel over `work`, in one part for each thread where that pays. The parts must not depend on each other, nor
   * the bits of the result on where the cuts are.
   */
  split(kernel: KernelName, work: Work, callFor: CallFor): void {
    const { count, nanoseconds, unit = 1 } = work
    const parts = this.partsOf(work)
    if (this.team === null || parts === 1) {
      this.call(kernel, callFor(0, count))
      return
    }
    // Evenly, and the last one takes what is left.
    const units = Math.floor(count / unit)
    const cutAt = (i: number): number => (i === parts ? count : Math.floor((units * i) / parts) * unit)
    const calls = Array.from({ length: parts }, (_, i) => callFor(cutAt(i), cutAt(i + 1) - cutAt(i)))
    const index = this.names.indexOf(kernel)
    const isDone = this.team.share(this.functions, index, calls, this.scratch, count * nanoseconds)
    if (!isDone) throw new Error(`${kernel}: the kernel failed in one of ${this.threads} threads`)
  }

  /** Runs a kernel on this thread, and gives what it returns. */
  run(kernel: KernelName, ...args: readonly number[]): unknown {
    return this.call(kernel, args)
  }

  private call(kernel: KernelName, args: readonly number[]): unknown {
    const compute = this.wasm[kernel] as KernelFunction
    return compute(...args, this.scratch)
  }

  /** The share of `work`, 0 to 1, that the busiest thread would get. */
  largestShare({ count, unit = 1 }: Work): number {
    const units = Math.floor(count / unit)
    return units === 0 ? 1 : Math.ceil(units / this.threads) / units
  }

  /** As many parts as pay, and as there are threads. */
  private partsOf({ count, nanoseconds, unit = 1 }: Work): number {
    if (this.threads === 1) return 1
    const units = Math.floor(count / unit)
    const worthwhile = Math.floor((count * nanoseconds) / SMALLEST_PART)
    return Math.max(1, Math.min(this.threads, units, worthwhile, MAX_PARTS))
  }
}
