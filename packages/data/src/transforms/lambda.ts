import { type Args, kinds, signature } from '@nn/tensor'
import type { Transform } from './transform'

export interface LambdaOptions {
  /**
   * Whether it treats every element alone and all alike, whatever the image's size: batches of byte images are then made in
   * one pass. Default false.
   */
  elementwise?: boolean
}

const takes = signature('lambda', { lambd: kinds.callback }, {}, { elementwise: kinds.boolean })

/**
 * A transform made of a function.
 *
 * @example
 * const invert = transforms.lambda((x: Tensor) => x.neg().add(1), { elementwise: true })
 * invert(tensor([0.25, 1])) // tensor([0.7500, 0.0000])
 * @see torchvision.transforms.Lambda
 */
export function lambda<Input, Output>(
  lambd: (input: Input) => Output,
  ...args: Args<LambdaOptions>
): Transform<Input, Output> {
  const { elementwise = false } = takes([lambd], args)
  return Object.assign((input: Input) => lambd(input), { elementwise })
}
