import { type Args, kinds, randn, signature, type Tensor } from '@nn/tensor'
import { listOf, startingGradients, tensorOrTensors } from './arguments'
import { grad } from './grad'
import { type CheckedFunction, checkGradients, type GradcheckOptions, gradcheckKinds } from './gradcheck'

interface GradgradcheckOptions extends GradcheckOptions {
  /** Where to differentiate: the gradient of each output. Default: random. */
  gradOutputs?: Tensor | null | readonly (Tensor | null)[]
}

const takesGradgradcheck = signature(
  'gradgradcheck',
  { func: kinds.callback, inputs: tensorOrTensors },
  { gradOutputs: startingGradients },
  gradcheckKinds,
)

/**
 * Compares second derivatives with finite differences: `gradcheck` of the gradients, as functions of the inputs and of the
 * gradients of the outputs.
 *
 * @param func a function of the inputs that gives the same values each time
 * @param inputs float64
 * @param args `gradOutputs`: where to differentiate, of the outputs' shapes; random where they are left out. By name what
 *   `gradcheck` takes
 * @returns true where they agree
 * @throws AutogradError naming the first element where they do not.
 * @example
 * const x = randn([3], { dtype: 'float64', requiresGrad: true })
 * gradgradcheck((x) => x.exp().mul(x), [x]) // true
 * @see torch.autograd.gradgradcheck
 */
export function gradgradcheck(
  func: CheckedFunction,
  inputs: Tensor | readonly Tensor[],
  ...args: Args<GradgradcheckOptions, ['gradOutputs']>
): boolean {
  const { gradOutputs, ...options } = takesGradgradcheck([func, inputs], args)
  const given = listOf(gradOutputs ?? null)
  const points = listOf(inputs)
  const outputs = differentiable(func(...points))
  const starts = outputs.map((y, o) =>
    (given[o] ?? randn(y.shape, { dtype: y.dtype })).detach().clone().requiresGrad_(),
  )
  const wanted = points.filter((x) => x.requiresGrad)
  const gradients = (...all: Tensor[]): Tensor[] =>
    grad(differentiable(func(...all.slice(0, points.length))), wanted, {
      gradOutputs: all.slice(points.length),
      createGraph: true,
      materializeGrads: true,
    })
  return checkGradients('gradgradcheck', gradients, [...points, ...starts], options)
}

function differentiable(outputs: Tensor | readonly Tensor[]): Tensor[] {
  return listOf(outputs).filter((y) => y.requiresGrad)
}
