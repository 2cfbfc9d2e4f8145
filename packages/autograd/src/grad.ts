import { AutogradError, type BackwardOptions, type Tensor, zerosLike } from '@nn/tensor'
import { rootOf } from './backward'
import { run } from './engine'
import { currentSlot } from './history'
import { nodeOf } from './slot'

export interface GradOptions extends BackwardOptions {
  /** A gradient for each output, of its shape; null for outputs of a single element, where it is 1. */
  gradOutputs?: Tensor | null | readonly (Tensor | null)[]
  /** Give null for an input that the outputs do not depend on, instead of an error. Default false. */
  allowUnused?: boolean
  /** Give zeros for such an input. Default false. */
  materializeGrads?: boolean
}

const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T])

/**
 * The gradients of the sum of outputs for the inputs, without touching any `grad`.
 *
 * @returns a gradient for each input
 * @throws AutogradError when an input does not require grad, or the outputs do not depend on it (unless `allowUnused`).
 * @example
 * const x = tensor(3, { dtype: 'float32', requiresGrad: true })
 * const [dx] = grad(x.pow(3), [x], { createGraph: true }) // 27
 * const [ddx] = grad(dx, [x]) // 18
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
  const nodes = listOf(inputs).map((x, i) => {
    const node = nodeOf(x, currentSlot(x))
    if (node === null) throw new AutogradError(`grad: input ${i} does not require grad`)
    return node
  })
  const found = run({ roots, retainGraph, createGraph, wanted: new Set(nodes) })
  return listOf(inputs).map((x, i) => {
    const gradient = found.get(nodes[i] as (typeof nodes)[number])
    if (gradient !== undefined) return gradient
    if (materializeGrads) return zerosLike(x)
    if (allowUnused) return null
    throw new AutogradError(
      `grad: input ${i} was not used in the graph of the outputs; pass { allowUnused: true } to get null for it`,
    )
  })
}
