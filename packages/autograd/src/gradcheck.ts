import {
  type Args,
  AutogradError,
  type Kind,
  kinds,
  numelOf,
  type Shape,
  sameShape,
  show,
  showShape,
  signature,
  Tensor,
  type TypedArray,
  zeros,
} from '@nn/tensor'
import { listOf, tensorOrTensors } from './arguments'
import { grad } from './grad'

export interface GradcheckOptions {
  /** The step of the finite differences. Default 1e-6. */
  eps?: number
  /** Allowed absolute difference. Default 1e-5. */
  atol?: number
  /** Allowed relative difference. Default 1e-3. */
  rtol?: number
  /** Throw where they differ; else the result is false. Default true. */
  raiseException?: boolean
  /** How much a gradient computed twice may differ. Default 0. */
  nondetTol?: number
}

/** A function to check: one output or several. */
export type CheckedFunction = (...inputs: Tensor[]) => Tensor | readonly Tensor[]

/** What `gradcheck` takes by name. */
export const gradcheckKinds: { readonly [Name in keyof GradcheckOptions]-?: Kind<Required<GradcheckOptions>[Name]> } = {
  eps: kinds.number,
  atol: kinds.number,
  rtol: kinds.number,
  raiseException: kinds.boolean,
  nondetTol: kinds.number,
}

const takesGradcheck = signature('gradcheck', { func: kinds.callback, inputs: tensorOrTensors }, {}, gradcheckKinds)

/**
 * Compares the gradients that autograd computes with finite differences, for every element of every input that requires
 * grad and every element of every output. For the differences the inputs themselves are changed and changed back, so that
 * the function may also reach them by another way than its arguments, as a module's parameters.
 *
 * @param func a function of the inputs that gives the same values each time
 * @param inputs float64; a coarser type drowns the differences in rounding
 * @returns true where they agree
 * @throws AutogradError naming the first element where they do not.
 * @example
 * const x = randn([3], { dtype: 'float64', requiresGrad: true })
 * gradcheck((x) => x.exp().mul(x), [x]) // true
 * @see torch.autograd.gradcheck
 */
export function gradcheck(
  func: CheckedFunction,
  inputs: Tensor | readonly Tensor[],
  ...args: Args<GradcheckOptions>
): boolean {
  const options = takesGradcheck([func, inputs], args)
  return checkGradients('gradcheck', func, listOf(inputs), options)
}

/** `gradcheck` in the name of another. */
export function checkGradients(
  op: string,
  func: CheckedFunction,
  inputs: readonly Tensor[],
  { raiseException = true, ...options }: GradcheckOptions,
): boolean {
  try {
    compare(op, func, inputs, options)
    return true
  } catch (error) {
    if (raiseException || !(error instanceof AutogradError)) throw error
    return false
  }
}

function compare(
  op: string,
  func: CheckedFunction,
  inputs: readonly Tensor[],
  { eps = 1e-6, atol = 1e-5, rtol = 1e-3, nondetTol = 0 }: GradcheckOptions,
): void {
  const checked = inputs.filter((x) => x.requiresGrad)
  if (checked.length === 0) throw new AutogradError(`${op}: no input requires grad`)
  for (const x of checked) checkInput(op, x)
  const outputs = outputsOf(op, func, inputs)
  // One after the other: a function may change what an earlier call of it has saved.
  const analytical = outputs.map((y, o) => gradientsOf(op, o, y, checked, nondetTol))
  for (const [i, x] of checked.entries()) {
    for (const [e, offset] of offsetsOf(x).entries()) {
      const numerical = differences(op, func, inputs, outputs, x, offset, eps)
      for (const [o, rows] of analytical.entries()) {
        for (const [k, gradients] of rows.entries()) {
          const found = gradients[i]?.[e] as number
          const expected = numerical[o]?.[k] as number
          if (Math.abs(found - expected) <= atol + rtol * Math.abs(expected)) continue
          const of = outputs.length === 1 ? 'output' : `output ${o},`
          throw new AutogradError(
            `${op}: ${of} element ${k} of ${showShape((outputs[o] as Tensor).shape)} by input ${inputs.indexOf(x)}, element ${e} of ${showShape(x.shape)}: ` +
              `autograd has ${found}, finite differences ${expected}`,
          )
        }
      }
    }
  }
}

