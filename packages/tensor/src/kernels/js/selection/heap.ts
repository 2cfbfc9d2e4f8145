import type { Before, Items } from './items'

/** Sorts the first items of all, up to `middle`, to the front and leaves the others behind, as `std::partial_sort` does. */
export function partialSort(items: Items, start: number, middle: number, end: number, before: Before): void {
  heapSelect(items, start, middle, end, before)
  for (let last = middle - 1; last > start; last--) exchangeTop(items, start, last, last, before)
}

/** Brings the first items of all into [start, middle) as a heap: whichever comes last among them is at `start`. */
export function heapSelect(items: Items, start: number, middle: number, end: number, before: Before): void {
  const length = middle - start
  for (let parent = (length >> 1) - 1; parent >= 0; parent--) {
    sink(items, start, length, parent, items[start + parent] as number, before)
  }
  for (let i = middle; i < end; i++) {
    if (before(items[i] as number, items[start] as number)) exchangeTop(items, start, middle, i, before)
  }
}

/** Puts the top of the heap [start, end) at `place`, and what was there into the heap. */
function exchangeTop(items: Items, start: number, end: number, place: number, before: Before): void {
  const item = items[place] as number
  items[place] = items[start] as number
  sink(items, start, end - start, 0, item, before)
}

/** Fills a hole in the heap: the later child moves up at each level, down to a leaf, and from there `item` rises to its level. */
function sink(items: Items, start: number, length: number, from: number, item: number, before: Before): void {
  let hole = from
  for (let child = 2 * hole + 2; child <= length; child = 2 * hole + 2) {
    const isOnly = child === length
    if (isOnly || before(items[start + child] as number, items[start + child - 1] as number)) child--
    items[start + hole] = items[start + child] as number
    hole = child
  }
  for (let parent = (hole - 1) >> 1; hole > from; parent = (hole - 1) >> 1) {
    if (!before(items[start + parent] as number, item)) break
    items[start + hole] = items[start + parent] as number
    hole = parent
  }
  items[start + hole] = item
}
