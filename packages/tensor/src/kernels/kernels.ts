import type { ArgReductionName } from './js/arg-reduction'
import type { BinaryName } from './js/binary'
import type { ReductionName } from './js/reduction'
import type { UnaryName } from './js/unary'
import type { UnaryBackwardName } from './js/unary-backward'
import type { Strided } from './strided'

/** How a loss over elements becomes one number, and which class counts for nothing. */
export interface NllSettings {
  readonly reduction: 'none' | 'sum' | 'mean'
  readonly ignoreIndex: number
}

/** Settings of one SGD step, as in `torch.optim.SGD`. */
export interface SgdSettings {
  readonly lr: number
  readonly momentum: number
  readonly dampening: number
  readonly weightDecay: number
  readonly nesterov: boolean
  readonly maximize: boolean
}

/** Settings of one Adam or AdamW (`decoupled`) step, as in `torch.optim.Adam`. */
export interface AdamSettings {
  readonly lr: number
  readonly beta1: number
  readonly beta2: number
  readonly eps: number
  readonly weightDecay: number
  readonly decoupled: boolean
  readonly maximize: boolean
  /** This step's number, from 1. */
  readonly step: number
}

/**
 * What a backend computes. Kernels know no tensors: they get storages, shapes and strides, read their inputs and write
 * `out`, whose storage they were given. Shapes and dtypes were checked by the op; inputs of broadcasting kernels
 * already have `out`'s shape (with stride 0 where they repeat).
 */
export interface Kernels {
  /** out = f(x), element by element. */
  unary(name: UnaryName, x: Strided, out: Strided): void
  /** out = f(a, b), element by element; comparisons write 0 or 1. `out` may be `a` itself. */
  binary(name: BinaryName, a: Strided, b: Strided, out: Strided): void
  /** out = a + alpha·b, element by element. `out` may be `a` itself. */
  addScaled(a: Strided, b: Strided, alpha: number, out: Strided): void
  /** out = condition ? a : b, element by element. */
  where(condition: Strided, a: Strided, b: Strided, out: Strided): void
  /** out = x, converting between dtypes. */
  copy(x: Strided, out: Strided): void
  /** Every element of out = value. */
  fill(value: number, out: Strided): void
  /** Reduces the dimensions of `dims`; `out` has them as size 1. */
  reduce(name: ReductionName, x: Strided, dims: readonly number[], out: Strided): void
  /** The index along `dim` of the extreme element, the first on ties; `out` has `dim` as size 1. */
  argReduce(name: ArgReductionName, x: Strided, dim: number, out: Strided): void
  /** out[..., m, n] = a[..., m, k] @ b[..., k, n] (+ bias[n]); a and b have out's batch dimensions. */
  matmul(a: Strided, b: Strided, bias: Strided | null, out: Strided): void
  /** Softmax of x along `dim`, or its logarithm. */
  softmax(log: boolean, x: Strided, dim: number, out: Strided): void
  /** The gradient of softmax (or its logarithm) from its output y. */
  softmaxBackward(log: boolean, grad: Strided, y: Strided, dim: number, out: Strided): void
  /**
   * The negative log-likelihood: -weight[t]·x[n, t, s] with t = target[n, s], 0 where t is `ignoreIndex`. `out` is
   * [n, s], or 0-d for the sum or mean. Returns the sum of the weights used, by which the mean divides.
   */
  nllLoss(x: Strided, target: Strided, weight: Strided | null, settings: NllSettings, out: Strided): number
  /** Its gradient, into `out` of x's shape; `total` is what `nllLoss` returned. */
  nllLossBackward(
    grad: Strided,
    target: Strided,
    weight: Strided | null,
    settings: NllSettings,
    total: number,
    out: Strided,
  ): void
  /** The derivative of a unary function from its output, times grad: relu, sigmoid, tanh. */
  unaryBackward(name: UnaryBackwardName, grad: Strided, y: Strided, out: Strided): void
  /** out[..., i, ...] = x[..., index[..., i, ...], ...] along `dim`; index has out's shape. */
  gather(x: Strided, dim: number, index: Strided, out: Strided): void
  /** out[..., index[..., i, ...], ...] += src[..., i, ...] along `dim`, in order. */
  scatterAdd(src: Strided, dim: number, index: Strided, out: Strided): void
  /** out[i..., rest...] = x[indices[0][i...], indices[1][i...], ..., rest...]: the indexed dimensions come first in x. */
  index(x: Strided, indices: readonly Strided[], out: Strided): void
  /** out[indices...] = values, or += values with `accumulate`, in order. */
  indexPut(out: Strided, indices: readonly Strided[], values: Strided, accumulate: boolean): void
  /** One SGD step on a parameter, in place. `buffer` is the momentum, null without; `first` at its first step. */
  sgdStep(param: Strided, grad: Strided, buffer: Strided | null, first: boolean, settings: SgdSettings): void
  /** One Adam step on a parameter, in place. `maxExpAvgSq` is there with amsgrad. */
  adamStep(
    param: Strided,
    grad: Strided,
    expAvg: Strided,
    expAvgSq: Strided,
    maxExpAvgSq: Strided | null,
    settings: AdamSettings,
  ): void
  /** out[i, j] = table[bytes[rows[i], j]]: rows of bytes gathered and converted in one pass; out is contiguous. */
  gatherBytes(bytes: Strided, rows: Strided, table: Strided, out: Strided): void
}
