// The methods of a tensor call the functions in ops/, and those make tensors: the two know each other, by design.

import type { TypedArray } from './core/dtype'
import { type DType, isFloatingPoint } from './core/dtype'
import { ShapeError } from './core/errors'
import {
  type BackwardOptions,
  type GraphNode,
  type GraphSlot,
  getAutograd,
  type RemovableHandle,
  requireAutograd,
} from './core/graph'
import { isContiguous, normalizeDim, numelOf, type Shape, showShape } from './core/shape'
import type { Storage } from './memory/storage'
import { addScaled, addScaledInPlace, binary, binaryInPlace } from './ops/binary'
import { clone, contiguous, copyInPlace, detach, fillInPlace, to } from './ops/copy'
import type { NestedArray } from './ops/creation'
import { gather, scatterAdd, scatterAddInPlace } from './ops/gather'
import { at, type Index, setAt } from './ops/indexing'
import { matmul } from './ops/matmul'
import { nonzero } from './ops/nonzero'
import { bernoulliInPlace, normalInPlace, uniformInPlace } from './ops/random'
import {
  allOrAny,
  amaxOrAmin,
  argExtreme,
  type Dims,
  extremeAlong,
  extremeOfAll,
  mean,
  prod,
  type ReductionOptions,
  sum,
  type VarianceOptions,
  variance,
} from './ops/reduction'
import { logSoftmax, type SoftmaxOptions, softmax } from './ops/softmax'
import { toArray, toTypedArray } from './ops/to-array'
import { unary, unaryInPlace } from './ops/unary'
import { expand, flatten, permute, reshape, sliceAlong, squeeze, t, transpose, unsqueeze, view } from './ops/view'
import { maskedFill, maskedFillInPlace } from './ops/where'
import { printTensor } from './print/print-tensor'
import type { Generator } from './random/generator'

/** What arithmetic takes: a tensor, or a number that takes part as PyTorch's Python scalars do. */
export type Operand = Tensor | number | boolean

/** Sizes given one by one or as a list: `x.view(2, -1)` and `x.view([2, -1])` say the same. */
export type Sizes = readonly number[] | readonly [readonly number[]]

function sizesOf(sizes: Sizes): readonly number[] {
  const [first] = sizes
  return typeof first === 'object' ? first : (sizes as readonly number[])
}

/**
 * An n-dimensional array of numbers of one type, as PyTorch's `torch.Tensor`. Made by `tensor`, `zeros`, `randn` and the
 * like. It is a view of a storage: several tensors may share one, so that an in-place change of one shows in all.
 *
 * @example
 * const x = tensor([[1, 2], [3, 4]])
 * x.mul(10).sum(0).toArray() // [40, 60]
 */
export class Tensor {
  static {
    // What `console.log` shows in Node.
    const inspect = Symbol.for('nodejs.util.inspect.custom')
    Object.defineProperty(Tensor.prototype, inspect, {
      value(this: Tensor): string {
        return this.toString()
      },
    })
  }

  /** The elements, shared with every view. */
  readonly storage: Storage
  /** Sizes of the dimensions. */
  readonly shape: Shape
  /** Steps between neighbours of each dimension, in elements. */
  readonly strides: readonly number[]
  /** The first element's place in the storage, in elements. */
  readonly offset: number
  /** What autograd knows of this tensor; null while it knows nothing. */
  graph: GraphSlot | null = null
  /** The tensor that this one is a view of, or null. */
  base: Tensor | null = null
  /** Version of the storage at which this view was taken. */
  viewVersion = 0
  /** True for a plain number taking part in arithmetic. */
  wrapped = false

  /** Made by the creation functions and by ops; `tensor(data)` is what you look for. */
  constructor(storage: Storage, shape: Shape, strides: readonly number[], offset: number) {
    this.storage = storage
    this.shape = shape
    this.strides = strides
    this.offset = offset
  }

  // ---- what it is -------------------------------------------------------------------------------------------------

  get dtype(): DType {
    return this.storage.dtype
  }

  /** Number of dimensions. */
  get ndim(): number {
    return this.shape.length
  }

  /** Number of dimensions. */
  dim(): number {
    return this.shape.length
  }

