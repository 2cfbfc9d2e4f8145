/** What the helpers here ask of a tensor. Tests pass tensors of the library in; this package imports none. */
export interface TensorLike {
  readonly shape: readonly number[]
  readonly dtype: string
  readonly requiresGrad: boolean
  /** The values in row-major order; of bool tensors 0 and 1. */
  toTypedArray(): ArrayLike<number>
}
