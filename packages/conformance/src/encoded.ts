import type { EncodedNumber, EncodedTensor } from '@nn/testing'

/** How fixtures write the values of PyTorch: see the README of packages/testing/fixtures. */
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
