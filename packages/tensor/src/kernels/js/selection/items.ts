/** Elements by their places in a row; the algorithms here reorder a stretch of them, `start` up to, not including, `end`. */
export type Items = Int32Array

/** Whether the element at place p comes before the one at place q. */
export type Before = (p: number, q: number) => boolean

export function swap(items: Items, i: number, j: number): void {
  const item = items[i] as number
  items[i] = items[j] as number
  items[j] = item
}
