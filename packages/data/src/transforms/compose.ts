import { kinds, signature } from '@nn/tensor'
import { lambda } from './lambda'
import type { Transform } from './transform'

const takes = signature('compose', {
  transforms: kinds.kind(
    'a list of functions, as [toTensor(), normalize(0.5, 0.5)]',
    (value) => Array.isArray(value) && value.every((part) => typeof part === 'function'),
  ),
})

/**
 * Transforms one after another.
 *
 * @example
 * const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
 * transform(zeros([28, 28], { dtype: 'uint8' })).shape // [1, 28, 28]
 * @see torchvision.transforms.Compose
 */
export function compose<A, B>(transforms: readonly [Transform<A, B>], ...none: []): Transform<A, B>
export function compose<A, B, C>(transforms: readonly [Transform<A, B>, Transform<B, C>], ...none: []): Transform<A, C>
export function compose<A, B, C, D>(
  transforms: readonly [Transform<A, B>, Transform<B, C>, Transform<C, D>],
  ...none: []
): Transform<A, D>
export function compose<A, B>(
  transforms: readonly [Transform<A, B>, ...(readonly Transform<B, B>[])],
  ...none: []
): Transform<A, B>
export function compose(transforms: readonly Transform<unknown, unknown>[], ...none: []): Transform<unknown, unknown> {
  takes([transforms], none)
  return lambda((input: unknown) => transforms.reduce((value, part) => part(value), input), {
    elementwise: transforms.every((part) => part.elementwise === true),
  })
}
