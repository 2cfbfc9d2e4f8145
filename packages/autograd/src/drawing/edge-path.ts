import { type Kind, kinds, signature } from '@nn/tensor'
import type { Point } from './layout-graph'

const points: Kind<readonly Point[]> = kinds.kind(
  'a list of two points or more, as [{ x: 0, y: 0 }, { x: 1, y: 1 }]',
  (value) => Array.isArray(value) && value.length > 1 && value.every((point) => Number.isFinite(point?.x + point?.y)),
)
const takesPoints = signature('edgePath', { points })

const headLength = 8
const headWidth = 6

/** A smooth way from the first point to the last as SVG path data: curves that keep inside of the points between. */
export function edgePath(points: readonly Point[], ...none: []): string {
  takesPoints([points], none)
  const start = points[0] as Point
  const end = points.at(-1) as Point
  const between = points.slice(1, -1)
  const curves = between.map((point, i) => {
    const next = between[i + 1]
    return `Q${shown(point)} ${shown(next === undefined ? end : middle(point, next))}`
  })
  return `M${shown(start)} ${between.length === 0 ? `L${shown(end)}` : curves.join(' ')}`
}

/** The corners of an arrow head at the last point, as SVG's polygon takes them. */
export function arrowHead(points: readonly Point[], ...none: []): string {
  takesPoints([points], none, 'arrowHead')
  const before = points.at(-2) as Point
  const tip = points.at(-1) as Point
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length }
  const corner = (side: number): Point => ({
    x: tip.x - along.x * headLength - along.y * side,
    y: tip.y - along.y * headLength + along.x * side,
  })
  return [tip, corner(headWidth / 2), corner(-headWidth / 2)].map(shown).join(' ')
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function shown({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}
