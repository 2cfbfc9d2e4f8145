import { type Before, type Items, swap } from './items'

/** Brings the item that a sort would put at `nth` there, by Hoare's algorithm with the median of three as the pivot. */
export function quickSelect(items: Items, nth: number, before: Before): void {
  const isAfter = (i: number, j: number): boolean => before(items[j] as number, items[i] as number)
  let first = 0
  let last = items.length - 1
  while (last > first) {
    if (last === first + 1) {
      if (isAfter(first, last)) swap(items, first, last)
      return
    }
    swap(items, first + ((last - first) >> 1), first + 1)
    if (isAfter(first + 1, last)) swap(items, first + 1, last)
    if (isAfter(first, last)) swap(items, first, last)
    if (isAfter(first + 1, first)) swap(items, first + 1, first)
    const { low, high } = splitAround(items, first, last, before)
    if (high <= nth) first = low
    if (high >= nth) last = high - 1
  }
}

/** Splits [first, last] around the item at `first`, which ends at `high`. */
function splitAround(items: Items, first: number, last: number, before: Before): { low: number; high: number } {
  const pivot = items[first] as number
  let low = first + 1
  let high = last
  for (;;) {
    do low++
    while (before(items[low] as number, pivot))
    do high--
    while (before(pivot, items[high] as number))
    if (high < low) break
    swap(items, low, high)
  }
  swap(items, first, high)
  return { low, high }
}
