import {
  AutogradError,
  closeScope,
  emptyLike,
  keep,
  openScope,
  outsideScopesNow,
  type Scope,
  sameShape,
  show,
  showShape,
  Tensor,
} from '@nn/tensor'
import { checkNotNaN, isLookingForNaN } from './anomaly'
import { gradMode } from './grad-mode'
import { AccumulateGrad, type Node, OpNode, type RegisteredHook } from './node'
import { ensureSlot } from './slot'
import { sumTo } from './sum-to'

/** A run of the engine: from which nodes with which gradients, and where to. */
export interface Run {
  readonly roots: readonly { readonly node: Node; readonly grad: Tensor }[]
  readonly retainGraph: boolean
  readonly createGraph: boolean
  /** Nodes whose gradient is wanted; the run goes nowhere else. Null: all leaves. */
  readonly wanted: ReadonlySet<Node> | null
  /** Whether the gradients of leaves are added to their `grad`, or given back. */
  readonly accumulates: boolean
}

/**
 * Sends gradients from the roots back through the graph. A node runs when every gradient that reaches it has come: a node
 * is younger than those it leads to, so the reachable ones are taken from the youngest to the oldest. There is no
 * recursion: a graph may be as deep as memory allows.
 *
 * @returns the gradients that were wanted, by node, where they do not accumulate
 */
export function run({ roots, retainGraph, createGraph, wanted, accumulates }: Run): Map<Node, Tensor> {
  const order = reachable(roots.map((root) => root.node)).sort((a, b) => b.sequence - a.sequence)
  const leading = wanted === null ? null : leadingTo(order, wanted)
  const gradients = new Map<Node, Tensor>()
  const found = new Map<Node, Tensor>()
  // Whatever backward makes on its way is freed when it is done; with a graph of its own it lives as long as that.
  const scope = createGraph ? null : openScope()
  try {
    gradMode.during(createGraph, () => {
      for (const { node, grad } of roots) send(gradients, node, grad, 'backward')
      for (const node of order) {
        const arrived = gradients.get(node)
        const goesOn = leading?.has(node) !== false
        const isWanted = wanted?.has(node) !== false
        if (arrived === undefined || !(goesOn || isWanted)) continue
        gradients.delete(node)
        const seen = runHooks(node, node.tensorHooks, arrived)
        if (isWanted && !accumulates) found.set(node, own(seen, scope))
        if (node instanceof OpNode) node.retainer?.(own(seen, scope))
        const collects = node instanceof AccumulateGrad && isWanted && accumulates
        if (!collects && !(node instanceof OpNode && goesOn)) continue
        const grad = runHooks(node, node.prehooks, seen)
        if (node instanceof OpNode) runBackward(node, grad, gradients, retainGraph)
        else if (collects) accumulate(node.variable, grad, scope)
      }
    })
  } finally {
    if (scope !== null) closeScope(scope)
  }
  return found
}

function runBackward(node: OpNode, grad: Tensor, gradients: Map<Node, Tensor>, retainGraph: boolean): void {
  const next = node.nextFunctions
  const results = node.op.backward(node.context, grad)
  if (isLookingForNaN()) checkNotNaN(node.name, node.madeAt, results)
  if (!retainGraph) node.context.release()
  for (let i = 0; i < next.length; i++) {
    const target = next[i]
    const result = results[i]
    if (target !== null && target !== undefined && result !== null && result !== undefined) {
      send(gradients, target, result, node.name)
    }
  }
}

/** Adds a gradient to those that have reached a node, in the shape and dtype of the tensor that the node made. */
function send(gradients: Map<Node, Tensor>, node: Node, grad: Tensor, from: string): void {
  const summed = sumTo(grad, node.shape)
  if (summed === null) {
    throw new AutogradError(
      `${from}: returned a gradient of shape ${showShape(grad.shape)} for a tensor of shape ${showShape(node.shape)}`,
    )
  }
  const fitting = summed.dtype === node.dtype ? summed : summed.to(node.dtype)
  const before = gradients.get(node)
  gradients.set(node, before === undefined ? fitting : before.add(fitting))
}

/** Hooks may keep what they see and what they make, so both outlive the run. */
function runHooks(node: Node, hooks: readonly RegisteredHook[], grad: Tensor): Tensor {
  if (hooks.length === 0) return grad
  return outsideScopesNow(() => {
    let current = grad
    for (const { hook } of hooks) current = checkedHook(node, keep(current), hook(current))
    return current
  })
}

/** What a hook made of a gradient: a `return` left out gives undefined. */
function checkedHook(node: Node, grad: Tensor, returned: unknown): Tensor {
  if (returned === undefined || returned === null) return grad
  if (!(returned instanceof Tensor)) {
    throw new TypeError(`${node.name}: a hook must return a gradient or nothing, got ${show(returned)}`)
  }
  if (!sameShape(returned.shape, grad.shape) || returned.dtype !== grad.dtype) {
    throw new AutogradError(`${node.name}: a hook returned ${show(returned)} in place of the gradient, ${show(grad)}`)
  }
  return returned
}

/**
 * The gradient as a tensor that nobody else has, in the memory order of another: itself where this run made it, else a
 * copy. With a graph of its own it stays what it is, a part of that.
 */
function own(grad: Tensor, scope: Scope | null, like: Tensor = grad): Tensor {
  if (scope === null) return keep(grad)
  const isOurs = grad.storage.scope === scope && grad.storage.length === grad.numel()
  const isInOrder = grad.isContiguous() && like.isContiguous()
  return keep(isOurs && isInOrder ? grad.detach() : emptyLike(like).copy_(grad))
}

function accumulate(leaf: Tensor, grad: Tensor, scope: Scope | null): void {
  const slot = ensureSlot(leaf)
  if (slot.grad === null) {
    slot.grad = scope === null ? keep(grad.clone()) : own(grad, scope, leaf)
    slot.gradIsShared = scope === null
  } else if (scope === null) slot.grad = keep(slot.grad.add(grad))
  else slot.grad.add_(grad)
}

function reachable(roots: readonly Node[]): Node[] {
  const seen = new Set<Node>(roots)
  const stack = [...seen]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const next of node.nextFunctions) {
      if (next === null || seen.has(next)) continue
      seen.add(next)
      stack.push(next)
    }
  }
  return [...seen]
}

/** Those of the nodes, given from the youngest to the oldest, from which a path leads on to a wanted one. */
function leadingTo(order: readonly Node[], wanted: ReadonlySet<Node>): ReadonlySet<Node> {
  const leading = new Set<Node>()
  for (const node of [...order].reverse()) {
    if (node.nextFunctions.some((next) => next !== null && (wanted.has(next) || leading.has(next)))) leading.add(node)
  }
  return leading
}
