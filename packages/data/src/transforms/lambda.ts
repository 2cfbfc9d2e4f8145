import type { Transform } from './transform'

/**
 * A transform made of a function.
 *
 * @param elementwise whether it treats every element alone and all alike, whatever the image's size: batches of byte
 *   images are then made in one pass
 * @example
 * const invert = transforms.lambda((x: Tensor) => x.neg().add(1), { elementwise: true })
 * invert(tensor([0.25, 1])) // tensor([0.7500, 0.0000])
 * @see torchvision.transforms.Lambda
 */
export function lambda<Input, Output>(
  fn: (input: Input) => Output,
  { elementwise = false }: { elementwise?: boolean } = {},
): Transform<Input, Output> {
  return Object.assign((input: Input) => fn(input), { elementwise })
}
