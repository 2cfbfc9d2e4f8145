import { type Tensor, tensor } from '@nn/tensor'
import { decodeNumber, type EncodedTensor } from '@nn/testing'

/** A tensor that a fixture holds. */
export function fromEncoded({ shape, dtype, data }: EncodedTensor): Tensor {
  return tensor(data.map(decodeNumber), { dtype }).reshape(shape)
}
