import { randn, type Tensor } from '@nn/tensor'
import { grad } from './grad'
import { enableGrad } from './grad-mode'
import { type GradcheckOptions, gradcheck } from './gradcheck'

/**
 * Compares second derivatives with finite differences: `gradcheck` of the gradients, as functions of the inputs and of the
 * gradient of the output.
 *
 * @param fn a function of the inputs that gives the same value each time
 * @param inputs float64
 * @param gradOutput where to differentiate, of the output's shape. Default: random.
 * @returns true where they agree
 * @throws AutogradError naming the first element where they do not.
 * @example
 * const x = randn([3], { dtype: 'float64', requiresGrad: true })
 * gradgradcheck((x) => x.exp().mul(x), [x]) // true
 * @see torch.autograd.gradgradcheck
 */
export function gradgradcheck(
  fn: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  gradOutput?: Tensor,
  options?: GradcheckOptions,
): true {
  const output = fn(...inputs)
  const given = gradOutput ?? randn(output.shape, { dtype: output.dtype })
  const last = given.detach().clone().requiresGrad_()
  const places = inputs.flatMap((x, i) => (x.requiresGrad ? [i] : []))
  for (const [k] of places.entries()) {
    const gradient = (...all: Tensor[]): Tensor =>
      enableGrad(() => {
        const [gradOutputs, ...xs] = [all.at(-1) as Tensor, ...all.slice(0, -1)]
        // Finite differences pass copies that require no gradient.
        const leaves = xs.map((x, i) => (places.includes(i) && !x.requiresGrad ? x.detach().requiresGrad_() : x))
        const wanted = places.map((i) => leaves[i] as Tensor)
        const gradients = grad(fn(...leaves), wanted, { gradOutputs, createGraph: true, materializeGrads: true })
        // A constant gradient belongs to no graph: adding 0 makes it part of one.
        return (gradients[k] as Tensor).add(gradOutputs.sum().mul(0))
      })
    gradcheck(gradient, [...inputs, last], options)
  }
  return true
}
