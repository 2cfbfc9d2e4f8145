import { type Args, type GraphNode, type Kind, kinds, type Shape, signature, type Tensor } from '@nn/tensor'
import { listOf, tensorOrTensors } from '../arguments'

/** An op's node of the graph, which passes gradients on: what `gradFn` gives. */
export interface FunctionNode {
  /** `n0`, `n1`... in the order of finding. */
  readonly id: string
  readonly kind: 'function'
  /** As PyTorch names it, such as `MulBackward0`. */
  readonly name: string
  /** Of the tensor that it made. */
  readonly shape: Shape
  readonly gradFn: GraphNode
}

/** A tensor at the edge of the graph. */
export interface TensorNode {
  readonly id: string
  /**
   * `output`: one that the graph was asked of; `leaf`: one whose `grad` backward fills; `base`: what an output is a view
   * of; `saved`: one that a function keeps for its backward pass.
   */
  readonly kind: 'output' | 'leaf' | 'base' | 'saved'
  /** The name given in `params`, else empty. */
  readonly name: string
  readonly shape: Shape
  readonly tensor: Tensor
}

export type AutogradGraphNode = FunctionNode | TensorNode

/** An arrow in the direction of the forward pass; gradients go the other way. */
export interface AutogradGraphEdge {
  readonly from: string
  readonly to: string
  /** `data`: computed from it; `saved`: kept by the function `to`; `base`: `to` is a view of it. */
  readonly kind: 'data' | 'saved' | 'base'
}

export interface AutogradGraph {
  readonly nodes: readonly AutogradGraphNode[]
  /** An edge for each use: `x.mul(x)` has two from `x`. */
  readonly edges: readonly AutogradGraphEdge[]
}

export interface AutogradGraphOptions {
  /** Names of tensors, as a record or as `module.namedParameters()` gives them. */
  readonly params?: Readonly<Record<string, Tensor>> | Iterable<readonly [name: string, tensor: Tensor]>
  /** Also give the tensors kept for the backward pass. Default false. */
  readonly showSaved?: boolean
}

/** Names of tensors: a record, or pairs. */
const namedTensors: Kind<NonNullable<AutogradGraphOptions['params']>> = kinds.kind(
  'a record of tensors, or pairs of names and tensors',
  (value) => typeof value === 'object' && value !== null && !kinds.tensor.accepts(value),
)

/** What a function that draws a graph takes. */
export const drawingKinds: { readonly params: typeof namedTensors; readonly showSaved: Kind<boolean> } = {
  params: namedTensors,
  showSaved: kinds.boolean,
}

const takesGraph = signature('autogradGraph', { output: tensorOrTensors }, {}, drawingKinds)

/**
 * The graph that autograd recorded for tensors, as plain nodes and edges to draw or to walk through. A tensor or function
 * that is used several times is one node. A tensor without a graph is a node alone.
 *
 * @param output a tensor, or several that share a graph
 * @throws AutogradError with `showSaved`, when backward has freed what was saved or it was changed in place since.
 * @example
 * const x = tensor([1, 2], { dtype: 'float32', requiresGrad: true })
 * autogradGraph(x.mul(2), { params: { x } }).nodes.map((node) => node.name) // ['', 'MulBackward0', 'AccumulateGrad', 'x']
 * @see torch.autograd.graph.Node.next_functions
 */
export function autogradGraph(output: Tensor | readonly Tensor[], ...args: Args<AutogradGraphOptions>): AutogradGraph {
  return graphOf(output, takesGraph([output], args))
}

/** `autogradGraph` with arguments that were read. */
export function graphOf(output: Tensor | readonly Tensor[], options: AutogradGraphOptions): AutogradGraph {
  const walk = new Walk(options)
  for (const tensor of listOf(output)) walk.addOutput(tensor, 'output')
  return walk
}

/** Collects nodes and edges, each thing once. Walks in a queue: a graph may be deeper than the call stack. */
class Walk implements AutogradGraph {
  readonly nodes: AutogradGraphNode[] = []
  readonly edges: AutogradGraphEdge[] = []
  private readonly ids = new Map<Tensor | GraphNode, string>()
  /** What ops computed and kept is drawn beside the function that keeps it, also where it is an output. */
  private readonly savedIds = new Map<Tensor, string>()
  private readonly names: ReadonlyMap<Tensor, string>
  private readonly showSaved: boolean

  constructor({ params = {}, showSaved = false }: AutogradGraphOptions) {
    const named = Symbol.iterator in params ? [...params] : Object.entries(params)
    this.names = new Map(named.map(([name, tensor]) => [tensor, name]))
    this.showSaved = showSaved
  }

  addOutput(tensor: Tensor, kind: 'output' | 'base'): string {
    const known = this.ids.get(tensor)
    if (known !== undefined) return known
    const id = this.addTensor(tensor, kind)
    this.ids.set(tensor, id)
    const { gradFn, base } = tensor
    if (gradFn !== null) this.edges.push({ from: this.addFunctions(gradFn), to: id, kind: 'data' })
    if (base !== null) this.edges.push({ from: this.addOutput(base, 'base'), to: id, kind: 'base' })
    return id
  }

  /** Adds a function and all that it leads to. */
  private addFunctions(root: GraphNode): string {
    const queue: GraphNode[] = []
    const found = (gradFn: GraphNode): string => {
      const known = this.ids.get(gradFn)
      if (known !== undefined) return known
      queue.push(gradFn)
      return this.addFunction(gradFn)
    }
    const rootId = found(root)
    // The loop comes to what is queued meanwhile, too.
    for (const gradFn of queue) {
      const id = found(gradFn)
      const { variable } = gradFn
      if (variable !== null) this.edges.push({ from: this.leafId(variable), to: id, kind: 'data' })
      for (const next of gradFn.nextFunctions) {
        if (next !== null) this.edges.push({ from: found(next), to: id, kind: 'data' })
      }
    }
    // Now the leaves are known: one that is saved is no node of its own.
    if (this.showSaved) for (const gradFn of queue) this.addSaved(gradFn, found(gradFn))
    return rootId
  }

  private addSaved(gradFn: GraphNode, id: string): void {
    for (const tensor of new Set(gradFn.savedTensors)) {
      if (tensor !== null) this.edges.push({ from: this.savedId(tensor), to: id, kind: 'saved' })
    }
  }

  private leafId(leaf: Tensor): string {
    const id = this.ids.get(leaf) ?? this.addTensor(leaf, 'leaf')
    this.ids.set(leaf, id)
    return id
  }

  private savedId(saved: Tensor): string {
    const leaf = saved.isLeaf ? this.ids.get(saved) : undefined
    const id = leaf ?? this.savedIds.get(saved) ?? this.addTensor(saved, 'saved')
    this.savedIds.set(saved, id)
    return id
  }

  private addTensor(tensor: Tensor, kind: TensorNode['kind']): string {
    const id = this.newId()
    this.nodes.push({ id, kind, name: this.names.get(tensor) ?? '', shape: tensor.shape, tensor })
    return id
  }

  private addFunction(gradFn: GraphNode): string {
    const id = this.newId()
    this.ids.set(gradFn, id)
    this.nodes.push({ id, kind: 'function', name: gradFn.name, shape: gradFn.shape, gradFn })
    return id
  }

  private newId(): string {
    return `n${this.nodes.length}`
  }
}
