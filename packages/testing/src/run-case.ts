import { difference, gradientTolerance, valueTolerance } from './difference'
import { decode, type Encoded, type EncodedTensor, encodedTensors } from './encoded'
import type { TensorLike } from './tensor-like'

/** One call of PyTorch's with what it gave: a line of `opinfo/OP.jsonl.gz`. */
export interface OpCase {
  readonly op: string
  readonly variant: string
  /** The first one is the receiver. */
  readonly args: readonly Encoded[]
  readonly kwargs: Readonly<Record<string, Encoded>>
  readonly out: Encoded
  /** A gradient for each output that requires one. */
  readonly cotangents?: readonly EncodedTensor[]
  /** What each input tensor that requires a gradient gets; null where it is not used. */
  readonly grads?: readonly (EncodedTensor | null)[]
}

/** PyTorch's call as one of ours: takes PyTorch's positional arguments and, where there are any, an object of the others. */
export type Call<T> = (...args: never[]) => T | readonly T[]

/** What a case needs of the library that is tested. */
export interface Library<T extends TensorLike> {
  readonly makeTensor: (encoded: EncodedTensor) => T
  /** Our call for each of PyTorch's. */
  readonly calls: Readonly<Record<string, Call<T>>>
  readonly gradients: (outputs: readonly T[], inputs: readonly T[], cotangents: readonly T[]) => readonly (T | null)[]
}

/** A case's arguments as tensors and values of the library, and the tensors that require a gradient in order. */
export function decodeArguments<T extends TensorLike>(
  { args, kwargs }: Pick<OpCase, 'args' | 'kwargs'>,
  makeTensor: Library<T>['makeTensor'],
): { args: unknown[]; differentiable: T[] } {
  const differentiable: T[] = []
  const make = (encoded: EncodedTensor): T => {
    const x = makeTensor(encoded)
    if (encoded.requires_grad === true) differentiable.push(x)
    return x
  }
  const positional = args.map((arg) => decode(arg, make))
  const named = Object.entries(kwargs).map(([name, value]) => [name, decode(value, make)] as const)
  return { args: named.length === 0 ? positional : [...positional, Object.fromEntries(named)], differentiable }
}

/** Runs a case; says how its values or gradients differ from PyTorch's, or null where they do not. */
export function runCase<T extends TensorLike>(testCase: OpCase, library: Library<T>): string | null {
  const { args, differentiable } = decodeArguments(testCase, library.makeTensor)
  const call = library.calls[testCase.op] as ((...args: unknown[]) => T | readonly T[]) | undefined
  if (call === undefined) return `no call stands for ${testCase.op}`
  const result = call(...args)
  const outputs: readonly T[] = Array.isArray(result) ? result : [result as T]
  const expected = encodedTensors(testCase.out)
  if (outputs.length !== expected.length) return `${outputs.length} outputs, expected ${expected.length}`
  for (const [i, output] of outputs.entries()) {
    const { requires_grad: requiresGrad = false } = expected[i] as EncodedTensor
    if (output.requiresGrad !== requiresGrad) return `output ${i} has requiresGrad ${output.requiresGrad}`
    const found = difference(output, expected[i] as EncodedTensor, valueTolerance)
    if (found !== null) return `output ${i}: ${found}`
  }
  return gradientDifference(testCase, library, outputs, differentiable)
}

function gradientDifference<T extends TensorLike>(
  { cotangents, grads = [] }: OpCase,
  library: Library<T>,
  outputs: readonly T[],
  inputs: readonly T[],
): string | null {
  if (cotangents === undefined) return null
  const differentiable = outputs.filter((output) => output.requiresGrad)
  const gradients = library.gradients(differentiable, inputs, cotangents.map(library.makeTensor))
  for (const [i, expected] of grads.entries()) {
    const gradient = gradients[i] ?? null
    if (expected === null && gradient === null) continue
    if (expected === null || gradient === null)
      return `gradient ${i} is ${gradient === null ? 'missing' : 'unexpected'}`
    const found = difference(gradient, expected, gradientTolerance)
    if (found !== null) return `gradient ${i}: ${found}`
  }
  return null
}
