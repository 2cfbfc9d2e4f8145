import { AutogradError, type BackwardOptions, onesLike, sameShape, showShape, type Tensor } from '@nn/tensor'
import { run } from './engine'
import { currentSlot } from './history'
import type { Node } from './node'
import { nodeOf } from './slot'

/** A tensor to differentiate, as the node that made it and the gradient to start with. */
export function rootOf(op: string, x: Tensor, gradient: Tensor | null | undefined): { node: Node; grad: Tensor } {
  const node = nodeOf(x, currentSlot(x))
  if (node === null) {
    throw new AutogradError(
      `${op}: the tensor does not require grad and has no gradFn; no input of it had requiresGrad`,
    )
  }
  if (gradient === null || gradient === undefined) {
    if (x.numel() !== 1) {
      throw new AutogradError(
        `${op}: a gradient can be created implicitly only for a single element, this tensor has shape ${showShape(x.shape)}; pass one`,
      )
    }
    return { node, grad: onesLike(x) }
  }
  if (!sameShape(gradient.shape, x.shape)) {
    throw new AutogradError(
      `${op}: the gradient has shape ${showShape(gradient.shape)}, its tensor ${showShape(x.shape)}`,
    )
  }
  return { node, grad: gradient }
}

export const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T])

/** The nodes that the gradients of inputs go to. */
export function nodesOf(op: string, inputs: readonly Tensor[]): Node[] {
  return inputs.map((x, i) => {
    const node = nodeOf(x, currentSlot(x))
    if (node === null) throw new AutogradError(`${op}: input ${i} does not require grad`)
    return node
  })
}

/**
 * Computes the gradients of several tensors for all leaves that they were computed from, and adds them to the leaves'
 * `grad`. For one tensor `x.backward()` does it.
 *
 * @param tensors what to differentiate
 * @param gradients a gradient for each, of its shape; null for those of a single element, where it is 1
 * @param options with `inputs`, only those get gradients, computed tensors too
 * @throws AutogradError without a graph, for a non-scalar without a gradient, for a graph that was freed, and for inputs
 *   that do not require grad.
 * @example
 * const x = ones([2], { requiresGrad: true })
 * backward([x.sum(), x.mul(2).sum()])
 * x.grad // tensor([3., 3.])
 * @see torch.autograd.backward
 */
export function backward(
  tensors: readonly Tensor[],
  gradients: readonly (Tensor | null)[] | null = null,
  { createGraph = false, retainGraph = createGraph, inputs }: BackwardOptions = {},
): void {
  const roots = tensors.map((x, i) => rootOf('backward', x, gradients?.[i]))
  const wanted = inputs === undefined ? null : new Set(nodesToKeep(listOf(inputs)))
  run({ roots, retainGraph, createGraph, wanted, accumulates: true })
}

function nodesToKeep(inputs: readonly Tensor[]): Node[] {
  if (inputs.length === 0) throw new AutogradError('backward: inputs are empty; leave them out to mean all leaves')
  const nodes = nodesOf('backward', inputs)
  for (const x of inputs) x.retainGrad()
  return nodes
}
