import { lambda } from './lambda'
import type { Transform } from './transform'

/**
 * Transforms one after another.
 *
 * @example
 * const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
 * transform(zeros([28, 28], { dtype: 'uint8' })).shape // [1, 28, 28]
 * @see torchvision.transforms.Compose
 */
export function compose<A, B>(parts: readonly [Transform<A, B>]): Transform<A, B>
export function compose<A, B, C>(parts: readonly [Transform<A, B>, Transform<B, C>]): Transform<A, C>
export function compose<A, B, C, D>(
  parts: readonly [Transform<A, B>, Transform<B, C>, Transform<C, D>],
): Transform<A, D>
export function compose<A, B>(parts: readonly [Transform<A, B>, ...(readonly Transform<B, B>[])]): Transform<A, B>
export function compose(parts: readonly Transform<unknown, unknown>[]): Transform<unknown, unknown> {
  return lambda((input: unknown) => parts.reduce((value, part) => part(value), input), {
    elementwise: parts.every((part) => part.elementwise === true),
  })
}
