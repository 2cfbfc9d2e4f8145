import { AutogradError, showShape, type Tensor, type TypedArray, zeros } from '@nn/tensor'
import { grad } from './grad'
import { noGrad } from './grad-mode'

export interface GradcheckOptions {
  /** The step of the finite differences. Default 1e-6. */
  eps?: number
  /** Allowed absolute difference. Default 1e-5. */
  atol?: number
  /** Allowed relative difference. Default 1e-3. */
  rtol?: number
}

/**
 * Compares the gradients that autograd computes with finite differences, for every element of every input that requires
 * grad and every element of the output.
 *
 * @param fn a function of the inputs that gives the same value each time
 * @param inputs float64; a coarser type drowns the differences in rounding
 * @returns true where they agree
 * @throws AutogradError naming the first element where they do not.
 * @example
 * const x = randn([3], { dtype: 'float64', requiresGrad: true })
 * gradcheck((x) => x.exp().mul(x), [x]) // true
 * @see torch.autograd.gradcheck
 */
export function gradcheck(
  fn: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  { eps = 1e-6, atol = 1e-5, rtol = 1e-3 }: GradcheckOptions = {},
): true {
  const checked = inputs.filter((x) => x.requiresGrad)
  if (checked.length === 0) throw new AutogradError('gradcheck: no input requires grad')
  for (const x of checked) {
    if (x.dtype !== 'float64') throw new AutogradError(`gradcheck: inputs must be float64, got ${x.dtype}`)
  }
  const output = fn(...inputs)
  const rows = Array.from({ length: output.numel() }, (_, o) => gradientsOfElement(output, o, checked))
  const points = inputs.map((x) => x.detach().clone({ memoryFormat: 'contiguous' }))
  for (const [i, x] of checked.entries()) {
    for (let e = 0; e < x.numel(); e++) {
      const column = differences(fn, points, inputs.indexOf(x), e, eps)
      for (const [o, gradients] of rows.entries()) {
        const found = gradients[i]?.[e] as number
        const numerical = column[o] as number
        if (!(Math.abs(found - numerical) <= atol + rtol * Math.abs(numerical))) {
          throw new AutogradError(
            `gradcheck: output element ${o} of ${showShape(output.shape)} by input ${i}, element ${e} of ${showShape(x.shape)}: ` +
              `autograd has ${found}, finite differences ${numerical}`,
          )
        }
      }
    }
  }
  return true
}

/** The gradients of one element of the output for all inputs. */
function gradientsOfElement(output: Tensor, element: number, inputs: readonly Tensor[]): TypedArray[] {
  const gradOutputs = zeros(output.shape, { dtype: output.dtype })
  gradOutputs.view(-1).at(element).fill_(1)
  const options = { gradOutputs, retainGraph: true, materializeGrads: true }
  return grad(output, inputs, options).map((x) => x.toTypedArray())
}

/** (f(x + ε) - f(x - ε)) / 2ε for all elements of the output, by one element of an input. */
function differences(
  fn: (...inputs: Tensor[]) => Tensor,
  points: readonly Tensor[],
  input: number,
  element: number,
  eps: number,
): TypedArray {
  return noGrad(() => {
    const place = (points[input] as Tensor).view(-1).at(element)
    const value = place.item()
    place.fill_(value + eps)
    const above = fn(...points).clone()
    place.fill_(value - eps)
    const below = fn(...points).clone()
    place.fill_(value)
    return above
      .sub(below)
      .div(2 * eps)
      .toTypedArray()
  })
}
