import { noGrad } from '@nn/autograd'
import { type Args, type Generator, kinds, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from '../functional/check-floating-point'
import { generatorKind } from '../functional/kinds'

/** From which stream of random numbers to draw. */
export interface InitOptions {
  /** Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

export interface UniformOptions extends InitOptions {
  /** The least value. Default 0. */
  a?: number
  /** The bound above. Default 1. */
  b?: number
}

const takesUniform = signature(
  'uniform_',
  { tensor: kinds.tensor },
  { a: kinds.number, b: kinds.number, generator: generatorKind },
)

/** Fills a tensor with uniform numbers in the name of a function. */
export function fillUniform<T extends Tensor>(op: string, tensor: T, a: number, b: number, stream: InitOptions): T {
  if (!(Number.isFinite(a) && Number.isFinite(b) && a <= b)) {
    throw new RangeError(`${op}: the bounds must be finite, the first not above the second, got ${a} and ${b}`)
  }
  checkFloatingPoint(op, tensor)
  return noGrad(() => tensor.uniform_(a, b, stream))
}

/**
 * Fills a tensor from the uniform distribution on [a, b).
 *
 * @returns the tensor
 * @throws RangeError where a > b, or either is not finite.
 * @throws DTypeError for integers.
 * @example
 * manualSeed(0)
 * init.uniform_(empty([1, 3]), -0.1, 0.1) // tensor([[-0.0007,  0.0536, -0.0823]])
 * @see torch.nn.init.uniform_
 */
export function uniform_<T extends Tensor>(tensor: T, ...args: Args<UniformOptions, ['a', 'b', 'generator']>): T {
  const { a = 0, b = 1, ...stream } = takesUniform([tensor], args)
  return fillUniform('uniform_', tensor, a, b, stream)
}
