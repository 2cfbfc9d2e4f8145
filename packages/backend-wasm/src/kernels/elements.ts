import type { Work } from '../threads/parallel'

/** Nanoseconds an element: of functions that take an instruction or two, and of those that take a polynomial. */
export const CHEAP = 0.3
export const COSTLY = 1.5

/** Elements of a cache line: two threads had better not write to one. */
const LINE = 16

/** So many elements, of which any range can be a part. */
export function elements(count: number, nanoseconds: number): Work {
  return { count, nanoseconds, unit: LINE }
}
