import type { AutogradGraph, AutogradGraphNode } from './autograd-graph'

/**
 * Cuts a graph into bands of so many rows: a node's row is the length of the longest way from it to an end of the graph.
 *
 * @returns the nodes of each band, the farthest from the end first
 */
export function graphBands(graph: AutogradGraph, rowsInBand: number): readonly (readonly AutogradGraphNode[])[] {
  const rows = rowsAboveEnd(graph)
  const bands: AutogradGraphNode[][] = []
  for (const node of graph.nodes) {
    const band = Math.floor((rows.get(node.id) ?? 0) / rowsInBand)
    bands[band] ??= []
    bands[band].push(node)
  }
  return bands.reverse()
}

function rowsAboveEnd({ nodes, edges }: AutogradGraph): ReadonlyMap<string, number> {
  const inputs = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  const unmetUses = new Map<string, number>(nodes.map(({ id }) => [id, 0]))
  for (const { from, to } of edges) {
    inputs.get(to)?.push(from)
    unmetUses.set(from, (unmetUses.get(from) ?? 0) + 1)
  }
  const rows = new Map<string, number>()
  const queue = nodes.map(({ id }) => id).filter((id) => unmetUses.get(id) === 0)
  // A node is queued when all that uses it has a row, so its own is known by then.
  for (const id of queue) {
    const row = rows.get(id) ?? 0
    for (const input of inputs.get(id) ?? []) {
      rows.set(input, Math.max(rows.get(input) ?? 0, row + 1))
      const unmet = (unmetUses.get(input) ?? 0) - 1
      unmetUses.set(input, unmet)
      if (unmet === 0) queue.push(input)
    }
  }
  return rows
}
