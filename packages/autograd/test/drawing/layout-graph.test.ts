import { cat, ones, type Tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { autogradGraph, type GraphLayout, layoutGraph, type PlacedNode, type Point } from '../../src/drawing/index'
import '../../src/index'

const leaf = (...shape: number[]): Tensor => ones(shape, { requiresGrad: true })

function residual(depth: number): Tensor {
  const w = leaf(3, 3)
  let h = leaf(2, 3)
  for (let i = 0; i < depth; i++) h = h.add(h.matmul(w).relu())
  return h.sum()
}

function row(ops: number): Tensor {
  let h = leaf(2)
  for (let i = 0; i < ops; i++) h = h.mul(2)
  return h
}

function fan(width: number): Tensor {
  return cat(Array.from({ length: width }, () => leaf(2).exp()))
}

const graphs: Record<string, () => Tensor> = {
  'a leaf alone': () => leaf(2),
  'a leaf used twice': () => {
    const x = leaf(2)
    return x.mul(x)
  },
  'a view': () => leaf(2, 3).mul(2).t(),
  'a residual network': () => residual(10),
  'a wide sum': () => fan(40),
  'more rows than are placed at once': () => residual(150),
}

function overlap(a: PlacedNode, b: PlacedNode): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
}

function overlaps({ nodes }: GraphLayout): string[] {
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.node.id} ${b.node.id}`] : [])),
  )
}

/** Half a pixel is for rounding. */
function touches({ x, y, width, height }: PlacedNode, point: Point | undefined): boolean {
  return point !== undefined && Math.abs(point.x - x) <= width / 2 + 0.5 && Math.abs(point.y - y) <= height / 2 + 0.5
}

describe.each(Object.entries(graphs))('layoutGraph of %s', (_, make) => {
  const graph = autogradGraph(make(), { showSaved: true })
  const layout = layoutGraph(graph)

  it('places every node once, inside of the picture', () => {
    expect(layout.nodes.map(({ node }) => node.id).sort()).toEqual(graph.nodes.map(({ id }) => id).sort())
    for (const { x, y, width, height } of layout.nodes) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0)
      expect(y - height / 2).toBeGreaterThanOrEqual(0)
      expect(x + width / 2).toBeLessThanOrEqual(layout.width)
      expect(y + height / 2).toBeLessThanOrEqual(layout.height)
    }
  })

  it('lets no nodes overlap', () => {
    expect(overlaps(layout)).toEqual([])
  })

  it('leads every edge from one of its nodes to the other, downwards', () => {
    expect(layout.edges.map(({ edge }) => edge)).toHaveLength(graph.edges.length)
    const placed = new Map(layout.nodes.map((node) => [node.node.id, node]))
    for (const { edge, points } of layout.edges) {
      const [from, to] = [placed.get(edge.from) as PlacedNode, placed.get(edge.to) as PlacedNode]
      expect(touches(from, points[0])).toBe(true)
      expect(touches(to, points.at(-1))).toBe(true)
      expect(from.y).toBeLessThan(to.y)
    }
  })
})

describe('layoutGraph', () => {
  it('gives long names the room they need', () => {
    const x = leaf(2)
    const widthOf = (name: string): number => layoutGraph(autogradGraph(x, { params: { [name]: x } })).width
    expect(widthOf('encoder.layers.0.weight')).toBeGreaterThan(widthOf('w') + 100)
    expect(widthOf('重み')).toBeGreaterThan(widthOf('ab'))
  })

  it('places 10,000 ops in a row', () => {
    expect(layoutGraph(autogradGraph(row(10_000))).nodes).toHaveLength(10_003)
  }, 60_000)

  it('places ops that hang together in a zigzag', () => {
    const leaves = Array.from({ length: 501 }, () => leaf(1))
    const sums = leaves.slice(1).map((x, i) => x.add(leaves[i] as Tensor))
    expect(layoutGraph(autogradGraph(cat(sums))).nodes).toHaveLength(1 + 1 + 500 + 501 * 2)
  })
})
