import { heapSelect } from './heap'
import { insertionSort } from './insertion-sort'
import { type Before, type Items, swap } from './items'
import { partition, splitLimit } from './partition'

/**
 * Brings the item that a sort would put at `nth` there, with nothing behind it that comes before it, as
 * `std::nth_element` does.
 */
export function nthElement(items: Items, nth: number, before: Before): void {
  let start = 0
  let end = items.length
  for (let splits = splitLimit(end); end - start > 3; splits--) {
    if (splits === 0) {
      heapSelect(items, start, nth + 1, end, before)
      swap(items, start, nth)
      return
    }
    const cut = partition(items, start, end, before)
    if (cut <= nth) start = cut
    else end = cut
  }
  insertionSort(items, start, end, before)
}
