import { AutogradError, type GraphOptions, type Tensor, zerosLike } from '@nn/tensor'
import { listOf, nodesOf, rootOf } from './backward'
import { run } from './engine'
import type { Node } from './node'

export interface GradOptions extends GraphOptions {
  /** A gradient for each output, of its shape; null for outputs of a single element, where it is 1. */
  gradOutputs?: Tensor | null | readonly (Tensor | null)[]
  /** Give null for an input that the outputs do not depend on, instead of an error. Default false. */
  allowUnused?: boolean
  /** Give zeros for such an input. Default false. */
  materializeGrads?: boolean
}

/**
 * The gradients of the sum of outputs for the inputs, without touching any `grad`.
 *
 * @returns a gradient for each input
 * @throws AutogradError when an input does not require grad, or the outputs do not depend on it (unless `allowUnused`).
 * @example
 * const x = tensor(3, { dtype: 'float32', requiresGrad: true })
 * const [dx] = grad(x.pow(3), [x], { createGraph: true })
 * dx.item() // 27
 * grad(dx, [x]) // [tensor(18.)]
 * @see torch.autograd.grad
 */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions & { allowUnused: true },
): (Tensor | null)[]
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options?: GradOptions,
): Tensor[]
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions = {},
): (Tensor | null)[] {
  const { createGraph = false, retainGraph = createGraph, allowUnused = false, materializeGrads = false } = options
  const gradOutputs = listOf<Tensor | null>(options.gradOutputs ?? null)
  const roots = listOf(outputs).map((x, i) => rootOf('grad', x, gradOutputs[i]))
  const nodes = nodesOf('grad', listOf(inputs))
  const found = run({ roots, retainGraph, createGraph, wanted: new Set(nodes), accumulates: false })
  return listOf(inputs).map((x, i) => {
    const gradient = found.get(nodes[i] as Node)
    if (gradient !== undefined) return gradient
    if (materializeGrads) return zerosLike(x)
    if (allowUnused) return null
    throw new AutogradError(
      `grad: input ${i} was not used in the graph of the outputs; pass { allowUnused: true } to get null for it`,
    )
  })
}
