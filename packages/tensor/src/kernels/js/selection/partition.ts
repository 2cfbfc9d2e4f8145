import { type Before, type Items, swap } from './items'

/**
 * Splits a stretch of at least three items in two, around the median of its second, middle and last one.
 *
 * @returns where the second part starts: nothing in it comes before anything in the first
 */
export function partition(items: Items, start: number, end: number, before: Before): number {
  swap(items, start, medianOf(items, start + 1, start + ((end - start) >> 1), end - 1, before))
  const pivot = items[start] as number
  let low = start + 1
  let high = end
  for (;;) {
    while (before(items[low] as number, pivot)) low++
    high--
    while (before(pivot, items[high] as number)) high--
    if (low >= high) return low
    swap(items, low, high)
    low++
  }
}

/** Which of three places holds the item between those of the others. */
function medianOf(items: Items, a: number, b: number, c: number, before: Before): number {
  const isBefore = (i: number, j: number): boolean => before(items[i] as number, items[j] as number)
  if (isBefore(a, b)) {
    if (isBefore(b, c)) return b
    return isBefore(a, c) ? c : a
  }
  if (isBefore(a, c)) return a
  return isBefore(b, c) ? c : b
}

/** How often a stretch may be split before that counts as bad luck and a heap takes over. */
export function splitLimit(length: number): number {
  return 2 * (31 - Math.clz32(length))
}
