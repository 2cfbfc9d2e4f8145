import { describe, expect, it } from 'vitest'
import { contourLevels, contourLines, type Grid, lossGrid } from '../../src/figures/contours'
import { lossSurfaces } from '../../src/figures/loss-surfaces'

/** Heights over a grid of the given size, with the middle at 0. */
function gridOf(size: number, height: (x: number, y: number) => number): Grid {
  const middle = (size - 1) / 2
  const values = Array.from({ length: size * size }, (_, i) =>
    height((i % size) - middle, Math.floor(i / size) - middle),
  )
  return { columns: size, rows: size, values }
}

describe('contourLines', () => {
  it('finds a circle as the contour of a cone', () => {
    const lines = contourLines(gridOf(21, Math.hypot), 6)
    expect(lines.length).toBeGreaterThan(30)
    for (const [x1, y1, x2, y2] of lines) {
      // Between corners the cone is not quite straight.
      expect(Math.hypot(x1 - 10, y1 - 10)).toBeCloseTo(6, 1)
      expect(Math.hypot(x2 - 10, y2 - 10)).toBeCloseTo(6, 1)
    }
  })

  it('finds closed lines: every end is the end of two segments', () => {
    const ends = contourLines(gridOf(21, Math.hypot), 6).flatMap(([x1, y1, x2, y2]) => [`${x1},${y1}`, `${x2},${y2}`])
    for (const end of ends) expect(ends.filter((other) => other === end)).toHaveLength(2)
  })

  it('finds both lines in a cell that two of them pass', () => {
    expect(contourLines({ columns: 2, rows: 2, values: [1, 0, 0, 1] }, 0.5)).toHaveLength(2)
  })

  it('finds nothing where the level is not reached', () => {
    expect(contourLines(gridOf(5, Math.hypot), 100)).toEqual([])
  })
})

describe('contourLevels', () => {
  it('parts the values into equal shares', () => {
    const values = Array.from({ length: 100 }, (_, i) => i ** 3)
    expect(contourLevels({ columns: 10, rows: 10, values }, 4)).toEqual([12 ** 3, 37 ** 3, 62 ** 3, 87 ** 3])
  })
})

describe('lossGrid', () => {
  it('has the losses at the corners of the surface', () => {
    const { values, columns, rows } = lossGrid(lossSurfaces.rosenbrock, 5, 3)
    // (1 − u)² + 100 (v − u²)² at (−2, −1), (2, −1), (−2, 3) and (2, 3).
    expect([0, columns - 1, (rows - 1) * columns, rows * columns - 1].map((i) => values[i])).toEqual([
      2509, 2501, 109, 101,
    ])
  })
})
