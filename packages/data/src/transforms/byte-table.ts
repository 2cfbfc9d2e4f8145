import { keep, Tensor, tensor } from '@nn/tensor'
import type { Transform } from './transform'

/**
 * What becomes of each of the 256 bytes under a transform: the transform itself, applied to an image of them. Null where
 * it is not elementwise, or its result is no float32 for each byte.
 */
export function byteTable<Output>(transform: Transform<Tensor, Output>): Tensor | null {
  if (transform.elementwise !== true) return null
  const bytes = tensor(Uint8Array.from({ length: 256 }, (_, byte) => byte)).view(1, 256)
  const values: unknown = transform(bytes)
  const isTable = values instanceof Tensor && values.dtype === 'float32' && values.numel() === 256
  return isTable ? keep(values.reshape(256)) : null
}
