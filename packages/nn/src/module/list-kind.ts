import { type Kind, kinds, Tensor } from '@nn/tensor'

/** What can be gone through: an array, a generator, a `ModuleList`. No tensor, which is one and not the list of its rows. */
export const listKind: Kind<Iterable<unknown>> = kinds.kind('a list, as [a, b]', (value) => {
  return typeof value !== 'string' && !(value instanceof Tensor) && Symbol.iterator in Object(value)
})
