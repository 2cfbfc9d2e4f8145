import { asStrided, type Slice, slice, type Tensor, tensor, zeros } from '@nn/tensor'
import { decodeNumber, type EncodedTensor, isEncodedTensor } from '@nn/testing'
import type { Encoded } from './encoded'

/** A value as an adapter gets it. */
export type Value = Tensor | Slice | WholeFloat | null | boolean | number | string | readonly Value[]

/** A number like Python's 1.0, which is no integer there. */
export class WholeFloat {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

/** A value without that distinction. */
export function withoutFloats(value: Value): Value {
  return value instanceof WholeFloat ? value.value : value
}

/** A tensor of the fixtures, with its strides and `requiresGrad`. */
export function decodeTensor(encoded: EncodedTensor): Tensor {
  const { shape, dtype, data, strides } = encoded
  const dense = tensor(data.map(decodeNumber), { dtype }).view(shape)
  const x = strides === undefined ? dense : withStrides(dense, strides)
  return encoded.requires_grad === true ? x.detach().requiresGrad_() : x.detach()
}

/** The same elements in another memory order; places that share an element agree, as the strides come from PyTorch. */
function withStrides(x: Tensor, strides: readonly number[]): Tensor {
  const last = x.shape.reduce((sum, size, d) => sum + (size - 1) * (strides[d] as number), 0)
  const room = zeros([x.numel() === 0 ? 0 : last + 1], { dtype: x.dtype })
  const view = asStrided(room, { shape: x.shape, strides, offset: 0 })
  if (strides.some((stride, d) => stride === 0 && (x.shape[d] as number) > 1)) {
    const firsts = x.shape.map((_, d) => (strides[d] === 0 ? '0:1' : ':'))
    view.at(...firsts).copy_(x.at(...firsts))
  } else view.copy_(x)
  return view
}

/** Decodes a value and notes its tensors, in the order in which PyTorch met them. */
export function decode(encoded: Encoded, tensors: Tensor[]): Value {
  if (isList(encoded)) return encoded.map((part) => withoutFloats(decode(part, tensors)))
  if (typeof encoded !== 'object' || encoded === null) return encoded
  if (isEncodedTensor(encoded)) {
    const x = decodeTensor(encoded)
    tensors.push(x)
    return x
  }
  if ('num' in encoded) return decodeNumber(encoded.num)
  if ('float' in encoded) return new WholeFloat(encoded.float)
  if ('slice' in encoded) return slice(encoded.slice[0], encoded.slice[1], encoded.slice[2] ?? 1)
  if ('ellipsis' in encoded) return '...'
  return encoded.dtype
}

function isList(encoded: Encoded): encoded is readonly Encoded[] {
  return Array.isArray(encoded)
}
