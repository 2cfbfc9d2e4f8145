import { type DType, type Tensor, tensor } from '@nn/tensor'
import { decodeElement, type EncodedTensor } from '@nn/testing'

/** A tensor that a fixture holds. */
export function fromEncoded({ shape, dtype, data }: EncodedTensor): Tensor {
  return tensor(data.map(decodeElement), { dtype: dtype as DType }).reshape(shape)
}
