import { type Kind, kinds, type Tensor } from '@nn/tensor'

/** State and cell of an LSTM. */
export const statePair: Kind<readonly [h: Tensor, c: Tensor]> = kinds.kind(
  'a pair of tensors, as [h, c]',
  (value) => kinds.tensors.accepts(value) && value.length === 2,
)
