/** Whether an element comes before another one. */
export type Precedes = (x: number, y: number) => boolean

const ascending: Precedes = (x, y) => x < y || (Number.isNaN(y) && !Number.isNaN(x))
const descending: Precedes = (x, y) => x > y || (Number.isNaN(x) && !Number.isNaN(y))

/** The order of a sort, in which NaN counts as larger than every number. */
export function orderOf(isDescending: boolean): Precedes {
  return isDescending ? descending : ascending
}
