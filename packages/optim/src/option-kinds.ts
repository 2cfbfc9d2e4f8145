import { type Kind, kinds, Tensor } from '@nn/tensor'

/** Anything but a tensor that gives its parts one after another. */
export const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value !== 'string' && !(value instanceof Tensor) && Symbol.iterator in Object(value)

/** What an optimizer trains. Its name also helps those who pass a model, or forget to call `parameters`. */
export const params: Kind<Iterable<unknown>> = kinds.kind(
  'a list of parameters, as model.parameters() gives, or of groups, as [{ params, lr }]',
  isIterable,
)

/** PyTorch takes a tensor here. */
export const lr: Kind<number> = { ...kinds.number, name: 'a number (of a tensor its item())' }

/** Two numbers, such as betas. */
export const pair: Kind<readonly [number, number]> = kinds.kind(
  'a pair of numbers, as [0.9, 0.999]',
  (value) => kinds.numbers.accepts(value) && value.length === 2,
)
