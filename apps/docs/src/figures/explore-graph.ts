import '@nn/autograd'
import {
  type AutogradGraphNode,
  autogradGraph,
  type FunctionNode,
  type GraphLayout,
  layoutGraph,
  type TensorNode,
} from '@nn/autograd/drawing'
import { onesLike, showShape, type Tensor, tensor } from '@nn/tensor'
import { evaluateExpression } from './evaluate-expression'

/** What there is to know about a node, as a table. */
interface NodeFacts {
  readonly title: string
  readonly explanation: string
  readonly rows: readonly { readonly name: string; readonly value: string }[]
}

export interface ExploredGraph {
  readonly layout: GraphLayout
  /** By the nodes' ids. */
  readonly facts: ReadonlyMap<string, NodeFacts>
}

/** The tensors that expressions are made of. Only x requires no gradient: it is data. */
export function graphVariables(): Readonly<Record<string, Tensor>> {
  const parameter = (values: number | number[] | number[][]): Tensor => {
    return tensor(values, { dtype: 'float32', requiresGrad: true })
  }
  return {
    a: parameter(2),
    b: parameter(-3),
    c: parameter(10),
    x: tensor(
      [
        [1, 0.5, -1],
        [0, 2, 1],
      ],
      { dtype: 'float32' },
    ),
    w: parameter([
      [0.5, -1],
      [1, 0.25],
      [-0.5, 2],
    ]),
    v: parameter([0.1, -0.2]),
  }
}

/**
 * The graph of an expression, with the values and gradients of a backward pass through it.
 *
 * @throws SyntaxError for what is no expression, and what the tensor functions throw.
 */
export function exploreGraph(expression: string): ExploredGraph {
  const variables = graphVariables()
  const result = evaluateExpression(expression, variables)
  const graph = autogradGraph(result, { params: variables })
  const gradients = new Map<string, Tensor>()
  for (const node of graph.nodes) {
    if (node.kind === 'function') {
      node.gradFn.registerPrehook((grad) => {
        gradients.set(node.id, grad)
        return undefined
      })
    }
  }
  // Kept, because what the functions saved is shown.
  if (result.requiresGrad) result.backward(onesLike(result), { retainGraph: true })
  const facts = new Map(graph.nodes.map((node) => [node.id, factsOf(node, gradients.get(node.id) ?? null)]))
  return { layout: layoutGraph(graph), facts }
}

function factsOf(node: AutogradGraphNode, arrived: Tensor | null): NodeFacts {
  return node.kind === 'function' ? functionFacts(node, arrived) : tensorFacts(node)
}

function functionFacts({ name, shape, gradFn }: FunctionNode, arrived: Tensor | null): NodeFacts {
  const explanation =
    gradFn.variable === null
      ? `Made a tensor of shape ${showShape(shape)}; backward turns its gradient into those of what it was made from.`
      : 'The end of a path: backward adds what arrives here to the leaf’s grad.'
  const kept = gradFn.savedTensors.filter((tensor) => tensor !== null)
  const saved = kept.map((tensor, i) => row(`saved ${i + 1}`, tensor))
  return {
    title: name,
    explanation,
    rows: [...saved, ...(arrived === null ? [] : [row('gradient arriving', arrived)])],
  }
}

function tensorFacts({ kind, name, shape, tensor }: TensorNode): NodeFacts {
  const gradient = kind === 'leaf' ? tensor.grad : kind === 'output' && tensor.requiresGrad ? onesLike(tensor) : null
  return {
    title: name === '' ? `the ${kind}` : name,
    explanation: `${explanations[kind]} Its shape is ${showShape(shape)}.`,
    rows: [row('value', tensor), ...(gradient === null ? [] : [row('gradient', gradient)])],
  }
}

const explanations: Record<TensorNode['kind'], string> = {
  output: 'What the expression gives; backward starts here with a gradient of ones.',
  leaf: 'A parameter: backward fills its grad.',
  base: 'The tensor that the output is a view of.',
  saved: 'Kept for the backward pass.',
}

function row(name: string, tensor: Tensor): { name: string; value: string } {
  return { name, value: String(tensor.detach()) }
}