  /** The sizes, or the size of one dimension. */
  size(): Shape
  size(dim: number): number
  size(dim?: number): Shape | number {
    return dim === undefined ? this.shape : (this.shape[normalizeDim('size', dim, this.ndim)] as number)
  }

  /** Number of elements. */
  numel(): number {
    return numelOf(this.shape)
  }

  isContiguous(): boolean {
    return isContiguous(this.shape, this.strides)
  }

  isFloatingPoint(): boolean {
    return isFloatingPoint(this.dtype)
  }

  // ---- autograd ---------------------------------------------------------------------------------------------------

  /** True where gradients flow to or through this tensor. */
  get requiresGrad(): boolean {
    return getAutograd()?.requiresGrad(this) ?? false
  }

  set requiresGrad(value: boolean) {
    this.requiresGrad_(value)
  }

  /**
   * Says whether autograd shall record what is computed from this tensor.
   *
   * @throws AutogradError for integers, for a tensor that was computed, and without @nn/autograd.
   */
  requiresGrad_(requiresGrad = true): this {
    requireAutograd('requiresGrad_').setRequiresGrad(this, requiresGrad)
    return this
  }

  /** The gradient that backward accumulated, or null. */
  get grad(): Tensor | null {
    return getAutograd()?.grad(this) ?? null
  }

  set grad(grad: Tensor | null) {
    requireAutograd('grad').setGrad(this, grad)
  }

  /** The step of the graph that made this tensor, or null. */
  get gradFn(): GraphNode | null {
    return getAutograd()?.gradFn(this) ?? null
  }

  /** True for tensors that no recorded op made: gradients accumulate in those of them that require it. */
  get isLeaf(): boolean {
    return getAutograd()?.isLeaf(this) ?? true
  }

  /**
   * Computes the gradients of this tensor for all leaves it was computed from, and adds them to their `grad`.
   *
   * @param gradient the gradient of this tensor, of its shape; may be left out for a single element, where it is 1
   * @throws AutogradError without a graph, for a non-scalar without `gradient`, for a graph that was freed.
   * @example
   * const x = tensor([1, 2, 3], { dtype: 'float32', requiresGrad: true })
   * x.square().mean().backward()
   * x.grad // tensor([0.6667, 1.3333, 2.0000])
   * @see torch.Tensor.backward
   */
  backward(gradient: Tensor | null = null, options: BackwardOptions = {}): void {
    requireAutograd('backward').backward(this, gradient, options)
  }

  /** Has backward keep this tensor's gradient though it is no leaf. */
  retainGrad(): void {
    requireAutograd('retainGrad').retainGrad(this)
  }

  get retainsGrad(): boolean {
    return getAutograd()?.retainsGrad(this) ?? false
  }

  /** Calls `hook` with this tensor's gradient during backward; what it returns takes the gradient's place. */
  registerHook(hook: (grad: Tensor) => Tensor | undefined): RemovableHandle {
    return requireAutograd('registerHook').registerHook(this, hook)
  }

  /** The same elements without history. Shares storage. */
  detach(): Tensor {
    return detach(this)
  }

  // ---- values -----------------------------------------------------------------------------------------------------

  /**
   * The value of a tensor of one element, as a number (true is 1).
   *
   * @throws ShapeError for any other number of elements.
   */
  item(): number {
    if (this.numel() !== 1) {
      throw new ShapeError(
        `item: only a tensor of one element is a number, this one has shape ${showShape(this.shape)}`,
      )
    }
    return this.storage.data[this.offset] as number
  }

  /** The values as nested arrays; of bool tensors as booleans. */
  toArray(): NestedArray {
    return toArray(this)
  }

  /** A copy of the values in row-major order. int64 comes as a `Float64Array`. */
  toTypedArray(): TypedArray {
    return toTypedArray(this)
  }

  /** Exactly as PyTorch prints it. */
  toString(): string {
    return printTensor(this)
  }

  // ---- conversion and copies --------------------------------------------------------------------------------------

  /** Converted to another dtype; the tensor itself where it has it. */
  to(dtype: DType): Tensor {
    return to(this, dtype)
  }

  /** Converted to float32. */
  float(): Tensor {
    return to(this, 'float32')
  }

  /** Converted to float64. */
  double(): Tensor {
    return to(this, 'float64')
  }

