import { type Kind, kinds, type Tensor } from '@nn/tensor'

/** One tensor or a list of them. */
export const tensorOrTensors: Kind<Tensor | readonly Tensor[]> = kinds.either(kinds.tensor, kinds.tensors)

/** Gradients to begin with: where there is none, it is 1. */
export const startingGradients: Kind<Tensor | null | readonly (Tensor | null)[]> = kinds.orNull(
  kinds.either(kinds.tensor, kinds.listOf(kinds.orNull(kinds.tensor))),
)

/** A value alone as a list of one. */
export const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T])
