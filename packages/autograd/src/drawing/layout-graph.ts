import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre'
import { type Kind, kinds, signature } from '@nn/tensor'
import type { AutogradGraph, AutogradGraphEdge, AutogradGraphNode } from './autograd-graph'
import { graphBands } from './graph-bands'
import { lineHeight, nodeLabel } from './node-label'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A box for a node; x and y are its centre's. */
export interface PlacedNode extends Point {
  readonly node: AutogradGraphNode
  /** What is written in it, line by line. */
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
}

/** An edge as a path from the border of one box to that of another. */
export interface PlacedEdge {
  readonly edge: AutogradGraphEdge
  readonly points: readonly Point[]
}

/** Where to draw everything, in pixels from the top left; inputs are above what is computed from them. */
export interface GraphLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** The text that boxes are made for is monospace of 12 px. */
const characterWidth = 7.3
const padding = { x: 10, y: 5 }
/** The layout calls itself from row to row: with more rows than these it could run out of stack. */
const rowsAtOnce = 200

const graph: Kind<AutogradGraph> = kinds.kind(
  'a graph, as autogradGraph gives it',
  (value) => Array.isArray((value as AutogradGraph | null)?.nodes) && Array.isArray((value as AutogradGraph).edges),
)
const takesGraph = signature('layoutGraph', { graph })

/**
 * Places the nodes of a graph in rows so that edges are short and seldom cross. Where there are more than 200 rows, each
 * 200 are placed for themselves, one band below the other.
 *
 * @example
 * const x = tensor([1, 2], { dtype: 'float32', requiresGrad: true })
 * const { nodes, edges } = layoutGraph(autogradGraph(x.mul(2), { params: { x } }))
 * nodes.length // 4
 * edges.length // 3
 */
export function layoutGraph(graph: AutogradGraph, ...none: []): GraphLayout {
  takesGraph([graph], none)
  const bands = graphBands(graph, rowsAtOnce).map((nodes) => layoutBand(nodes, graph.edges))
  const width = Math.max(...bands.map((band) => band.width))
  const nodes = new Map<string, PlacedNode>()
  const edges: PlacedEdge[] = []
  let top = 0
  for (const band of bands) {
    const left = (width - band.width) / 2
    const moved = ({ x, y }: Point): Point => ({ x: x + left, y: y + top })
    for (const placed of band.nodes) nodes.set(placed.node.id, { ...placed, ...moved(placed) })
    for (const { edge, points } of band.edges) edges.push({ edge, points: points.map(moved) })
    top += band.height
  }
  const placed = new Set(edges.map(({ edge }) => edge))
  for (const edge of graph.edges) if (!placed.has(edge)) edges.push(straightEdge(edge, nodes))
  return { width, height: top, nodes: [...nodes.values()], edges }
}

/** Places some of the nodes, with the edges between them. */
function layoutBand(nodes: readonly AutogradGraphNode[], edges: readonly AutogradGraphEdge[]): GraphLayout {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  // The other rankers call themselves from node to node.
  graph.setGraph({ ranker: 'longest-path', nodesep: 24, edgesep: 12, ranksep: 32, marginx: 8, marginy: 8 })
  for (const node of nodes) graph.setNode(node.id, boxSize(nodeLabel(node)))
  const inside = edges.filter(({ from, to }) => graph.hasNode(from) && graph.hasNode(to))
  for (const [i, { from, to }] of inside.entries()) graph.setEdge(from, to, {}, `${i}`)
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const { x = 0, y = 0, width, height } = graph.node(node.id)
      return { node, lines: nodeLabel(node), x, y, width, height }
    }),
    edges: inside.map((edge, i) => ({ edge, points: graph.edge(edge.from, edge.to, `${i}`).points ?? [] })),
  }
}

function boxSize(lines: readonly string[]): { width: number; height: number } {
  const columns = Math.max(...lines.map(columnsOf))
  return { width: columns * characterWidth + 2 * padding.x, height: lines.length * lineHeight + 2 * padding.y }
}

/** Letters from the east of Asia and emoji take the room of two. */
function columnsOf(line: string): number {
  return [...line].reduce((columns, character) => columns + (character >= '\u2e80' ? 2 : 1), 0)
}

function straightEdge(edge: AutogradGraphEdge, nodes: ReadonlyMap<string, PlacedNode>): PlacedEdge {
  const from = nodes.get(edge.from) as PlacedNode
  const to = nodes.get(edge.to) as PlacedNode
  const points = [
    { x: from.x, y: from.y + from.height / 2 },
    { x: to.x, y: to.y - to.height / 2 },
  ]
  return { edge, points }
}
