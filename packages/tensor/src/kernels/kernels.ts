import type { Generator } from '../random/generator'
import type { ConvolutionGeometry } from './convolution-geometry'
import type { BinaryFunction, UnaryFunction } from './elementwise-function'
import type { ActivationName, ActivationSettings } from './js/activation'
import type { ArgReductionName } from './js/arg-reduction'
import type { ArgScanName } from './js/arg-scan'
import type { ReductionName } from './js/reduction'
import type { ScanName } from './js/scan'
import type { ScatterName } from './js/scatter'
import type { UnaryBackwardName } from './js/unary-backward'
import type { Strided } from './strided'
import type { Windows } from './windows'

/** How a loss over elements becomes one number, and which class counts for nothing. */
export interface NllSettings {
  readonly reduction: 'none' | 'sum' | 'mean'
  readonly ignoreIndex: number
  /** The loss that errors name. Default `nllLoss`. */
  readonly op?: string
}

/** A parameter that an SGD step changes. `X` is how its elements are given. */
export interface SgdUpdate<X = Strided> {
  readonly param: X
  readonly grad: X
  /** The momentum, null without. */
  readonly buffer: X | null
  /** True where the momentum holds nothing yet. */
  readonly isFirst: boolean
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

/** A parameter that an Adam step changes, and its running averages. */
export interface AdamUpdate<X = Strided> {
  readonly param: X
  readonly grad: X
  readonly expAvg: X
  readonly expAvgSq: X
  /** With amsgrad, else null. */
  readonly maxExpAvgSq: X | null
  /** The parameter's number of this step, from 1. */
  readonly step: number
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
}

/**
 * What every backend computes. Kernels know no tensors: they get storages, shapes and strides, read their inputs and write
 * `out`, whose storage they were given. Shapes and dtypes were checked by the op; inputs of broadcasting kernels
 * already have `out`'s shape (with stride 0 where they repeat).
 */
export interface Kernels extends Partial<ExtraKernels> {
  /** out = f(x), element by element. */
  unary(f: UnaryFunction, x: Strided, out: Strided): void
  /** out = f(a, b), element by element; comparisons write 0 or 1. `out` may be `a` itself. */
  binary(f: BinaryFunction, a: Strided, b: Strided, out: Strided): void
  /** out = a + alpha·b, element by element. `out` may be `a` itself. */
  addScaled(a: Strided, b: Strided, alpha: number, out: Strided): void
  /** out = condition ? a : b, element by element. */
  where(condition: Strided, a: Strided, b: Strided, out: Strided): void
  /** out = x, converting between dtypes. */
  copy(x: Strided, out: Strided): void
  /** Every element of out = value, which out's dtype can hold. */
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
  /**
   * Combines src[..., i, ...] into out[..., index[..., i, ...], ...] along `dim`, in order; `name` says how. `op` is
   * named in errors.
   */
  scatter(op: string, name: ScatterName, src: Strided, dim: number, index: Strided, out: Strided): void
  /**
   * out[i..., rest...] = x[indices[0][i...], indices[1][i...], ..., rest...]: the indexed dimensions come first in x.
   * `op` is named in errors.
   */
  index(op: string, x: Strided, indices: readonly Strided[], out: Strided): void
  /** out[indices...] = values, or += values with `accumulate`, in order. */
  indexPut(op: string, out: Strided, indices: readonly Strided[], values: Strided, accumulate: boolean): void
  /** One SGD step on all parameters of a group, in place. */
  sgdStep(updates: readonly SgdUpdate[], settings: SgdSettings): void
  /** out[i, j] = table[bytes[rows[i], j]]: rows of bytes gathered and converted in one pass; out is contiguous. */
  gatherBytes(bytes: Strided, rows: Strided, table: Strided, out: Strided): void
}

/**
 * What a backend may compute. The ops that need these kernels bring the JavaScript ones along (`extraKernels`), so that a
 * program without the op goes without the kernel.
 */
export interface ExtraKernels {
  /** `unary` for functions that are no methods of tensors. */
  extraUnary(f: UnaryFunction, x: Strided, out: Strided): void
  /** The running total along `dim` up to each element; strides along it may be negative, to go backwards. */
  scan(name: ScanName, x: Strided, dim: number, out: Strided): void
  /** The index along `dim` of the extreme among the elements up to each, the last on ties. */
  argScan(name: ArgScanName, x: Strided, dim: number, out: Strided): void
  /** outₙ = aₙ·outₙ₋₁ + bₙ along `dim`, from 0; strides along it may be negative, to go backwards. */
  linearRecurrence(a: Strided, b: Strided, dim: number, out: Strided): void
  /** The indices that sort x along `dim`: equal elements keep their order, NaN counts as the largest. */
  sort(x: Strided, dim: number, descending: boolean, out: Strided): void
  /** The indices along `dim` of as many of the largest (or smallest) elements as `out` holds there. */
  topk(x: Strided, dim: number, largest: boolean, sorted: boolean, out: Strided): void
  /** The index along `dim` of the k-th smallest element, k from 1; `out` has `dim` as size 1. */
  kthvalue(x: Strided, dim: number, k: number, out: Strided): void
  /** x [..., m, n] = u [..., m, k] · diag(s [..., k]) · v [..., n, k]ᵀ with k the smaller of m and n, s descending. */
  svd(x: Strided, u: Strided, s: Strided, v: Strided): void
  /**
   * The place of each value among `sorted`, in ascending order along its last dimension: behind all that are smaller,
   * with `right` behind equal ones too. In front of the last dimension `sorted` has the shape of the values.
   */
  searchSorted(sorted: Strided, values: Strided, right: boolean, out: Strided): void
  /** out = f(x) for an activation with `settings`, element by element; x and out are contiguous, as in the next one. */
  activation(name: ActivationName, x: Strided, settings: ActivationSettings, out: Strided): void
  /** out = grad · f'(x). */
  activationBackward(name: ActivationName, grad: Strided, x: Strided, settings: ActivationSettings, out: Strided): void
  /** out[n, o, oh, ow] = x[n, c, h, w] ∗ w[o, c / groups, kh, kw] (+ bias[o]); out is contiguous, as in the next two. */
  convolution(x: Strided, w: Strided, bias: Strided | null, geometry: ConvolutionGeometry, out: Strided): void
  /** The gradient of a convolution's input from that of its output (+ bias[c]). */
  convolutionInput(grad: Strided, w: Strided, bias: Strided | null, geometry: ConvolutionGeometry, out: Strided): void
  /** The gradient of a convolution's weight from that of its output. */
  convolutionWeight(grad: Strided, x: Strided, geometry: ConvolutionGeometry, out: Strided): void
  /** The place of the largest element of each window of x [planes, h, w], row-major in its plane, as int64. */
  poolArgmax(x: Strided, rows: Windows, cols: Windows, out: Strided): void
  /** The sum of each window of x [planes, h, w]. */
  poolSum(x: Strided, rows: Windows, cols: Windows, out: Strided): void
  /** Its transpose: adds each element of grad to its window of out [planes, h, w], contiguous. */
  poolSpread(grad: Strided, rows: Windows, cols: Windows, out: Strided): void
  /** Fills out, contiguous, with numbers of the generator that are uniform in [from, to). */
  uniform(generator: Generator, from: number, to: number, out: Strided): void
  /** Fills out, contiguous, with normally distributed numbers of the generator. */
  normal(generator: Generator, mean: number, std: number, out: Strided): void
  /** Fills out, contiguous, with 1 with probability p, else 0. */
  bernoulli(generator: Generator, p: number, out: Strided): void
  /** One Adam step on all parameters of a group, in place. */
  adamStep(updates: readonly AdamUpdate[], settings: AdamSettings): void
}
