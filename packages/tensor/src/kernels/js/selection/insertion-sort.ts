import type { Before, Items } from './items'

/** Sorts a short stretch by moving each item in front of those that come after it; equal items keep their order. */
export function insertionSort(items: Items, start: number, end: number, before: Before): void {
  for (let i = start + 1; i < end; i++) {
    const item = items[i] as number
    let hole = i
    for (; hole > start && before(item, items[hole - 1] as number); hole--) items[hole] = items[hole - 1] as number
    items[hole] = item
  }
}
