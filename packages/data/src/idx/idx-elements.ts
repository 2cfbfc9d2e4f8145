import type { DType } from '@nn/tensor'

/** One of IDX's element types: the tensors' dtype that holds it, its size in bytes, and how it is read and written. */
export interface IdxElement {
  readonly dtype: DType
  readonly bytes: number
  read(view: DataView, at: number): number
  write(view: DataView, at: number, value: number): void
}

/**
 * The element types by their code in the file's third byte; numbers are big-endian. Tensors have no int8 and int16:
 * those become int32.
 */
export const idxElements: Readonly<Record<number, IdxElement>> = {
  8: { dtype: 'uint8', bytes: 1, read: (view, at) => view.getUint8(at), write: (view, at, x) => view.setUint8(at, x) },
  9: { dtype: 'int32', bytes: 1, read: (view, at) => view.getInt8(at), write: (view, at, x) => view.setInt8(at, x) },
  11: { dtype: 'int32', bytes: 2, read: (view, at) => view.getInt16(at), write: (view, at, x) => view.setInt16(at, x) },
  12: { dtype: 'int32', bytes: 4, read: (view, at) => view.getInt32(at), write: (view, at, x) => view.setInt32(at, x) },
  13: {
    dtype: 'float32',
    bytes: 4,
    read: (view, at) => view.getFloat32(at),
    write: (view, at, x) => view.setFloat32(at, x),
  },
  14: {
    dtype: 'float64',
    bytes: 8,
    read: (view, at) => view.getFloat64(at),
    write: (view, at, x) => view.setFloat64(at, x),
  },
}

/** The code under which tensors of a dtype are written, undefined where IDX has none. */
export const idxCodes: Readonly<Partial<Record<DType, number>>> = { uint8: 8, int32: 12, float32: 13, float64: 14 }

/** Bytes before the elements: two zeros, the element type, the number of dimensions, and each size as 32 bits. */
export function headerBytes(dims: number): number {
  return 4 + 4 * dims
}