  /** Converted to int64. */
  long(): Tensor {
    return to(this, 'int64')
  }

  /** Converted to int32. */
  int(): Tensor {
    return to(this, 'int32')
  }

  /** Converted to bool: true where not zero. */
  bool(): Tensor {
    return to(this, 'bool')
  }

  /** A copy with a storage of its own. Gradients flow through. */
  clone(): Tensor {
    return clone(this)
  }

  /** The tensor itself where it lies row by row without gaps, else such a copy. */
  contiguous(): Tensor {
    return contiguous(this)
  }

  // ---- views ------------------------------------------------------------------------------------------------------

  /**
   * The same elements in another shape; one size may be -1. Shares storage.
   *
   * @throws ShapeError where the sizes do not fit or the memory order does not allow it.
   * @example
   * arange(6).view(2, -1).shape // [2, 3]
   */
  view(...shape: Sizes): Tensor {
    return view(this, sizesOf(shape))
  }

  /** A view in another shape where the memory order allows it, else a copy. */
  reshape(...shape: Sizes): Tensor {
    return reshape(this, sizesOf(shape))
  }

  /** Dimensions from `startDim` to `endDim` joined into one. */
  flatten(startDim = 0, endDim = -1): Tensor {
    return flatten(this, startDim, endDim)
  }

  /** Without dimensions of size 1: all of them, or those named. */
  squeeze(dim?: number | readonly number[]): Tensor {
    return squeeze(this, dim)
  }

  /** With a dimension of size 1 in front of `dim`. */
  unsqueeze(dim: number): Tensor {
    return unsqueeze(this, dim)
  }

  /** Dimensions of size 1 repeated, without a copy; -1 keeps a size. */
  expand(...shape: Sizes): Tensor {
    return expand(this, sizesOf(shape))
  }

  /** Expanded to the shape of another tensor. */
  expandAs(other: Tensor): Tensor {
    return expand(this, other.shape)
  }

  /** Dimensions in another order. Shares storage. */
  permute(...dims: Sizes): Tensor {
    return permute(this, sizesOf(dims))
  }

  /** Two dimensions swapped. Shares storage. */
  transpose(dim0: number, dim1: number): Tensor {
    return transpose(this, dim0, dim1)
  }

  /** A matrix transposed. Shares storage. */
  t(): Tensor {
    return t(this)
  }

  /** The last two dimensions swapped. */
  get mT(): Tensor {
    if (this.ndim < 2) throw new ShapeError(`mT: expects at least 2 dimensions, got ${showShape(this.shape)}`)
    return transpose(this, -2, -1)
  }

  /** `length` indices of a dimension from `start`. Shares storage. */
  narrow(dim: number, start: number, length: number): Tensor {
    const d = normalizeDim('narrow', dim, this.ndim)
    const size = this.shape[d] ?? 0
    const from = start < 0 ? start + size : start
    const isInside =
      Number.isInteger(from) && Number.isInteger(length) && from >= 0 && length >= 0 && from + length <= size
    if (!isInside) {
      throw new RangeError(`narrow: ${length} indices from ${start} are not inside dimension ${d} of size ${size}`)
    }
    return sliceAlong(this, d, from, length, 1)
  }

  // ---- indexing ---------------------------------------------------------------------------------------------------

  /**
   * The part that the indices name, as Python's `x[...]`. Integers and slices give a view, tensors of indices and masks
   * a copy.
   *
   * @param indices integers (from either end), slices (`':'`, `':5'`, `'1::2'`, or `slice(1, n)`), `'...'`, null for a
   *   new dimension, int64 tensors, bool masks
   * @throws IndexError outside the range, and for too many indices.
   * @example
   * const weight = randn([4, 9])
   * weight.at(0, ':5').shape // [5]
   * weight.at(':', null).shape // [4, 1, 9]
   * weight.at(weight.gt(0)).ndim // 1
   */
  at(...indices: readonly Index[]): Tensor {
    return at(this, indices)
  }

  /**
   * Sets the part that the indices name, as Python's `x[...] = value`.
   *
   * @example
   * zeros([2, 3]).setAt_([0, ':2'], 7).toArray() // [[7, 7, 0], [0, 0, 0]]
   */
  setAt_(indices: readonly Index[], value: Operand): this {
    setAt(this, indices, value)
    return this
  }

