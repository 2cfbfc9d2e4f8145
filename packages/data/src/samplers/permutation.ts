import { type Generator, randperm, scope } from '@nn/tensor'

/** The integers from 0 to n - 1 in random order. */
export function permutation(n: number, generator: Generator): number[] {
  return scope(() => Array.from(randperm(n, { generator }).toTypedArray()))
}