function checkInput(op: string, x: Tensor): void {
  if (x.dtype !== 'float64') throw new AutogradError(`${op}: inputs must be float64, got ${x.dtype}`)
  if (x.shape.some((size, d) => size > 1 && x.strides[d] === 0)) {
    throw new AutogradError(
      `${op}: several elements of the input ${showShape(x.shape)} share one place in memory; clone() it first`,
    )
  }
}

/** The outputs that can have gradients. */
function outputsOf(op: string, func: CheckedFunction, inputs: readonly Tensor[]): readonly Tensor[] {
  const outputs = listOf(func(...inputs))
  for (const y of outputs) {
    if (!(y instanceof Tensor)) {
      throw new TypeError(`${op}: the function must return a tensor or a list of tensors, got ${show(y)}`)
    }
  }
  return outputs.filter((y) => y.isFloatingPoint())
}

/** For each element of an output its gradients for all inputs: zeros where it has no graph. */
function gradientsOf(op: string, o: number, y: Tensor, inputs: readonly Tensor[], nondetTol: number): TypedArray[][] {
  return Array.from({ length: y.numel() }, (_, k) => {
    if (!y.requiresGrad) return inputs.map((x) => new Float64Array(x.numel()))
    const gradients = gradientsOfElement(y, k, inputs)
    const again = gradientsOfElement(y, k, inputs)
    for (const [i, gradient] of gradients.entries()) {
      const differs = gradient.some((value, e) => Math.abs(value - (again[i]?.[e] as number)) > nondetTol)
      if (differs) {
        throw new AutogradError(
          `${op}: the gradient of output ${o} for input ${i} differs from one backward pass to the next`,
        )
      }
    }
    return gradients
  })
}

function gradientsOfElement(y: Tensor, element: number, inputs: readonly Tensor[]): TypedArray[] {
  const gradOutputs = zeros(y.shape, { dtype: y.dtype })
  gradOutputs.view(-1).at(element).fill_(1)
  const options = { gradOutputs, retainGraph: true, materializeGrads: true }
  return grad(y, inputs, options).map((x) => x.toTypedArray())
}

/** (f(x + ε) - f(x - ε)) / 2ε for all elements of each output, by the element of x at a place of its storage. */
function differences(
  op: string,
  func: CheckedFunction,
  inputs: readonly Tensor[],
  outputs: readonly Tensor[],
  { storage }: Tensor,
  offset: number,
  eps: number,
): number[][] {
  const value = storage.data[offset] as number
  const valuesAt = (point: number): TypedArray[] => {
    // No version is counted: the element gets its value back.
    storage.data[offset] = point
    const found = outputsOf(op, func, inputs)
    for (const [o, y] of outputs.entries()) checkLike(op, o, y, found[o])
    return found.map((y) => y.toTypedArray())
  }
  try {
    const above = valuesAt(value + eps)
    const below = valuesAt(value - eps)
    return above.map((list, o) => Array.from(list, (high, k) => (high - (below[o]?.[k] as number)) / (2 * eps)))
  } finally {
    storage.data[offset] = value
  }
}

function checkLike(op: string, o: number, before: Tensor, after: Tensor | undefined): void {
  if (after !== undefined && sameShape(before.shape, after.shape) && before.dtype === after.dtype) return
  throw new AutogradError(
    `${op}: output ${o} must keep its shape and dtype wherever the inputs are; it was ${show(before)}, and is ${show(after)} beside`,
  )
}

/** Where the elements of a tensor are in its storage, row by row. */
function offsetsOf({ shape, strides, offset }: { shape: Shape; strides: readonly number[]; offset: number }): number[] {
  return Array.from({ length: numelOf(shape) }, (_, element) => {
    let rest = element
    let place = offset
    for (let d = shape.length - 1; d >= 0; d--) {
      const size = shape[d] as number
      place += (rest % size) * (strides[d] as number)
      rest = Math.floor(rest / size)
    }
    return place
  })
}
