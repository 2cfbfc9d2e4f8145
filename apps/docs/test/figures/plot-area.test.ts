import { describe, expect, it } from 'vitest'
import { plotArea, polyline } from '../../src/figures/plot-area'

describe('plotArea', () => {
  const area = plotArea({ min: -1, max: 3 }, { min: 0, max: 10 }, 400, 200)

  it('has y upwards', () => {
    expect(area.toPicture({ x: -1, y: 10 })).toEqual({ x: 0, y: 0 })
    expect(area.toPicture({ x: 0, y: 2.5 })).toEqual({ x: 100, y: 150 })
  })

  it('goes back from the picture to the plane', () => {
    expect(area.fromPicture({ x: 100, y: 150 })).toEqual({ x: 0, y: 2.5 })
  })

  it('keeps what is far away drawable', () => {
    expect(area.toPicture({ x: 1e300, y: Number.POSITIVE_INFINITY })).toEqual({ x: 1e4, y: -1e4 })
  })
})

it('polyline writes places as SVG does', () => {
  expect(
    polyline([
      { x: 1, y: 2.25 },
      { x: -3, y: 0 },
    ]),
  ).toBe('1.0,2.3 -3.0,0.0')
})
