import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { tensorOrTensors } from '../arguments'
import { type AutogradGraphNode, type AutogradGraphOptions, drawingKinds, graphOf } from './autograd-graph'
import { arrowHead, edgePath } from './edge-path'
import { layoutGraph, type PlacedEdge, type PlacedNode } from './layout-graph'
import { lineHeight } from './node-label'

export interface GraphSvgOptions extends AutogradGraphOptions {
  /** What screen readers and tooltips call the picture. Default `Autograd graph`. */
  readonly title?: string
}

/** As torchviz has them. */
const fills: Record<AutogradGraphNode['kind'], string> = {
  function: '#d3d3d3',
  leaf: '#add8e6',
  saved: '#ffa500',
  output: '#caff70',
  base: '#a2cd5a',
}

const font = '12px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace'

// Colours stand in attributes for viewers of pictures, and here again for pages, which may set the variables.
const style = [
  `.nn-graph text { font: ${font}; text-anchor: middle; fill: var(--nn-graph-text, #111) }`,
  '.nn-graph rect { stroke: var(--nn-graph-border, #555) }',
  ...Object.entries(fills).map(([kind, fill]) => `.nn-graph-${kind} rect { fill: var(--nn-graph-${kind}, ${fill}) }`),
  '.nn-graph path { stroke: var(--nn-graph-line, currentColor) }',
  '.nn-graph polygon { fill: var(--nn-graph-line, currentColor) }',
]

const takesSvg = signature('graphSvg', { output: tensorOrTensors }, {}, { ...drawingKinds, title: kinds.text })

/**
 * The autograd graph of a tensor as a picture, drawn without Graphviz: what `makeDot` describes, in its colours. A page
 * may set these by the CSS variables `--nn-graph-function`, `-leaf`, `-saved`, `-output`, `-base`, `-text`, `-border` and
 * `-line`; where it does not, lines have the colour of the text around.
 *
 * @param output a tensor, or several that share a graph
 * @returns an SVG element as text, to be put into a page or written to a file
 * @throws AutogradError with `showSaved`, when backward has freed what was saved or it was changed in place since.
 * @example
 * const x = tensor([1, 2], { dtype: 'float32', requiresGrad: true })
 * graphSvg(x.square().mean(), { params: { x } }) // '<svg xmlns="http://www.w3.org/2000/svg" ...'
 * @see torchviz.make_dot
 */
export function graphSvg(output: Tensor | readonly Tensor[], ...args: Args<GraphSvgOptions>): string {
  const { title = 'Autograd graph', ...options } = takesSvg([output], args)
  const { width, height, nodes, edges } = layoutGraph(graphOf(output, options))
  const [w, h] = [rounded(width), rounded(height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="nn-graph" role="img" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description(nodes))}</desc>`,
    '<style>',
    ...style,
    '</style>',
    ...edges.map(drawEdge),
    ...nodes.map(drawNode),
    '</svg>',
    '',
  ].join('\n')
}

function drawNode({ node, lines, x, y, width, height }: PlacedNode): string {
  const box = `x="${rounded(x - width / 2)}" y="${rounded(y - height / 2)}" width="${rounded(width)}" height="${height}"`
  // The first baseline is where all lines together are in the middle; letters are about 8 px high.
  const baseline = y - ((lines.length - 1) * lineHeight) / 2 + 4
  const texts = lines.map((line, i) => {
    return `<text x="${rounded(x)}" y="${rounded(baseline + i * lineHeight)}">${escaped(line)}</text>`
  })
  return `<g class="nn-graph-${node.kind}"><rect ${box} rx="3" fill="${fills[node.kind]}" stroke="#555"/>${texts.join('')}</g>`
}

function drawEdge({ edge, points }: PlacedEdge): string {
  const dashes = edge.kind === 'base' ? ' stroke-dasharray="2 3"' : ''
  // What is only kept is joined by a line without an arrow.
  const head = edge.kind === 'saved' ? '' : `<polygon points="${arrowHead(points)}"/>`
  return `<path d="${edgePath(points)}" fill="none" stroke="#000"${dashes}/>${head}`
}

function description(nodes: readonly PlacedNode[]): string {
  const labels = (kind: AutogradGraphNode['kind']): string[] => {
    return nodes.filter(({ node }) => node.kind === kind).map(({ lines }) => lines.join(' '))
  }
  const functions = labels('function').length
  const outputs = labels('output').join(', ')
  return functions === 0 ? outputs : `${outputs} by ${functions} functions from ${labels('leaf').join(', ')}`
}

function rounded(x: number): number {
  return Math.round(x * 10) / 10
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML; characters that XML has no way to say become a replacement character. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
  const sayable = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd')
  return sayable.replace(/[&<>"]/g, (character) => entities[character] as string)
}
