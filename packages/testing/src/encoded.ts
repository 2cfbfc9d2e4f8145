/** An element as the fixtures write it: what JSON has no number for is a word. */
export type EncodedNumber = number | boolean | 'inf' | '-inf' | 'nan'

/** A tensor as the fixtures write it: values in row-major order, strides where it was not contiguous. */
export interface EncodedTensor {
  readonly t: 1
  readonly shape: readonly number[]
  readonly dtype: 'float32' | 'float64' | 'int64' | 'int32' | 'uint8' | 'bool'
  readonly data: readonly EncodedNumber[]
  readonly strides?: readonly number[]
  readonly requires_grad?: true
}

export function isEncodedTensor(value: unknown): value is EncodedTensor {
  return typeof value === 'object' && value !== null && 't' in value
}

/** An element as a number: booleans are 0 and 1. */
export function decodeNumber(value: EncodedNumber): number {
  if (typeof value === 'string') return value === 'nan' ? Number.NaN : value === 'inf' ? Infinity : -Infinity
  return Number(value)
}
