import { type Args, AutogradError, type GraphOptions, kinds, signature, type Tensor, zerosLike } from '@nn/tensor'
import { listOf, startingGradients, tensorOrTensors } from './arguments'
import { nodesOf, rootsOf } from './backward'
import { run } from './engine'
import type { Node } from './node'

export interface GradOptions extends GraphOptions {
  /** A gradient for each output, of its shape; null for outputs of a single element, where it is 1. */
  gradOutputs?: Tensor | null | readonly (Tensor | null)[]
  /** Give null for an input that the outputs do not depend on, instead of an error. Default: `materializeGrads`. */
  allowUnused?: boolean | null
  /** Give zeros for such an input; with `createGraph` they require a gradient. Default false. */
  materializeGrads?: boolean
}

const takesGrad = signature(
  'grad',
  { outputs: tensorOrTensors, inputs: tensorOrTensors },
  { gradOutputs: startingGradients, retainGraph: kinds.orNull(kinds.boolean), createGraph: kinds.boolean },
  { allowUnused: kinds.orNull(kinds.boolean), materializeGrads: kinds.boolean },
)

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
  ...args: Args<GradOptions, ['gradOutputs', 'retainGraph', 'createGraph']>
): Tensor[]
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  ...args: Args<GradOptions, ['gradOutputs', 'retainGraph', 'createGraph']>
): (Tensor | null)[] {
  const {
    gradOutputs,
    createGraph = false,
    retainGraph,
    materializeGrads = false,
    allowUnused,
  } = takesGrad([outputs, inputs], args)
  if (materializeGrads && allowUnused === false) {
    throw new RangeError('grad: materializeGrads gives zeros for unused inputs, so leave allowUnused: false out')
  }
  const wanted = listOf(inputs)
  if (wanted.length === 0) throw new AutogradError('grad: inputs are empty')
  const roots = rootsOf('grad', outputs, gradOutputs)
  const nodes = nodesOf('grad', wanted)
  const found = run({
    roots,
    retainGraph: retainGraph ?? createGraph,
    createGraph,
    wanted: new Set(nodes),
    accumulates: false,
  })
  return wanted.map((x, i) => {
    const gradient = found.get(nodes[i] as Node)
    if (gradient !== undefined) return gradient
    if (materializeGrads) return zerosLike(x.detach(), { requiresGrad: createGraph })
    if (allowUnused === true) return null
    throw new AutogradError(
      `grad: input ${i} was not used in the graph of the outputs; pass { allowUnused: true } to get null for it`,
    )
  })
}
