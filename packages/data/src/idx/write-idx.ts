import { DTypeError, kinds, signature, type Tensor } from '@nn/tensor'
import { headerBytes, type IdxElement, idxCodes, idxElements } from './idx-elements'

const takes = signature('writeIdx', { x: kinds.tensor })

/**
 * The bytes of an IDX file that holds a tensor.
 *
 * @param x uint8, int32, float32 or float64
 * @throws DTypeError for dtypes that the format does not have.
 * @example
 * writeIdx(tensor([7, 8], { dtype: 'uint8' })) // Uint8Array(10) [0, 0, 8, 1, 0, 0, 0, 2, 7, 8]
 */
export function writeIdx(x: Tensor, ...none: []): Uint8Array {
  takes([x], none)
  const code = idxCodes[x.dtype]
  if (code === undefined) {
    throw new DTypeError(`writeIdx: IDX files hold ${Object.keys(idxCodes).join(', ')}, got ${x.dtype}`)
  }
  const element = idxElements[code] as IdxElement
  const start = headerBytes(x.ndim)
  const bytes = new Uint8Array(start + x.numel() * element.bytes)
  const view = new DataView(bytes.buffer)
  bytes.set([0, 0, code, x.ndim])
  x.shape.forEach((size, d) => {
    view.setUint32(4 + 4 * d, size)
  })
  x.toTypedArray().forEach((value, i) => {
    element.write(view, start + i * element.bytes, value)
  })
  return bytes
}
