import { noGrad } from '@nn/autograd'
import { type Args, normal_ as fillNormal, kinds, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from '../functional/check-floating-point'
import { generatorKind } from '../functional/kinds'
import type { InitOptions } from './uniform'

export interface NormalOptions extends InitOptions {
  /** Default 0. */
  mean?: number
  /** The standard deviation. Default 1. */
  std?: number
}

const takesNormal = signature(
  'normal_',
  { tensor: kinds.tensor },
  { mean: kinds.number, std: kinds.number, generator: generatorKind },
)

/** Fills a tensor with normal numbers in the name of a function. */
export function drawNormal<T extends Tensor>(op: string, tensor: T, mean: number, std: number, stream: InitOptions): T {
  if (!(std >= 0)) throw new RangeError(`${op}: std must be at least 0, got ${std}`)
  checkFloatingPoint(op, tensor)
  return noGrad(() => fillNormal(tensor, mean, std, stream))
}

/**
 * Fills a tensor from the normal distribution.
 *
 * @returns the tensor
 * @throws RangeError for a negative standard deviation.
 * @throws DTypeError for integers.
 * @example
 * manualSeed(0)
 * init.normal_(empty([1, 3]), 0, 0.01) // tensor([[ 0.0154, -0.0029, -0.0218]])
 * @see torch.nn.init.normal_
 */
export function normal_<T extends Tensor>(tensor: T, ...args: Args<NormalOptions, ['mean', 'std', 'generator']>): T {
  const { mean = 0, std = 1, ...stream } = takesNormal([tensor], args)
  return drawNormal('normal_', tensor, mean, std, stream)
}
