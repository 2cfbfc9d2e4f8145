import {
  type Args,
  AutogradError,
  type BackwardOptions,
  kinds,
  onesLike,
  sameShape,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { listOf, startingGradients, tensorOrTensors } from './arguments'
import { run } from './engine'
import { currentSlot } from './history'
import type { Node } from './node'
import { nodeOf } from './slot'

/** A node that a run of the engine begins at, and the gradient to begin with. */
interface Root {
  readonly node: Node
  readonly grad: Tensor
}

/** Tensors to differentiate, with the gradients given for them. */
export function rootsOf(
  op: string,
  outputs: Tensor | readonly Tensor[],
  gradients: Tensor | null | readonly (Tensor | null)[] | undefined,
): Root[] {
  const tensors = listOf(outputs)
  if (tensors.length === 0) throw new AutogradError(`${op}: there is no tensor to differentiate`)
  if (gradients === undefined || gradients === null) return tensors.map((x) => rootOf(op, x, null))
  const given = listOf(gradients)
  if (given.length !== tensors.length) {
    throw new AutogradError(`${op}: got ${given.length} gradients for ${tensors.length} tensors`)
  }
  return tensors.map((x, i) => rootOf(op, x, given[i] ?? null))
}

function rootOf(op: string, x: Tensor, gradient: Tensor | null): Root {
  const node = nodeOf(x, currentSlot(x))
  if (node === null) {
    throw new AutogradError(
      `${op}: the tensor does not require grad and has no gradFn; no input of it had requiresGrad`,
    )
  }
  if (gradient === null) {
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

/** The nodes that the gradients of inputs go to. */
export function nodesOf(op: string, inputs: readonly Tensor[]): Node[] {
  return inputs.map((x, i) => {
    const node = nodeOf(x, currentSlot(x))
    if (node === null) throw new AutogradError(`${op}: input ${i} does not require grad`)
    return node
  })
}

interface BackwardTensorsOptions extends BackwardOptions {
  /** A gradient for each tensor, of its shape; null for those of a single element, where it is 1. */
  gradTensors?: Tensor | null | readonly (Tensor | null)[]
}

const takesBackward = signature(
  'backward',
  { tensors: tensorOrTensors },
  { gradTensors: startingGradients, retainGraph: kinds.orNull(kinds.boolean), createGraph: kinds.boolean },
  { inputs: tensorOrTensors },
)

/**
 * Computes the gradients of several tensors for all leaves that they were computed from, and adds them to the leaves'
 * `grad`. For one tensor `x.backward()` does it.
 *
 * @param tensors what to differentiate
 * @param args `gradTensors`: a gradient for each, of its shape; null for those of a single element, where it is 1.
 *   `retainGraph`, `createGraph`; with `inputs`, only those get gradients, computed tensors too
 * @throws AutogradError without a graph, for a non-scalar without a gradient, for a graph that was freed, and for inputs
 *   that do not require grad.
 * @example
 * const x = ones([2], { requiresGrad: true })
 * backward([x.sum(), x.mul(2).sum()])
 * x.grad // tensor([3., 3.])
 * @see torch.autograd.backward
 */
export function backward(
  tensors: Tensor | readonly Tensor[],
  ...args: Args<BackwardTensorsOptions, ['gradTensors', 'retainGraph', 'createGraph']>
): void {
  const { gradTensors, ...options } = takesBackward([tensors], args)
  runBackward(tensors, gradTensors, options)
}

/** `backward` with arguments that were read. */
export function runBackward(
  tensors: Tensor | readonly Tensor[],
  gradients: Tensor | null | readonly (Tensor | null)[] | undefined,
  { createGraph = false, retainGraph, inputs }: BackwardOptions,
): void {
  const roots = rootsOf('backward', tensors, gradients)
  const wanted = inputs === undefined ? null : new Set(nodesToKeep(listOf(inputs)))
  run({ roots, retainGraph: retainGraph ?? createGraph, createGraph, wanted, accumulates: true })
}

function nodesToKeep(inputs: readonly Tensor[]): Node[] {
  if (inputs.length === 0) throw new AutogradError('backward: inputs are empty; leave them out to mean all leaves')
  const nodes = nodesOf('backward', inputs)
  for (const x of inputs) x.retainGrad()
  return nodes
}
