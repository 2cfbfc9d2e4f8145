import type { DType } from '../core/dtype'
import type { Storage } from '../memory/storage'

/** What a kernel sees of a tensor: elements, and how an index finds them. Every `Tensor` is one. */
export interface Strided {
  readonly storage: Storage
  readonly dtype: DType
  readonly shape: readonly number[]
  /** In elements; 0 for a broadcast dimension. */
  readonly strides: readonly number[]
  /** Of the first element, in elements. */
  readonly offset: number
}
