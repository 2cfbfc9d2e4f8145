import type { DType } from '@nn/tensor'

/** How a dtype is called in a safetensors file, and how one element of it is read and written there. */
export interface ElementType {
  readonly code: string
  readonly bytes: number
  readonly read: (view: DataView, offset: number) => number
  readonly write: (view: DataView, offset: number, value: number) => void
}

const byte: Omit<ElementType, 'code'> = {
  bytes: 1,
  read: (view, offset) => view.getUint8(offset),
  write: (view, offset, value) => view.setUint8(offset, value),
}

export const elementTypes: Readonly<Record<DType, ElementType>> = {
  bool: { code: 'BOOL', ...byte, read: (view, offset) => Number(view.getUint8(offset) !== 0) },
  uint8: { code: 'U8', ...byte },
  int32: {
    code: 'I32',
    bytes: 4,
    read: (view, offset) => view.getInt32(offset, true),
    write: (view, offset, value) => view.setInt32(offset, value, true),
  },
  int64: {
    code: 'I64',
    bytes: 8,
    read: (view, offset) => Number(view.getBigInt64(offset, true)),
    write: (view, offset, value) => view.setBigInt64(offset, BigInt(value), true),
  },
  float32: {
    code: 'F32',
    bytes: 4,
    read: (view, offset) => view.getFloat32(offset, true),
    write: (view, offset, value) => view.setFloat32(offset, value, true),
  },
  float64: {
    code: 'F64',
    bytes: 8,
    read: (view, offset) => view.getFloat64(offset, true),
    write: (view, offset, value) => view.setFloat64(offset, value, true),
  },
}
