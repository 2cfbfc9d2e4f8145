/** A block of memory that is taken. */
export interface Block {
  readonly address: number
  readonly size: number
  /** True where it has to stay. */
  readonly isPinned: boolean
}

/**
 * Finds the blocks to clear so that a range of `size` bytes between `start` and `end` becomes free, with the fewest bytes
 * in them.
 *
 * @param blocks in order of address
 * @returns null where blocks that have to stay leave no such range
 */
export function cheapestRange<B extends Block>(
  blocks: readonly B[],
  { start, end }: { readonly start: number; readonly end: number },
  size: number,
): readonly B[] | null {
  let best: readonly [first: number, last: number] | null = null
  let bestCost = Infinity
  // Of the range that begins behind block `first - 1`: the first block behind it, and the bytes of those in it.
  let last = 0
  let cost = 0
  let pinned = 0
  for (let first = 0; first <= blocks.length; first++) {
    const from = first === 0 ? start : endOf(blocks[first - 1] as B)
    if (from + size > end) break
    for (; last < blocks.length && (blocks[last] as B).address < from + size; last++) {
      cost += (blocks[last] as B).size
      pinned += Number((blocks[last] as B).isPinned)
    }
    if (pinned === 0 && cost < bestCost) {
      best = [first, last]
      bestCost = cost
    }
    const leaving = blocks[first]
    if (leaving === undefined) break
    if (first < last) {
      cost -= leaving.size
      pinned -= Number(leaving.isPinned)
    } else last = first + 1
  }
  return best === null ? null : blocks.slice(...best)
}

const endOf = ({ address, size }: Block): number => address + size
