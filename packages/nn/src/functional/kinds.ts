// Kinds of arguments that many functions of networks take.

import { Generator, type Kind, kinds, type Tensor } from '@nn/tensor'

export const tensorOrNull: Kind<Tensor | null> = kinds.orNull(kinds.tensor)

export const numberOrNull: Kind<number | null> = kinds.orNull(kinds.number)

export const generatorKind: Kind<Generator> = kinds.instanceOf(Generator)

/** Text of which the function says itself what it may be. */
export function word<T extends string>(): Kind<T> {
  return kinds.text as Kind<string> as Kind<T>
}
