import { type Args, signature, type Tensor } from '@nn/tensor'
import { tensorOrTensors } from '../arguments'
import {
  type AutogradGraphEdge,
  type AutogradGraphNode,
  type AutogradGraphOptions,
  drawingKinds,
  graphOf,
} from './autograd-graph'
import { nodeLabel } from './node-label'

const fillOf: Record<AutogradGraphNode['kind'], string> = {
  function: 'lightgrey',
  leaf: 'lightblue',
  saved: 'orange',
  output: 'darkolivegreen1',
  base: 'darkolivegreen3',
}

const styleOf: Record<AutogradGraphEdge['kind'], string> = { data: '', saved: ' [dir=none]', base: ' [style=dotted]' }

const takesDot = signature('makeDot', { output: tensorOrTensors }, {}, drawingKinds)

/**
 * The autograd graph of a tensor in the language of Graphviz, in the manner of torchviz: functions grey, leaves blue,
 * outputs green, what an output is a view of dark green, saved tensors orange.
 *
 * @param output a tensor, or several that share a graph
 * @returns text for `dot`; `graphSvg` draws without it
 * @throws AutogradError with `showSaved`, when backward has freed what was saved or it was changed in place since.
 * @example
 * const x = tensor([1, 2], { dtype: 'float32', requiresGrad: true })
 * makeDot(x.square().mean(), { params: { x } }).split('\n')[0] // 'digraph {'
 * @see torchviz.make_dot
 */
export function makeDot(output: Tensor | readonly Tensor[], ...args: Args<AutogradGraphOptions>): string {
  const { nodes, edges } = graphOf(output, takesDot([output], args))
  const size = Math.max(12, (nodes.length + edges.length) * 0.15)
  return [
    'digraph {',
    `  graph [size="${size},${size}"]`,
    '  node [align=left fontname=monospace fontsize=10 height=0.2 ranksep=0.1 shape=box style=filled]',
    ...nodes.map((node) => `  ${node.id} [label=${quoted(nodeLabel(node))} fillcolor=${fillOf[node.kind]}]`),
    ...edges.map(({ from, to, kind }) => `  ${from} -> ${to}${styleOf[kind]}`),
    '}',
    '',
  ].join('\n')
}

/** Lines as a string of DOT, in which a backslash begins an escape. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n'))
  return `"${escaped.join('\\n')}"`
}
