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
import { type AddcOptions, addcdiv, addcdivInPlace, addcmul, addcmulInPlace } from './ops/addcmul'
import { all, any } from './ops/all-any'
import { argmax, argmin } from './ops/arg-extremes'
import {
  addOrSub,
  addOrSubInPlace,
  binary,
  binaryInPlace,
  divide,
  divideInPlace,
  type RoundingMode,
} from './ops/binary'
import { broadcastTo } from './ops/broadcast'
import { clamp, clampInPlace, clampMax, clampMin } from './ops/clamp'
import { clone, contiguous, copyInPlace, detach, fillInPlace, type MemoryFormat, to } from './ops/copy'
import { full, type NestedArray, ones, type TensorOptions, zeros } from './ops/creation'
import { equal } from './ops/equal'
import { amax, amin, max, min } from './ops/extremes'
import { flip } from './ops/flip'
import { floorDivided } from './ops/floor-divided'
import { gather } from './ops/gather'
import { indexSelect } from './ops/index-along'
import { at, type Index, type IndexPutOptions, indexPutInPlace, setAt } from './ops/indexing'
import { lerp, lerpInPlace } from './ops/lerp'
import { logsumexp } from './ops/logsumexp'
import { maskedSelect } from './ops/masked'
import { matmul } from './ops/matmul'
import { bmm, dot, mm, mv } from './ops/matrix-products'
import { median } from './ops/median'
import { nonzero } from './ops/nonzero'
import { narrow, select } from './ops/part'
import type { Picked } from './ops/pick'
import { prod } from './ops/prod'
import { uniformInPlace } from './ops/random'
import type { Dims, ReductionArgs, ReductionOptions, SumOptions } from './ops/reduction'
import { repeat, tile } from './ops/repeat'
import { round } from './ops/rounding'
import { cumprod, cumsum, type ScanOptions } from './ops/scan'
import { type ScatterOptions, scatter, scatterAdd, scatterAddInPlace, scatterInPlace } from './ops/scatter'
import { logSoftmax, type SoftmaxOptions, softmax } from './ops/softmax'
import { argsort, type SortOptions, sort } from './ops/sort'
import { chunk, split, unbind } from './ops/splitting'
import { mean, sum } from './ops/sum'
import { toArray, toTypedArray } from './ops/to-array'
import { type TopkOptions, topk } from './ops/topk'
import { tril, triu } from './ops/triangular'
import { unary, unaryInPlace } from './ops/unary'
import { std, type VarianceOptions, variance } from './ops/variance'
import { type NormOptions, normOf } from './ops/vector-norm'
import {
  expand,
  flatten,
  movedim,
  permute,
  ravel,
  reshape,
  reshapeTo,
  squeeze,
  t,
  transpose,
  unflatten,
  unsqueeze,
  view,
} from './ops/view'
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

  /** Steps between neighbours of each dimension, in elements, or of one dimension. */
  stride(): readonly number[]
  stride(dim: number): number
  stride(dim?: number): readonly number[] | number {
    return dim === undefined ? this.strides : (this.strides[normalizeDim('stride', dim, this.ndim)] as number)
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
   * @param options `retainGraph`, `createGraph` and `inputs`; without a gradient they may come first
   * @throws AutogradError without a graph, for a non-scalar without `gradient`, for a graph that was freed.
   * @example
   * const x = tensor([1, 2, 3], { dtype: 'float32', requiresGrad: true })
   * x.square().mean().backward()
   * x.grad // tensor([0.6667, 1.3333, 2.0000])
   * @see torch.Tensor.backward
   */
  backward(options?: BackwardOptions): void
  backward(gradient: Tensor | null, options?: BackwardOptions): void
  backward(first: Tensor | BackwardOptions | null = null, second: BackwardOptions = {}): void {
    const [gradient, options] = first === null || first instanceof Tensor ? [first, second] : [null, first]
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

  /** A copy with a storage of its own, in the same memory order unless `memoryFormat` is `'contiguous'`. Gradients flow through. */
  clone({ memoryFormat = 'preserve' }: { memoryFormat?: MemoryFormat } = {}): Tensor {
    return clone(this, memoryFormat)
  }

  /** The tensor itself where it lies row by row without gaps, else such a copy. */
  contiguous(): Tensor {
    return contiguous(this)
  }

  /** Zeros in another shape, of this tensor's dtype. */
  newZeros(shape: Shape, options?: TensorOptions): Tensor {
    return zeros(shape, { dtype: this.dtype, ...options })
  }

  /** Ones in another shape, of this tensor's dtype. */
  newOnes(shape: Shape, options?: TensorOptions): Tensor {
    return ones(shape, { dtype: this.dtype, ...options })
  }

  /** One value in another shape, of this tensor's dtype. */
  newFull(shape: Shape, value: number | boolean, options?: TensorOptions): Tensor {
    return full(shape, value, { dtype: this.dtype, ...options })
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

  /** A view in the shape of another tensor. Shares storage. */
  viewAs(other: Tensor): Tensor {
    return view(this, other.shape, 'viewAs')
  }

  /** A view in another shape where the memory order allows it, else a copy. */
  reshape(...shape: Sizes): Tensor {
    return reshape(this, sizesOf(shape))
  }

  /** In the shape of another tensor: a view where the memory order allows it, else a copy. */
  reshapeAs(other: Tensor): Tensor {
    return reshapeTo('reshapeAs', this, other.shape)
  }

  /** Dimensions from `startDim` to `endDim` joined into one. */
  flatten(startDim = 0, endDim = -1): Tensor {
    return flatten(this, startDim, endDim)
  }

  /** All elements in one dimension, in row-major order. */
  ravel(): Tensor {
    return ravel(this)
  }

  /** One dimension cut into several; one size may be -1. Shares storage. */
  unflatten(dim: number, sizes: readonly number[]): Tensor {
    return unflatten(this, dim, sizes)
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
    return expand(this, other.shape, 'expandAs')
  }

  /** Dimensions of size 1 repeated to fill a shape, without a copy. */
  broadcastTo(...shape: Sizes): Tensor {
    return broadcastTo(this, sizesOf(shape))
  }

  /** Dimensions in another order. Shares storage. */
  permute(...dims: Sizes): Tensor {
    return permute(this, sizesOf(dims))
  }

  /** Dimensions moved to other places; the others keep their order. Shares storage. */
  movedim(source: number | readonly number[], destination: number | readonly number[]): Tensor {
    return movedim(this, source, destination)
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

  /** One index of a dimension, which goes away. Shares storage. */
  select(dim: number, index: number): Tensor {
    return select(this, dim, index)
  }

  /** `length` indices of a dimension from `start`. Shares storage. */
  narrow(dim: number, start: number | Tensor, length: number): Tensor {
    return narrow(this, dim, start, length)
  }

  /** Parts along a dimension: all of one size but for a smaller last one, or of the sizes listed. They share storage. */
  split(sizes: number | readonly number[], dim = 0): Tensor[] {
    return split(this, sizes, dim)
  }

  /** At most `chunks` parts along a dimension, all of one size but for a smaller last one. They share storage. */
  chunk(chunks: number, dim = 0): Tensor[] {
    return chunk(this, chunks, dim)
  }

  /** All parts of a dimension, without it. They share storage. */
  unbind(dim = 0): Tensor[] {
    return unbind(this, dim)
  }

  // ---- elements in other places -----------------------------------------------------------------------------------

  /** A copy with the order of indices reversed along dimensions. */
  flip(...dims: Sizes): Tensor {
    return flip(this, sizesOf(dims))
  }

  /**
   * A copy repeated along each dimension.
   *
   * @example
   * tensor([1, 2]).repeat(2, 2).toArray() // [[1, 2, 1, 2], [1, 2, 1, 2]]
   */
  repeat(...repeats: Sizes): Tensor {
    return repeat(this, sizesOf(repeats))
  }

  /** A copy repeated along each dimension; the first dimensions may be left out. */
  tile(...repeats: Sizes): Tensor {
    return tile(this, sizesOf(repeats))
  }

  /** The lower triangles of the matrices in the last two dimensions; zeros above. */
  tril(diagonal = 0): Tensor {
    return tril(this, diagonal)
  }

  /** The upper triangles of the matrices in the last two dimensions; zeros below. */
  triu(diagonal = 0): Tensor {
    return triu(this, diagonal)
  }

  // ---- indexing ---------------------------------------------------------------------------------------------------

  /**
   * The part that the indices name, as Python's `x[...]`. Integers and slices give a view, tensors of indices and masks
   * a copy.
   *
   * @param indices integers (from either end), slices (`':'`, `':5'`, `'1::2'`, or `slice(1, n)`), `'...'`, null for a
   *   new dimension, lists of integers, int64 tensors, bool masks
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

  /** A copy with the part that the indices name set to `value`, or with `value` added to it. */
  indexPut(indices: readonly Index[], value: Operand, options?: IndexPutOptions): Tensor {
    return clone(this).indexPut_(indices, value, options)
  }

  /** `setAt_` that can add: with `accumulate` an element that is named twice gets both values. */
  indexPut_(indices: readonly Index[], value: Operand, options?: IndexPutOptions): this {
    indexPutInPlace(this, indices, value, options)
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

  /** A copy with `src`, a tensor or a number, at the places of `index` along a dimension. */
  scatter(dim: number, index: Tensor, src: Operand, options?: ScatterOptions): Tensor {
    return scatter(this, dim, index, src, options)
  }

  /**
   * Puts `src`, a tensor or a number, at the places of `index` along a dimension.
   *
   * @example
   * zeros([2, 3]).scatter_(1, tensor([[2], [0]]), 1).toArray() // [[0, 0, 1], [1, 0, 0]]
   */
  scatter_(dim: number, index: Tensor, src: Operand, options?: ScatterOptions): this {
    scatterInPlace(this, dim, index, src, options)
    return this
  }

  /** A copy with `src` added at the places of `index` along a dimension. */
  scatterAdd(dim: number, index: Tensor, src: Tensor): Tensor {
    return scatterAdd(this, dim, index, src)
  }

  scatterAdd_(dim: number, index: Tensor, src: Tensor): this {
    scatterAddInPlace(this, dim, index, src)
    return this
  }

  /** The parts at the listed indices of a dimension, copied. */
  indexSelect(dim: number, index: Tensor): Tensor {
    return indexSelect(this, dim, index)
  }

  /** A copy with `value`, a number or a 0-d tensor, where the mask is true. */
  maskedFill(mask: Tensor, value: Operand): Tensor {
    return maskedFill(this, mask, value)
  }

  maskedFill_(mask: Tensor, value: Operand): this {
    maskedFillInPlace(this, mask, value)
    return this
  }

  /** The elements where the mask is true, one after another. */
  maskedSelect(mask: Tensor): Tensor {
    return maskedSelect(this, mask)
  }

  /** The indices of the elements that are not zero, shape [count, ndim]; as a tuple, a list for each dimension. */
  nonzero(options?: { asTuple?: false }): Tensor
  nonzero(options: { asTuple: true }): Tensor[]
  nonzero(options?: { asTuple?: boolean }): Tensor | Tensor[] {
    return nonzero(this, options)
  }

  // ---- arithmetic -------------------------------------------------------------------------------------------------

  /** x + alpha · other. */
  add(other: Operand, { alpha = 1 }: { alpha?: number } = {}): Tensor {
    return addOrSub('add', this, other, alpha)
  }

  add_(other: Operand, { alpha = 1 }: { alpha?: number } = {}): this {
    addOrSubInPlace('add', this, other, alpha)
    return this
  }

  /** x - alpha · other. */
  sub(other: Operand, { alpha = 1 }: { alpha?: number } = {}): Tensor {
    return addOrSub('sub', this, other, alpha)
  }

  sub_(other: Operand, { alpha = 1 }: { alpha?: number } = {}): this {
    addOrSubInPlace('sub', this, other, alpha)
    return this
  }

  mul(other: Operand): Tensor {
    return binary('mul', this, other)
  }

  mul_(other: Operand): this {
    binaryInPlace('mul', this, other)
    return this
  }

  /** True division: of integers too it gives floating point. With a rounding mode, division to whole numbers. */
  div(other: Operand, { roundingMode = null }: { roundingMode?: RoundingMode } = {}): Tensor {
    return divide(this, other, roundingMode)
  }

  div_(other: Operand, { roundingMode = null }: { roundingMode?: RoundingMode } = {}): this {
    divideInPlace(this, other, roundingMode)
    return this
  }

  /** Division rounded down. */
  floorDivide(other: Operand): Tensor {
    return floorDivided(this, other)
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

  /** The larger of each pair; NaN where either is. */
  maximum(other: Tensor): Tensor {
    return binary('maximum', this, other)
  }

  /** The smaller of each pair; NaN where either is. */
  minimum(other: Tensor): Tensor {
    return binary('minimum', this, other)
  }

  /** The elements brought between two bounds, numbers or tensors; null for none. */
  clamp(min: Operand | null, max: Operand | null = null): Tensor {
    return clamp(this, min, max)
  }

  clamp_(min: Operand | null, max: Operand | null = null): this {
    clampInPlace(this, min, max)
    return this
  }

  /** max(x, min). */
  clampMin(min: Operand): Tensor {
    return clampMin(this, min)
  }

  clampMin_(min: Operand): this {
    clampInPlace(this, min, null)
    return this
  }

  /** min(x, max). */
  clampMax(max: Operand): Tensor {
    return clampMax(this, max)
  }

  clampMax_(max: Operand): this {
    clampInPlace(this, null, max)
    return this
  }

  /** x + weight · (end - x). */
  lerp(end: Tensor, weight: Tensor | number): Tensor {
    return lerp(this, end, weight)
  }

  lerp_(end: Tensor, weight: Tensor | number): this {
    lerpInPlace(this, end, weight)
    return this
  }

  /** x + value · a · b. */
  addcmul(a: Tensor, b: Tensor, options: AddcOptions = {}): Tensor {
    return addcmul(this, a, b, options)
  }

  addcmul_(a: Tensor, b: Tensor, options: AddcOptions = {}): this {
    addcmulInPlace(this, a, b, options)
    return this
  }

  /** x + value · a / b. */
  addcdiv(a: Tensor, b: Tensor, options: AddcOptions = {}): Tensor {
    return addcdiv(this, a, b, options)
  }

  addcdiv_(a: Tensor, b: Tensor, options: AddcOptions = {}): this {
    addcdivInPlace(this, a, b, options)
    return this
  }

  /** The matrix product. */
  matmul(other: Tensor): Tensor {
    return matmul(this, other)
  }

  /** The product of two matrices. */
  mm(other: Tensor): Tensor {
    return mm(this, other)
  }

  /** The products of two stacks of matrices, pair by pair. */
  bmm(other: Tensor): Tensor {
    return bmm(this, other)
  }

  /** The product of a matrix and a vector. */
  mv(vector: Tensor): Tensor {
    return mv(this, vector)
  }

  /** The dot product of two vectors. */
  dot(other: Tensor): Tensor {
    return dot(this, other)
  }

  // ---- comparison and logic ---------------------------------------------------------------------------------------

  /** Whether the other tensor has the same shape and elements. */
  equal(other: Tensor): boolean {
    return equal(this, other)
  }

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

  logicalAnd(other: Tensor): Tensor {
    return binary('logicalAnd', this, other)
  }

  logicalOr(other: Tensor): Tensor {
    return binary('logicalOr', this, other)
  }

  logicalXor(other: Tensor): Tensor {
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

  /** The natural logarithm. */
  log(): Tensor {
    return unary('log', this)
  }

  log_(): this {
    unaryInPlace('log', this)
    return this
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

  /** What `trunc` cuts off. */
  frac(): Tensor {
    return unary('frac', this)
  }

  /** Rounded to the nearest integer, ties to even; with `decimals`, to that many digits behind the point. */
  round(options: { decimals?: number } = {}): Tensor {
    return round(this, options)
  }

  round_(): this {
    unaryInPlace('round', this)
    return this
  }

  // ---- reductions -------------------------------------------------------------------------------------------------

  /** The sum over dimensions, or of all elements. Integers and booleans add up to int64. */
  sum(...args: ReductionArgs<SumOptions>): Tensor {
    return sum(this, ...args)
  }

  /**
   * The mean over dimensions, or of all elements.
   *
   * @throws DTypeError for integers.
   */
  mean(...args: ReductionArgs<SumOptions>): Tensor {
    return mean(this, ...args)
  }

  /** The product along a dimension, or of all elements. */
  prod(dim?: number | null, options?: SumOptions): Tensor {
    return prod(this, dim, options)
  }

  /** The variance over dimensions, or of all elements; unbiased unless `correction` is 0. */
  var(dim?: Dims, options?: VarianceOptions): Tensor {
    return variance(this, dim, options)
  }

  /** The standard deviation: the root of `var`. */
  std(dim?: Dims, options?: VarianceOptions): Tensor {
    return std(this, dim, options)
  }

  /**
   * The largest element; with a dimension, the largest along it and their indices, the first on ties; with another
   * tensor, the larger of each pair.
   */
  max(): Tensor
  max(other: Tensor): Tensor
  max(dim: number, options?: ReductionOptions): Picked
  max(dim?: number | Tensor, options?: ReductionOptions): Tensor | Picked {
    return max(this, dim, options)
  }

  /**
   * The smallest element; with a dimension, the smallest along it and their indices, the first on ties; with another
   * tensor, the smaller of each pair.
   */
  min(): Tensor
  min(other: Tensor): Tensor
  min(dim: number, options?: ReductionOptions): Picked
  min(dim?: number | Tensor, options?: ReductionOptions): Tensor | Picked {
    return min(this, dim, options)
  }

  /** The median; with a dimension, the medians along it and their indices. Of two in the middle, the lower one. */
  median(): Tensor
  median(dim: number, options?: ReductionOptions): Picked
  median(dim?: number, options?: ReductionOptions): Tensor | Picked {
    return median(this, dim, options)
  }

  /** The largest over dimensions; the gradient is shared evenly on ties. */
  amax(dim?: Dims, options?: ReductionOptions): Tensor {
    return amax(this, dim, options)
  }

  /** The smallest over dimensions; the gradient is shared evenly on ties. */
  amin(dim?: Dims, options?: ReductionOptions): Tensor {
    return amin(this, dim, options)
  }

  /** Where the largest element is: along a dimension, or in row-major order. The first on ties. */
  argmax(dim?: number | null, options?: ReductionOptions): Tensor {
    return argmax(this, dim, options)
  }

  /** Where the smallest element is: along a dimension, or in row-major order. The first on ties. */
  argmin(dim?: number | null, options?: ReductionOptions): Tensor {
    return argmin(this, dim, options)
  }

  /** True where all elements are not zero. */
  all(dim?: Dims, options?: ReductionOptions): Tensor {
    return all(this, dim, options)
  }

  /** True where any element is not zero. */
  any(dim?: Dims, options?: ReductionOptions): Tensor {
    return any(this, dim, options)
  }

  /** ln Σ exp x over dimensions, without overflow. */
  logsumexp(dim: Dims, options?: ReductionOptions): Tensor {
    return logsumexp(this, dim, options)
  }

  /**
   * The norm over dimensions, or of all elements: the Euclidean one, or that of order p. The function `norm` has the nuclear
   * one too.
   */
  norm(p: number | 'fro' = 'fro', dim?: Dims, options: NormOptions = {}): Tensor {
    return normOf('norm', this, p, dim, options)
  }

  /** exp(xᵢ) / Σⱼ exp(xⱼ) along a dimension. */
  softmax(dim: number, options?: SoftmaxOptions): Tensor {
    return softmax(this, dim, options)
  }

  /** xᵢ - log Σⱼ exp(xⱼ) along a dimension. */
  logSoftmax(dim: number, options?: SoftmaxOptions): Tensor {
    return logSoftmax(this, dim, options)
  }

  // ---- scans and order --------------------------------------------------------------------------------------------

  /** The sum of the elements up to each, along a dimension. */
  cumsum(dim: number, options?: ScanOptions): Tensor {
    return cumsum(this, dim, options)
  }

  /** The product of the elements up to each, along a dimension. */
  cumprod(dim: number, options?: ScanOptions): Tensor {
    return cumprod(this, dim, options)
  }

  /** The elements in order along a dimension, and where each was. Equal elements keep their order. */
  sort(dim?: number, options?: SortOptions): Picked {
    return sort(this, dim, options)
  }

  /** The indices that sort a dimension. */
  argsort(dim?: number, options?: SortOptions): Tensor {
    return argsort(this, dim, options)
  }

  /**
   * The k largest elements along a dimension, and where they were.
   *
   * @example
   * tensor([[1, 9, 4]]).topk(2, 1).indices.toArray() // [[1, 2]]
   */
  topk(k: number, dim?: number, options?: TopkOptions): Picked {
    return topk(this, k, dim, options)
  }

  // ---- in place ---------------------------------------------------------------------------------------------------

  /** Every element becomes that of `source`, broadcast and converted. */
  copy_(source: Operand): this {
    copyInPlace(this, source)
    return this
  }

  /** Every element becomes `value`. */
  fill_(value: number | boolean): this {
    fillInPlace('fill', this, Number(value))
    return this
  }

  /** Every element becomes 0. */
  zero_(): this {
    fillInPlace('zero', this, 0)
    return this
  }

  /** Filled from the uniform distribution on [from, to). */
  uniform_(from = 0, to = 1, options: { generator?: Generator } = {}): this {
    uniformInPlace(this, from, to, options)
    return this
  }
}
