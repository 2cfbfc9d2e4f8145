import { gatherBytes, Tensor } from '@nn/tensor'
import { byteTable } from './byte-table'
import type { Transform } from './transform'

/**
 * A transform of byte images for whole batches: given the images' indices (int64 [m]) it makes the transformed batch in
 * one pass over the bytes. Null where the transform is not one function of each byte.
 *
 * @param images uint8 [n, H, W]
 */
export function batchTransform<Output>(
  images: Tensor,
  transform: Transform<Tensor, Output>,
): ((rows: Tensor) => Tensor) | null {
  const [count] = images.shape as [number]
  const table = byteTable(transform)
  if (table === null || count === 0) return null
  const first: unknown = transform(images.at(0))
  if (!(first instanceof Tensor)) return null
  const { shape } = first
  const pixels = images.view(count, first.numel())
  return (rows) => gatherBytes(pixels, rows, table).view(rows.numel(), ...shape)
}
