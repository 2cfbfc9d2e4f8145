import { linspace, type Tensor } from '@nn/tensor'
import type { LossSurface } from './loss-surfaces'

/** Values over a grid, row by row; the first row is the lowest y. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly values: ArrayLike<number>
}

/** A line between two places of a grid, in columns and rows. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number]

/** The loss at the corners of a grid over the whole surface. */
export function lossGrid({ x, y, loss }: LossSurface, columns: number, rows: number): Grid {
  const across: Tensor = linspace(x.min, x.max, columns).expand(rows, columns)
  const up: Tensor = linspace(y.min, y.max, rows).unsqueeze(1).expand(rows, columns)
  return { columns, rows, values: loss(across, up).toTypedArray() }
}

/** Levels between which lie equally many of the values. */
export function contourLevels({ values }: Grid, count: number): readonly number[] {
  const sorted = Array.from(values).sort((a, b) => a - b)
  return Array.from({ length: count }, (_, i) => sorted[Math.floor(((i + 0.5) / count) * sorted.length)] as number)
}

/** Where the values pass a level, as a short line in each cell that it goes through (marching squares). */
export function contourLines({ columns, rows, values }: Grid, level: number): readonly Segment[] {
  const at = (column: number, row: number): number => values[row * columns + column] as number
  const segments: Segment[] = []
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corners = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)] as const
      const crossings = crossingsOf(corners, level)
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [a, b] = [crossings[i] as Place, crossings[i + 1] as Place]
        segments.push([column + a[0], row + a[1], column + b[0], row + b[1]])
      }
    }
  }
  return segments
}

type Place = readonly [x: number, y: number]

/** Where a level crosses the sides of a cell, given its corners counter-clockwise: none, two or four places. */
function crossingsOf(corners: readonly [number, number, number, number], level: number): readonly Place[] {
  const places: Place[] = []
  for (let side = 0; side < 4; side++) {
    const [from, to] = [corners[side] as number, corners[(side + 1) % 4] as number]
    if (from < level === to < level) continue
    const share = (level - from) / (to - from)
    places.push(
      (
        [
          [share, 0],
          [1, share],
          [1 - share, 1],
          [0, 1 - share],
        ] as const
      )[side] as Place,
    )
  }
  return places
}