  /** The rows (along dimension 0), one after another. */
  *[Symbol.iterator](): IterableIterator<Tensor> {
    if (this.ndim === 0) throw new ShapeError('a 0-d tensor cannot be iterated over')
    for (let i = 0; i < (this.shape[0] as number); i++) yield at(this, [i])
  }

  /** out[i][j] = x[index[i][j]][j] along dimension 0, and likewise along others. */
  gather(dim: number, index: Tensor): Tensor {
    return gather(this, dim, index)
  }

  /** A copy with `src` added at the places of `index` along a dimension. */
  scatterAdd(dim: number, index: Tensor, src: Tensor): Tensor {
    return scatterAdd(this, dim, index, src)
  }

  scatterAdd_(dim: number, index: Tensor, src: Tensor): this {
    scatterAddInPlace(this, dim, index, src)
    return this
  }

  /** A copy with `value` where the mask is true. */
  maskedFill(mask: Tensor, value: number): Tensor {
    return maskedFill(this, mask, value)
  }

  maskedFill_(mask: Tensor, value: number): this {
    maskedFillInPlace(this, mask, value)
    return this
  }

  /** The indices of the elements that are not zero, shape [count, ndim]. */
  nonzero(): Tensor {
    return nonzero(this)
  }

  // ---- arithmetic -------------------------------------------------------------------------------------------------

  /** x + alpha · other. */
  add(other: Operand, { alpha = 1 }: { alpha?: number } = {}): Tensor {
    return addScaled(this, other, alpha)
  }

  add_(other: Operand, { alpha = 1 }: { alpha?: number } = {}): this {
    addScaledInPlace(this, other, alpha)
    return this
  }

  /** x - alpha · other. */
  sub(other: Operand, { alpha = 1 }: { alpha?: number } = {}): Tensor {
    return alpha === 1 ? binary('sub', this, other) : addScaled(this, other, -alpha)
  }

  sub_(other: Operand, { alpha = 1 }: { alpha?: number } = {}): this {
    if (alpha === 1) binaryInPlace('sub', this, other)
    else addScaledInPlace(this, other, -alpha)
    return this
  }

  mul(other: Operand): Tensor {
    return binary('mul', this, other)
  }

  mul_(other: Operand): this {
    binaryInPlace('mul', this, other)
    return this
  }

  /** True division: of integers too it gives floating point. */
  div(other: Operand): Tensor {
    return binary('div', this, other)
  }

  div_(other: Operand): this {
    binaryInPlace('div', this, other)
    return this
  }

  /** Division rounded down. */
  floorDivide(other: Operand): Tensor {
    return binary('floorDivide', this, other)
  }

  /** Python's `%`: the remainder has the divisor's sign. */
  remainder(other: Operand): Tensor {
    return binary('remainder', this, other)
  }

  /** C's `fmod`: the remainder has the dividend's sign. */
  fmod(other: Operand): Tensor {
    return binary('fmod', this, other)
  }

  pow(exponent: Operand): Tensor {
    return binary('pow', this, exponent)
  }

  pow_(exponent: Operand): this {
    binaryInPlace('pow', this, exponent)
    return this
  }

  atan2(other: Operand): Tensor {
    return binary('atan2', this, other)
  }

  /** The larger of each pair; NaN where either is. */
  maximum(other: Operand): Tensor {
    return binary('maximum', this, other)
  }

  /** The smaller of each pair; NaN where either is. */
  minimum(other: Operand): Tensor {
    return binary('minimum', this, other)
  }

  /** The matrix product. */
  matmul(other: Tensor): Tensor {
    return matmul(this, other)
  }

  // ---- comparison and logic ---------------------------------------------------------------------------------------

  eq(other: Operand): Tensor {
    return binary('eq', this, other)
  }

  ne(other: Operand): Tensor {
    return binary('ne', this, other)
  }

  lt(other: Operand): Tensor {
    return binary('lt', this, other)
  }

  le(other: Operand): Tensor {
    return binary('le', this, other)
  }

  gt(other: Operand): Tensor {
    return binary('gt', this, other)
  }

  ge(other: Operand): Tensor {
    return binary('ge', this, other)
  }

  logicalAnd(other: Operand): Tensor {
    return binary('logicalAnd', this, other)
  }

