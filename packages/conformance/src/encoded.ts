/** How fixtures write the values of PyTorch: see the README of packages/testing/fixtures. */

export type EncodedNumber = number | boolean | 'inf' | '-inf' | 'nan'

export interface EncodedTensor {
  readonly t: 1
  readonly shape: readonly number[]
  readonly dtype: 'float32' | 'float64' | 'int64' | 'int32' | 'uint8' | 'bool'
  /** Row-major. */
  readonly data: readonly EncodedNumber[]
  readonly strides?: readonly number[]
  readonly requires_grad?: true
}

export type Encoded =
  | EncodedTensor
  | { readonly num: EncodedNumber }
  | { readonly slice: readonly [number | null, number | null, number | null] }
  | { readonly ellipsis: 1 }
  | { readonly dtype: string }
  /** A float of whole value, where those are told from integers. */
  | { readonly float: number }
  | null
  | boolean
  | number
  | string
  | readonly Encoded[]

/** One call of an op and what PyTorch answered. */
export interface OpCase {
  readonly op: string
  readonly args: readonly Encoded[]
  readonly kwargs: Readonly<Record<string, Encoded>>
  readonly out: Encoded
  readonly cotangents?: readonly EncodedTensor[]
  readonly grads?: readonly (EncodedTensor | null)[]
}

/** One call that PyTorch refuses. */
export interface ErrorCase {
  readonly op: string
  readonly args: readonly Encoded[]
  readonly kwargs: Readonly<Record<string, Encoded>>
  readonly error: { readonly type: string; readonly message?: string }
}

export function isEncodedTensor(value: unknown): value is EncodedTensor {
  return typeof value === 'object' && value !== null && 't' in value
}

/** A number as JavaScript has it. */
export function decodeNumber(value: EncodedNumber): number {
  if (typeof value === 'string') return value === 'nan' ? Number.NaN : value === 'inf' ? Infinity : -Infinity
  return Number(value)
}
