import type { Arrows } from './direct-imports'

interface Box {
  readonly name: string
  /** The middle of the box. */
  readonly x: number
  readonly y: number
}

export interface GraphPicture {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly path: string }[]
}

export const BOX: { readonly width: number; readonly height: number } = { width: 116, height: 38 }
const GAP = { x: 14, y: 44 }
/** Room for an arrow that passes a row. */
const LANE = 14
const MARGIN = 8
const SWEEPS = 8

/** A box of a row, or the place where an arrow from further above passes it. */
interface Slot {
  readonly name: string
  readonly isBox: boolean
  /** The slots of the row below that it leads to. */
  readonly below: string[]
}

/**
 * Places a graph in rows, every arrow pointing down. A box stands in the row above the highest of what it leads to, or further
 * up, just below what leads to it.
 */
export function placeGraph(arrows: Arrows): GraphPicture {
  const rows = orderRows(rowsOf(arrows))
  const widths = rows.map((row) => row.reduce((sum, slot) => sum + widthOf(slot), GAP.x * (row.length - 1)))
  const width = Math.max(...widths) + 2 * MARGIN
  const places = new Map(
    rows.flatMap((row, r) => {
      const y = MARGIN + BOX.height / 2 + r * (BOX.height + GAP.y)
      let x = (width - (widths[r] as number)) / 2
      return row.map((slot): [string, Box] => {
        const middle = x + widthOf(slot) / 2
        x += widthOf(slot) + GAP.x
        return [slot.name, { name: slot.name, x: middle, y }]
      })
    }),
  )
  return {
    width,
    height: 2 * MARGIN + rows.length * BOX.height + (rows.length - 1) * GAP.y,
    boxes: rows.flat().flatMap(({ name, isBox }) => (isBox ? [places.get(name) as Box] : [])),
    arrows: [...arrows].flatMap(([from, targets]) =>
      targets.map((to) => ({
        from,
        to,
        path: pathThrough(routeOf(rows, from, to).map((name) => places.get(name) as Box)),
      })),
    ),
  }
}

function widthOf({ isBox }: Slot): number {
  return isBox ? BOX.width : LANE
}

/** The rows from top to bottom. */
function rowsOf(arrows: Arrows): Slot[][] {
  const heights = heightsOf(arrows)
  const rows: Slot[][] = Array.from({ length: Math.max(...heights.values()) + 1 }, () => [])
  const rowAt = (height: number): Slot[] => rows[rows.length - 1 - height] as Slot[]
  for (const [from, targets] of arrows) {
    const slot: Slot = { name: from, isBox: true, below: [] }
    rowAt(heights.get(from) as number).push(slot)
    for (const to of targets) {
      let last = slot
      for (let height = (heights.get(from) as number) - 1; height > (heights.get(to) as number); height--) {
        const lane: Slot = { name: laneName(from, to, height), isBox: false, below: [] }
        last.below.push(lane.name)
        rowAt(height).push(lane)
        last = lane
      }
      last.below.push(to)
    }
  }
  return rows
}

function laneName(from: string, to: string, height: number): string {
  return `${from} → ${to} at ${height}`
}

/** Rows counted from the bottom. */
function heightsOf(arrows: Arrows): Map<string, number> {
  const least = new Map<string, number>()
  const leastOf = (name: string): number => {
    const known = least.get(name)
    if (known !== undefined) return known
    const height = Math.max(-1, ...(arrows.get(name) ?? []).map(leastOf)) + 1
    least.set(name, height)
    return height
  }
  const names = [...arrows.keys()].sort((a, b) => leastOf(b) - leastOf(a))
  const heights = new Map<string, number>()
  for (const name of names) {
    const above = names
      .filter((other) => arrows.get(other)?.includes(name))
      .map((other) => heights.get(other) as number)
    heights.set(name, above.length === 0 ? (least.get(name) as number) : Math.min(...above) - 1)
  }
  return heights
}

/** Moves slots towards the middle of what they are tied to, row by row, down and up again, so that arrows cross little. */
function orderRows(rows: Slot[][]): Slot[][] {
  let ordered = rows
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0
    const result = [...ordered]
    const order = isDown
      ? result.map((_, r) => r).slice(1)
      : result
          .map((_, r) => r)
          .reverse()
          .slice(1)
    for (const r of order) result[r] = sortedBy(result[r] as Slot[], result[isDown ? r - 1 : r + 1] as Slot[], isDown)
    ordered = result
  }
  return ordered
}

function sortedBy(row: readonly Slot[], neighbours: readonly Slot[], areAbove: boolean): Slot[] {
  const middleOf = (slot: Slot, at: number): number => {
    const tied = neighbours.flatMap((other, i) =>
      (areAbove ? other.below.includes(slot.name) : slot.below.includes(other.name))
        ? [(i + 0.5) / neighbours.length]
        : [],
    )
    return tied.length === 0 ? (at + 0.5) / row.length : tied.reduce((sum, x) => sum + x, 0) / tied.length
  }
  const middles = new Map(row.map((slot, i) => [slot, middleOf(slot, i)]))
  return [...row].sort((a, b) => (middles.get(a) as number) - (middles.get(b) as number))
}

/** The names of the slots that an arrow goes through. */
function routeOf(rows: readonly (readonly Slot[])[], from: string, to: string): string[] {
  const lanes = rows.flatMap((_, r) => {
    const name = laneName(from, to, rows.length - 1 - r)
    return rows[r]?.some((slot) => slot.name === name) ? [name] : []
  })
  return [from, ...lanes, to]
}

/** From the lower edge of the first box to the upper edge of the last, straight down through the lanes between. */
function pathThrough(points: readonly Box[]): string {
  const half = BOX.height / 2
  const [first, ...rest] = points as [Box, ...Box[]]
  let from = { x: first.x, y: first.y + half }
  let path = `M${from.x} ${from.y}`
  for (const [i, { x, y }] of rest.entries()) {
    const top = y - half - (i === rest.length - 1 ? 5 : 0)
    const bend = (from.y + top) / 2
    path += `C${from.x} ${bend} ${x} ${bend} ${x} ${top}`
    if (i < rest.length - 1) path += `V${y + half}`
    from = { x, y: y + half }
  }
  return path
}