  logicalOr(other: Operand): Tensor {
    return binary('logicalOr', this, other)
  }

  logicalXor(other: Operand): Tensor {
    return binary('logicalXor', this, other)
  }

  logicalNot(): Tensor {
    return unary('logicalNot', this)
  }

  isnan(): Tensor {
    return unary('isnan', this)
  }

  isinf(): Tensor {
    return unary('isinf', this)
  }

  isfinite(): Tensor {
    return unary('isfinite', this)
  }

  // ---- functions of one element -----------------------------------------------------------------------------------

  /** -x. */
  neg(): Tensor {
    return unary('neg', this)
  }

  neg_(): this {
    unaryInPlace('neg', this)
    return this
  }

  /** |x|. */
  abs(): Tensor {
    return unary('abs', this)
  }

  abs_(): this {
    unaryInPlace('abs', this)
    return this
  }

  /** -1, 0 or 1. */
  sign(): Tensor {
    return unary('sign', this)
  }

  /** eˣ. */
  exp(): Tensor {
    return unary('exp', this)
  }

  exp_(): this {
    unaryInPlace('exp', this)
    return this
  }

  /** eˣ - 1, exact near 0. */
  expm1(): Tensor {
    return unary('expm1', this)
  }

  /** The natural logarithm. */
  log(): Tensor {
    return unary('log', this)
  }

  log_(): this {
    unaryInPlace('log', this)
    return this
  }

  /** ln(1 + x), exact near 0. */
  log1p(): Tensor {
    return unary('log1p', this)
  }

  /** The logarithm to base 2. */
  log2(): Tensor {
    return unary('log2', this)
  }

  /** The logarithm to base 10. */
  log10(): Tensor {
    return unary('log10', this)
  }

  /** √x. */
  sqrt(): Tensor {
    return unary('sqrt', this)
  }

  sqrt_(): this {
    unaryInPlace('sqrt', this)
    return this
  }

  /** 1/√x. */
  rsqrt(): Tensor {
    return unary('rsqrt', this)
  }

  /** 1/x. */
  reciprocal(): Tensor {
    return unary('reciprocal', this)
  }

  reciprocal_(): this {
    unaryInPlace('reciprocal', this)
    return this
  }

  /** x². */
  square(): Tensor {
    return unary('square', this)
  }

  square_(): this {
    unaryInPlace('square', this)
    return this
  }

  /** Of x in radians. */
  sin(): Tensor {
    return unary('sin', this)
  }

  /** Of x in radians. */
  cos(): Tensor {
    return unary('cos', this)
  }

  /** Of x in radians. */
  tan(): Tensor {
    return unary('tan', this)
  }

  /** The hyperbolic tangent. */
  tanh(): Tensor {
    return unary('tanh', this)
  }

  tanh_(): this {
    unaryInPlace('tanh', this)
    return this
  }

  /** 1 / (1 + e⁻ˣ). */
  sigmoid(): Tensor {
    return unary('sigmoid', this)
  }

  sigmoid_(): this {
    unaryInPlace('sigmoid', this)
    return this
  }

  /** max(x, 0). */
  relu(): Tensor {
    return unary('relu', this)
  }

  relu_(): this {
    unaryInPlace('relu', this)
    return this
  }

  /** Rounded down. */
  floor(): Tensor {
    return unary('floor', this)
  }

  floor_(): this {
    unaryInPlace('floor', this)
    return this
  }

  /** Rounded up. */
  ceil(): Tensor {
    return unary('ceil', this)
  }

  ceil_(): this {
    unaryInPlace('ceil', this)
    return this
  }

  /** Rounded towards 0. */
  trunc(): Tensor {
    return unary('trunc', this)
  }

  /** Rounded to the nearest integer, ties to even. */
  round(): Tensor {
    return unary('round', this)
  }

  round_(): this {
    unaryInPlace('round', this)
    return this
  }

  // ---- reductions -------------------------------------------------------------------------------------------------

  /** The sum over dimensions, or of all elements. Integers and booleans add up to int64. */
  sum(dim?: Dims, options?: ReductionOptions): Tensor {
    return sum(this, dim, options)
  }

