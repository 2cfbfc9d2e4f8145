import { partialSort } from './heap'
import { insertionSort } from './insertion-sort'
import type { Before, Items } from './items'
import { partition, splitLimit } from './partition'

/** Stretches up to this length are left to the insertion sort. */
const SHORT = 16

/** Sorts the items up to `end`, as `std::sort` does. */
export function introSort(items: Items, end: number, before: Before): void {
  if (end > SHORT) sortRoughly(items, 0, end, splitLimit(end), before)
  insertionSort(items, 0, end, before)
}

/** Splits until every item is less than `SHORT` places from its own. */
function sortRoughly(items: Items, start: number, end: number, splits: number, before: Before): void {
  let last = end
  for (let left = splits; last - start > SHORT; left--) {
    if (left === 0) {
      partialSort(items, start, last, last, before)
      return
    }
    const cut = partition(items, start, last, before)
    sortRoughly(items, cut, last, left - 1, before)
    last = cut
  }
}