  /**
   * The mean over dimensions, or of all elements.
   *
   * @throws DTypeError for integers.
   */
  mean(dim?: Dims, options?: ReductionOptions): Tensor {
    return mean(this, dim, options)
  }

  /** The product over a dimension, or of all elements. */
  prod(dim?: number | null, options?: ReductionOptions): Tensor {
    return prod(this, dim, options)
  }

  /** The variance over dimensions, or of all elements; unbiased unless `correction` is 0. */
  var(dim?: Dims, options?: VarianceOptions): Tensor {
    return variance(this, dim, options)
  }

  /** The standard deviation: the root of `var`. */
  std(dim?: Dims, options?: VarianceOptions): Tensor {
    return unary('sqrt', variance(this, dim, options))
  }

  /** The largest element; with a dimension, the largest along it and their indices, the first on ties. */
  max(): Tensor
  max(dim: number, options?: ReductionOptions): { values: Tensor; indices: Tensor }
  max(dim?: number, { keepdim = false }: ReductionOptions = {}): Tensor | { values: Tensor; indices: Tensor } {
    return dim === undefined ? extremeOfAll('max', this) : extremeAlong('max', this, dim, keepdim)
  }

  /** The smallest element; with a dimension, the smallest along it and their indices, the first on ties. */
  min(): Tensor
  min(dim: number, options?: ReductionOptions): { values: Tensor; indices: Tensor }
  min(dim?: number, { keepdim = false }: ReductionOptions = {}): Tensor | { values: Tensor; indices: Tensor } {
    return dim === undefined ? extremeOfAll('min', this) : extremeAlong('min', this, dim, keepdim)
  }

  /** The largest over dimensions; the gradient is shared evenly on ties. */
  amax(dim?: Dims, { keepdim = false }: ReductionOptions = {}): Tensor {
    return amaxOrAmin('max', this, dim, keepdim)
  }

  /** The smallest over dimensions; the gradient is shared evenly on ties. */
  amin(dim?: Dims, { keepdim = false }: ReductionOptions = {}): Tensor {
    return amaxOrAmin('min', this, dim, keepdim)
  }

  /** Where the largest element is: along a dimension, or in row-major order. The first on ties. */
  argmax(dim?: number | null, options: ReductionOptions = {}): Tensor {
    return argExtreme('argmax', this, dim, options)
  }

  /** Where the smallest element is: along a dimension, or in row-major order. The first on ties. */
  argmin(dim?: number | null, options: ReductionOptions = {}): Tensor {
    return argExtreme('argmin', this, dim, options)
  }

  /** True where all elements are not zero. */
  all(dim?: Dims, { keepdim = false }: ReductionOptions = {}): Tensor {
    return allOrAny('all', this, dim, keepdim)
  }

  /** True where any element is not zero. */
  any(dim?: Dims, { keepdim = false }: ReductionOptions = {}): Tensor {
    return allOrAny('any', this, dim, keepdim)
  }

  /** exp(xᵢ) / Σⱼ exp(xⱼ) along a dimension. */
  softmax(dim: number, options?: SoftmaxOptions): Tensor {
    return softmax(this, dim, options)
  }

  /** xᵢ - log Σⱼ exp(xⱼ) along a dimension. */
  logSoftmax(dim: number, options?: SoftmaxOptions): Tensor {
    return logSoftmax(this, dim, options)
  }

  // ---- in place ---------------------------------------------------------------------------------------------------

  /** Every element becomes that of `source`, broadcast and converted. */
  copy_(source: Operand): this {
    copyInPlace(this, source)
    return this
  }

  fill_(value: number): this {
    fillInPlace(this, value)
    return this
  }

  zero_(): this {
    fillInPlace(this, 0)
    return this
  }

  /** Filled from the uniform distribution on [from, to). */
  uniform_(from = 0, to = 1, options: { generator?: Generator } = {}): this {
    uniformInPlace(this, from, to, options)
    return this
  }

  /** Filled from the normal distribution. */
  normal_(mean = 0, std = 1, options: { generator?: Generator } = {}): this {
    normalInPlace(this, mean, std, options)
    return this
  }

  /** Filled with 1 with probability `p`, else 0. */
  bernoulli_(p = 0.5, options: { generator?: Generator } = {}): this {
    bernoulliInPlace(this, p, options)
    return this
  }
}
