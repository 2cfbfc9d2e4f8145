import { answerForFunctions } from './core/functions-only'
import { keep } from './memory/scope'
// The methods of a tensor call the functions in ops/, and those make tensors: the two know each other, by design.

import type { TypedArray } from './core/dtype'
import { type DType, isFloatingPoint } from './core/dtype'
import { AutogradError, ShapeError } from './core/errors'
import {
  type BackwardOptions,
  type GraphNode,
  type GraphSlot,
  getAutograd,
  type RemovableHandle,
  requireAutograd,
} from './core/graph'
import { isTensor } from './core/is-tensor'
import * as kinds from './core/kinds'
import { asOneArgument, listArgument } from './core/list-argument'
import { isContiguous, normalizeDim, numelOf, type Shape, sameShape, showShape } from './core/shape'
import { show } from './core/show'
import { type Args, signature } from './core/signature'
import type { Storage } from './memory/storage'
import { type AddProductOptions, addbmm, addmm, addmv, baddbmm } from './ops/add-products'
import { type AddcOptions, addcdiv, addcdivInPlace, addcmul, addcmulInPlace } from './ops/addcmul'
import { all, any } from './ops/all-any'
import { type ArgExtremeOptions, argmax, argmin } from './ops/arg-extremes'
import type { AlphaOptions, DivOptions } from './ops/arithmetic'
import {
  addOrSub,
  addOrSubInPlace,
  alphaOf,
  binary,
  binaryInPlace,
  divide,
  divideInPlace,
  roundingModeOf,
} from './ops/binary'
import {
  type ClampOptions,
  clamp,
  clampInPlace,
  clampMax,
  clampMaxInPlace,
  clampMin,
  clampMinInPlace,
} from './ops/clamp'
import { clone, contiguous, copyInPlace, detach, fillInPlace, type MemoryFormat, to, zeroInPlace } from './ops/copy'
import { full, type NestedArray, ones, type TensorOptions, zeros } from './ops/creation'
import { equal } from './ops/equal'
import { amax, amin, extreme, type PickArgs } from './ops/extremes'
import { flip } from './ops/flip'
import { floorDivided, floorDividedInPlace } from './ops/floor-divided'
import { type GatherOptions, gather } from './ops/gather'
import { type IndexAlongOptions, indexSelect } from './ops/index-along'
import { at, type Index, type IndexPutArgs, indexPutInPlace, setAt } from './ops/indexing'
import { lerp, lerpInPlace } from './ops/lerp'
import { type LogsumexpOptions, logsumexp } from './ops/logsumexp'
import { maskedSelect } from './ops/masked'
import { matmul } from './ops/matmul'
import { bmm, dot, mm, mv } from './ops/matrix-products'
import { medianOf } from './ops/median'
import { type NonzeroOptions, nonzero } from './ops/nonzero'
import { addr } from './ops/outer'
import { type NarrowOptions, narrow, type SelectOptions, select } from './ops/part'
import type { Picked } from './ops/pick'
import { type ProdArgs, prod } from './ops/prod'
import { uniformInPlace } from './ops/random'
import type { ReductionArgs, ReductionOptions, SumOptions } from './ops/reduction'
import { repeat, tile } from './ops/repeat'
import { type RoundOptions, round, roundInPlace } from './ops/rounding'
import { cumprod, cumsum, type ScanArgs } from './ops/scan'
import {
  type ScatterAddArgs,
  type ScatterArgs,
  scatter,
  scatterAdd,
  scatterAddInPlace,
  scatterInPlace,
} from './ops/scatter'
import { logSoftmax, type SoftmaxArgs, softmax } from './ops/softmax'
import { argsort, type SortArgs, sort } from './ops/sort'
import { chunk, type SplitArgs, split, unbind } from './ops/splitting'
import { mean, sum } from './ops/sum'
import { takesInput, takesTwo } from './ops/takes'
import { toArray, toTypedArray } from './ops/to-array'
import { type TopkArgs, topk } from './ops/topk'
import { type TriangleArgs, tril, triu } from './ops/triangular'
import { unary, unaryInPlace } from './ops/unary'
import { std, type VarianceArgs, variance } from './ops/variance'
import { type NormArgs, simpleNorm } from './ops/vector-norm'
import {
  expand,
  type FlattenOptions,
  flatten,
  type MovedimOptions,
  movedim,
  permute,
  ravel,
  reshapeTo,
  type SqueezeOptions,
  squeeze,
  type TransposeOptions,
  t,
  transpose,
  type UnflattenOptions,
  type UnsqueezeOptions,
  unflatten,
  unsqueeze,
  view,
} from './ops/view'
import { type MaskedFillArgs, maskedFill, maskedFillInPlace } from './ops/where'
import { printTensor } from './print/print-tensor'
import { Generator } from './random/generator'

/** What arithmetic takes: a tensor, or a number that takes part as PyTorch's Python scalars do. */
export type Operand = Tensor | number | boolean

/** Sizes given one by one or as a list: `x.view(2, -1)` and `x.view([2, -1])` say the same. */
export type Sizes = readonly number[] | readonly [readonly number[]]

/** The same, or by name: `x.permute({ dims: [1, 0] })`. */
export type SizesNamed<Name extends string> = Sizes | readonly [options: { readonly [K in Name]: readonly number[] }]

const takesIt = { input: kinds.tensor }
const size = { size: kinds.required(kinds.integers) }
const optionalDim = { dim: kinds.integer }

const takesSize = signature('size', takesIt, optionalDim)
const takesStride = signature('stride', takesIt, optionalDim)
const takesRequiresGrad = signature('requiresGrad_', takesIt, { requiresGrad: kinds.boolean })
const takesBackward = signature('backward', takesIt, {
  gradient: kinds.orNull(kinds.tensor),
  retainGraph: kinds.orNull(kinds.boolean),
  createGraph: kinds.boolean,
  inputs: kinds.either(kinds.tensor, kinds.tensors),
})
const takesHook = signature('registerHook', { input: kinds.tensor, hook: kinds.callback })
const takesTo = signature('to', takesIt, { dtype: kinds.required(kinds.dtype) }, { copy: kinds.boolean })
const takesClone = signature('clone', takesIt, {}, { memoryFormat: kinds.oneOf('preserve', 'contiguous') })
const takesNew = signature(
  '',
  { input: kinds.tensor, size: kinds.integers },
  {},
  { dtype: kinds.dtype, requiresGrad: kinds.boolean },
)
const takesNewFull = signature(
  'newFull',
  { input: kinds.tensor, size: kinds.integers, fillValue: kinds.either(kinds.number, kinds.boolean) },
  {},
  { dtype: kinds.dtype, requiresGrad: kinds.boolean },
)
const takesView = signature('view', takesIt, size)
const takesReshape = signature('reshape', takesIt, { shape: kinds.required(kinds.integers) })
const takesExpand = signature('expand', takesIt, size)
const takesBroadcastTo = signature('broadcastTo', takesIt, size)
const takesRepeat = signature('repeat', takesIt, { repeats: kinds.required(kinds.integers) })
const takesUniform = signature(
  'uniform_',
  takesIt,
  { from: kinds.number, to: kinds.number },
  { generator: kinds.instanceOf(Generator) },
)

/** How backward runs, and from which gradient. */
export interface BackwardArguments extends Omit<BackwardOptions, 'retainGraph'> {
  /** The gradient of this tensor, of its shape; null, or left out, for a single element, where it is 1. */
  gradient?: Tensor | null
  /** Keep what the graph saved, so that backward can run through it again. Default: `createGraph`. */
  retainGraph?: boolean | null
}

export interface UniformOptions {
  /** The lower end. Default 0. */
  from?: number
  /** The upper end, which is not reached. Default 1. */
  to?: number
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
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
    answerForFunctions(Tensor.prototype)
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
  dim(...none: []): number {
    if (none.length > 0) takesInput([this], none, 'dim')
    return this.shape.length
  }

  /** The sizes, or the size of one dimension. */
  size(): Shape
  size(...args: Args<{ dim: number }, ['dim']>): number
  size(...args: readonly unknown[]): Shape | number {
    const { dim } = takesSize([this], args)
    return dim === undefined ? this.shape : (this.shape[normalizeDim('size', dim, this.ndim)] as number)
  }

  /** Steps between neighbours of each dimension, in elements, or of one dimension. */
  stride(): readonly number[]
  stride(...args: Args<{ dim: number }, ['dim']>): number
  stride(...args: readonly unknown[]): readonly number[] | number {
    const { dim } = takesStride([this], args)
    return dim === undefined ? this.strides : (this.strides[normalizeDim('stride', dim, this.ndim)] as number)
  }

  /** Number of elements. */
  numel(...none: []): number {
    if (none.length > 0) takesInput([this], none, 'numel')
    return numelOf(this.shape)
  }

  isContiguous(...none: []): boolean {
    if (none.length > 0) takesInput([this], none, 'isContiguous')
    return isContiguous(this.shape, this.strides)
  }

  isFloatingPoint(...none: []): boolean {
    if (none.length > 0) takesInput([this], none, 'isFloatingPoint')
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
  requiresGrad_(...args: Args<{ requiresGrad?: boolean }, ['requiresGrad']>): this {
    const { requiresGrad = true } = takesRequiresGrad([this], args)
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
   * @throws AutogradError without a graph, for a non-scalar without `gradient`, for a graph that was freed.
   * @example
   * const x = tensor([1, 2, 3], { dtype: 'float32', requiresGrad: true })
   * x.square().mean().backward()
   * x.grad // tensor([0.6667, 1.3333, 2.0000])
   * @see torch.Tensor.backward
   */
  backward(...args: Args<BackwardArguments, ['gradient', 'retainGraph', 'createGraph', 'inputs']>): void {
    const { gradient = null, ...options } = takesBackward([this], args)
    requireAutograd('backward').backward(this, gradient, options)
  }

  /** Has backward keep this tensor's gradient though it is no leaf. */
  retainGrad(...none: []): void {
    if (none.length > 0) takesInput([this], none, 'retainGrad')
    requireAutograd('retainGrad').retainGrad(this)
  }

  get retainsGrad(): boolean {
    return getAutograd()?.retainsGrad(this) ?? false
  }

  /** Calls `hook` with this tensor's gradient during backward; what it returns takes the gradient's place. */
  registerHook(hook: (grad: Tensor) => Tensor | undefined, ...none: []): RemovableHandle {
    takesHook([this, hook], none)
    return requireAutograd('registerHook').registerHook(this, hook)
  }

  /** The same elements without history. Shares storage. */
  detach(...none: []): Tensor {
    if (none.length > 0) takesInput([this], none, 'detach')
    return detach(this)
  }

  /**
   * The same elements without history, to look at or to change in place: `layer.weight.data.fill_(0)`. Shares storage, and
   * unlike PyTorch's counts as a change of this tensor what is changed through it. Assigning a tensor makes its elements this
   * tensor's own; one of another shape or dtype drops the gradient.
   *
   * @throws AutogradError for another shape or dtype where an op made this tensor.
   */
  get data(): Tensor {
    return detach(this)
  }

  set data(data: Tensor) {
    setData(this, data)
  }

  // ---- values -----------------------------------------------------------------------------------------------------

  /**
   * The value of a tensor of one element, as a number (true is 1).
   *
   * @throws ShapeError for any other number of elements.
   */
  item(...none: []): number {
    if (none.length > 0) takesInput([this], none, 'item')
    if (this.numel() !== 1) {
      throw new ShapeError(
        `item: only a tensor of one element is a number, this one has shape ${showShape(this.shape)}`,
      )
    }
    return this.storage.data[this.offset] as number
  }

  /** The values as nested arrays; of bool tensors as booleans. */
  toArray(...none: []): NestedArray {
    if (none.length > 0) takesInput([this], none, 'toArray')
    return toArray(this)
  }

  /** A copy of the values in row-major order. int64 comes as a `Float64Array`. */
  toTypedArray(...none: []): TypedArray {
    if (none.length > 0) takesInput([this], none, 'toTypedArray')
    return toTypedArray(this)
  }

  /** For `JSON.stringify`: the same as `toArray`. JSON has no NaN and no infinities, they become null. */
  toJSON(): NestedArray {
    return toArray(this)
  }

  /**
   * Has JavaScript's operators compute with a tensor of one element as with its number: `total += loss`, `loss > 0.5`. Of
   * others they would make text or NaN: they are refused. Text is what `toString` gives.
   */
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === 'string' ? this.toString() : numberFor(this)
  }

  /** Exactly as PyTorch prints it. */
  toString(...none: []): string {
    if (none.length > 0) takesInput([this], none, 'toString')
    return printTensor(this)
  }

  // ---- conversion and copies --------------------------------------------------------------------------------------

  /**
   * Converted to another dtype, or to that of another tensor; the tensor itself where it has it, unless a `copy` is asked for.
   *
   * @example
   * tensor([1, 2]).to('float64').dtype // 'float64'
   */
  to(other: Tensor, options?: { copy?: boolean }): Tensor
  to(...args: Args<{ dtype: DType; copy?: boolean }, ['dtype']>): Tensor
  to(...args: readonly unknown[]): Tensor {
    const [first, ...more] = args
    const { dtype, copy = false } = takesTo([this], isTensor(first) ? [first.dtype, ...more] : args)
    const converted = to(this, dtype)
    return copy && converted === this ? clone(this) : converted
  }

  /** Converted to the dtype of another tensor; the tensor itself where it has it. */
  typeAs(other: Tensor, ...none: []): Tensor {
    takesTwo([this, other], none, 'typeAs')
    return to(this, other.dtype)
  }

  /** Converted to float32. */
  float(...none: []): Tensor {
    takesInput([this], none, 'float')
    return to(this, 'float32')
  }

  /** Converted to float64. */
  double(...none: []): Tensor {
    takesInput([this], none, 'double')
    return to(this, 'float64')
  }

  /** Converted to int64. */
  long(...none: []): Tensor {
    takesInput([this], none, 'long')
    return to(this, 'int64')
  }

  /** Converted to int32. */
  int(...none: []): Tensor {
    takesInput([this], none, 'int')
    return to(this, 'int32')
  }

  /** Converted to bool: true where not zero. */
  bool(...none: []): Tensor {
    takesInput([this], none, 'bool')
    return to(this, 'bool')
  }

  /** A copy with a storage of its own, in the same memory order unless `memoryFormat` is `'contiguous'`. Gradients flow through. */
  clone(...args: Args<{ memoryFormat?: MemoryFormat }>): Tensor {
    const { memoryFormat = 'preserve' } = takesClone([this], args)
    return clone(this, memoryFormat)
  }

  /** The tensor itself where it lies row by row without gaps, else such a copy. */
  contiguous(...none: []): Tensor {
    if (none.length > 0) takesInput([this], none, 'contiguous')
    return contiguous(this)
  }

  /** Zeros in another shape, of this tensor's dtype. */
  newZeros(size: Shape, ...args: Args<TensorOptions>): Tensor {
    return zeros(size, { dtype: this.dtype, ...takesNew([this, size], args, 'newZeros') })
  }

  /** Ones in another shape, of this tensor's dtype. */
  newOnes(size: Shape, ...args: Args<TensorOptions>): Tensor {
    return ones(size, { dtype: this.dtype, ...takesNew([this, size], args, 'newOnes') })
  }

  /** One value in another shape, of this tensor's dtype. */
  newFull(size: Shape, fillValue: number | boolean, ...args: Args<TensorOptions>): Tensor {
    return full(size, fillValue, { dtype: this.dtype, ...takesNewFull([this, size, fillValue], args) })
  }

  // ---- views ------------------------------------------------------------------------------------------------------

  /**
   * The same elements in another shape; one size may be -1. Shares storage.
   *
   * @throws ShapeError where the sizes do not fit or the memory order does not allow it.
   * @example
   * arange(6).view(2, -1).shape // [2, 3]
   */
  view(...size: SizesNamed<'size'>): Tensor {
    return view(this, listArgument(takesView, 'size', this, size))
  }

  /** A view in the shape of another tensor. Shares storage. */
  viewAs(other: Tensor, ...none: []): Tensor {
    takesTwo([this, other], none, 'viewAs')
    return view(this, other.shape, 'viewAs')
  }

  /** A view in another shape where the memory order allows it, else a copy. */
  reshape(...shape: SizesNamed<'shape'>): Tensor {
    return reshapeTo('reshape', this, listArgument(takesReshape, 'shape', this, shape))
  }

  /** In the shape of another tensor: a view where the memory order allows it, else a copy. */
  reshapeAs(other: Tensor, ...none: []): Tensor {
    takesTwo([this, other], none, 'reshapeAs')
    return reshapeTo('reshapeAs', this, other.shape)
  }

  /** Dimensions from `startDim` to `endDim` joined into one. */
  flatten(...args: Args<FlattenOptions, ['startDim', 'endDim']>): Tensor {
    return flatten(this, ...args)
  }

  /** All elements in one dimension, in row-major order. */
  ravel(...none: []): Tensor {
    return ravel(this, ...none)
  }

  /** One dimension cut into several; one size may be -1. Shares storage. */
  unflatten(...args: Args<UnflattenOptions, ['dim', 'sizes']>): Tensor {
    return unflatten(this, ...args)
  }

  /** Without dimensions of size 1: all of them, or those named. */
  squeeze(...args: Args<SqueezeOptions, ['dim']>): Tensor {
    return squeeze(this, ...args)
  }

  /** With a dimension of size 1 in front of `dim`. */
  unsqueeze(...args: Args<UnsqueezeOptions, ['dim']>): Tensor {
    return unsqueeze(this, ...args)
  }

  /** Dimensions of size 1 repeated, without a copy; -1 keeps a size. */
  expand(...size: SizesNamed<'size'>): Tensor {
    return expand(this, listArgument(takesExpand, 'size', this, size))
  }

  /** Expanded to the shape of another tensor. */
  expandAs(other: Tensor, ...none: []): Tensor {
    takesTwo([this, other], none, 'expandAs')
    return expand(this, other.shape, 'expandAs')
  }

  /** Dimensions of size 1 repeated to fill a shape, without a copy. */
  broadcastTo(...size: SizesNamed<'size'>): Tensor {
    return expand(this, listArgument(takesBroadcastTo, 'size', this, size), 'broadcastTo')
  }

  /** Dimensions in another order. Shares storage. */
  permute(...dims: SizesNamed<'dims'>): Tensor {
    return permute(this, ...asOneArgument<readonly number[]>(dims))
  }

  /** Dimensions moved to other places; the others keep their order. Shares storage. */
  movedim(...args: Args<MovedimOptions, ['source', 'destination']>): Tensor {
    return movedim(this, ...args)
  }

  /** Two dimensions swapped. Shares storage. */
  transpose(...args: Args<TransposeOptions, ['dim0', 'dim1']>): Tensor {
    return transpose(this, ...args)
  }

  /** A matrix transposed. Shares storage. */
  t(...none: []): Tensor {
    return t(this, ...none)
  }

  /** All dimensions in reverse order: of a matrix, the transposed one. */
  get T(): Tensor {
    return permute(this, this.shape.map((_, d) => d).reverse())
  }

  /** A matrix transposed: all numbers here are real, and their own conjugates. */
  get H(): Tensor {
    if (this.ndim !== 2) throw new ShapeError(`H: expects a matrix, got ${showShape(this.shape)}; stacks have mH`)
    return transpose(this, 0, 1)
  }

  /** The last two dimensions swapped. */
  get mT(): Tensor {
    return lastTwoSwapped('mT', this)
  }

  /** The same as `mT`, as all numbers here are real. */
  get mH(): Tensor {
    return lastTwoSwapped('mH', this)
  }

  /** One index of a dimension, which goes away. Shares storage. */
  select(...args: Args<SelectOptions, ['dim', 'index']>): Tensor {
    return select(this, ...args)
  }

  /** `length` indices of a dimension from `start`. Shares storage. */
  narrow(...args: Args<NarrowOptions, ['dim', 'start', 'length']>): Tensor {
    return narrow(this, ...args)
  }

  /** Parts along a dimension: all of one size but for a smaller last one, or of the sizes listed. They share storage. */
  split(splitSize: number | readonly number[], ...args: SplitArgs): Tensor[] {
    return split(this, splitSize, ...args)
  }

  /** At most `chunks` parts along a dimension, all of one size but for a smaller last one. They share storage. */
  chunk(chunks: number, ...args: SplitArgs): Tensor[] {
    return chunk(this, chunks, ...args)
  }

  /** All parts of a dimension, without it. They share storage. */
  unbind(...args: SplitArgs): Tensor[] {
    return unbind(this, ...args)
  }

  // ---- elements in other places -----------------------------------------------------------------------------------

  /** A copy with the order of indices reversed along dimensions. */
  flip(...dims: SizesNamed<'dims'>): Tensor {
    return flip(this, ...asOneArgument<readonly number[]>(dims))
  }

  /**
   * A copy repeated along each dimension.
   *
   * @example
   * tensor([1, 2]).repeat(2, 2).toArray() // [[1, 2, 1, 2], [1, 2, 1, 2]]
   */
  repeat(...repeats: SizesNamed<'repeats'>): Tensor {
    return repeat(this, listArgument(takesRepeat, 'repeats', this, repeats))
  }

  /** A copy repeated along each dimension; the first dimensions may be left out. */
  tile(...dims: SizesNamed<'dims'>): Tensor {
    return tile(this, ...asOneArgument<readonly number[]>(dims))
  }

  /** The lower triangles of the matrices in the last two dimensions; zeros above. */
  tril(...args: TriangleArgs): Tensor {
    return tril(this, ...args)
  }

  /** The upper triangles of the matrices in the last two dimensions; zeros below. */
  triu(...args: TriangleArgs): Tensor {
    return triu(this, ...args)
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
  setAt_(indices: readonly Index[], value: Operand, ...none: []): this {
    setAt(this, indices, value, none)
    return this
  }

  /** A copy with the part that the indices name set to `value`, or with `value` added to it. */
  indexPut(...args: IndexPutArgs): Tensor {
    const copy = clone(this)
    indexPutInPlace('indexPut', copy, args)
    return copy
  }

  /** `setAt_` that can add: with `accumulate` an element that is named twice gets both values. */
  indexPut_(...args: IndexPutArgs): this {
    indexPutInPlace('indexPut_', this, args)
    return this
  }

  /** The rows (along dimension 0), one after another. */
  *[Symbol.iterator](): IterableIterator<Tensor> {
    if (this.ndim === 0) throw new ShapeError('a 0-d tensor cannot be iterated over')
    for (let i = 0; i < (this.shape[0] as number); i++) yield at(this, [i])
  }

  /** out[i][j] = x[index[i][j]][j] along dimension 0, and likewise along others. */
  gather(...args: Args<GatherOptions, ['dim', 'index']>): Tensor {
    return gather(this, ...args)
  }

  /** A copy with `src`, a tensor or a number, at the places of `index` along a dimension. */
  scatter(...args: ScatterArgs): Tensor {
    return scatter(this, ...args)
  }

  /**
   * Puts `src`, a tensor or a number, at the places of `index` along a dimension.
   *
   * @example
   * zeros([2, 3]).scatter_(1, tensor([[2], [0]]), 1).toArray() // [[0, 0, 1], [1, 0, 0]]
   */
  scatter_(...args: ScatterArgs): this {
    scatterInPlace(this, ...args)
    return this
  }

  /** A copy with `src` added at the places of `index` along a dimension. */
  scatterAdd(...args: ScatterAddArgs): Tensor {
    return scatterAdd(this, ...args)
  }

  scatterAdd_(...args: ScatterAddArgs): this {
    scatterAddInPlace(this, ...args)
    return this
  }

  /** The parts at the listed indices of a dimension, copied. */
  indexSelect(...args: Args<IndexAlongOptions, ['dim', 'index']>): Tensor {
    return indexSelect(this, ...args)
  }

  /** A copy with `value`, a number or a 0-d tensor, where the mask is true. */
  maskedFill(...args: MaskedFillArgs): Tensor {
    return maskedFill(this, ...args)
  }

  maskedFill_(...args: MaskedFillArgs): this {
    maskedFillInPlace(this, ...args)
    return this
  }

  /** The elements where the mask is true, one after another. */
  maskedSelect(mask: Tensor, ...none: []): Tensor {
    return maskedSelect(this, mask, ...none)
  }

  /** The indices of the elements that are not zero, shape [count, ndim]; as a tuple, a list for each dimension. */
  nonzero(options?: { asTuple?: false }): Tensor
  nonzero(options: { asTuple: true }): Tensor[]
  nonzero(...args: Args<NonzeroOptions>): Tensor | Tensor[] {
    return nonzero(this, ...args)
  }

  // ---- arithmetic -------------------------------------------------------------------------------------------------

  /** x + alpha · other. */
  add(other: Operand, ...args: Args<AlphaOptions>): Tensor {
    return addOrSub('add', this, other, alphaOf('add', this, other, args))
  }

  add_(other: Operand, ...args: Args<AlphaOptions>): this {
    addOrSubInPlace('add', this, other, alphaOf('add_', this, other, args))
    return this
  }

  /** x - alpha · other. */
  sub(other: Operand, ...args: Args<AlphaOptions>): Tensor {
    return addOrSub('sub', this, other, alphaOf('sub', this, other, args))
  }

  sub_(other: Operand, ...args: Args<AlphaOptions>): this {
    addOrSubInPlace('sub', this, other, alphaOf('sub_', this, other, args))
    return this
  }

  mul(other: Operand, ...none: []): Tensor {
    return binary('mul', this, other, none)
  }

  mul_(other: Operand, ...none: []): this {
    binaryInPlace('mul', this, other, none)
    return this
  }

  /** True division: of integers too it gives floating point. With a rounding mode, division to whole numbers. */
  div(other: Operand, ...args: Args<DivOptions>): Tensor {
    return divide(this, other, roundingModeOf('div', this, other, args))
  }

  div_(other: Operand, ...args: Args<DivOptions>): this {
    divideInPlace(this, other, roundingModeOf('div_', this, other, args))
    return this
  }

  /** Division rounded down. */
  floorDivide(other: Operand, ...none: []): Tensor {
    return floorDivided(this, other, none)
  }

  floorDivide_(other: Operand, ...none: []): this {
    floorDividedInPlace(this, other, none)
    return this
  }

  /** Python's `%`: the remainder has the divisor's sign. */
  remainder(other: Operand, ...none: []): Tensor {
    return binary('remainder', this, other, none)
  }

  remainder_(other: Operand, ...none: []): this {
    binaryInPlace('remainder', this, other, none)
    return this
  }

  /** C's `fmod`: the remainder has the dividend's sign. */
  fmod(other: Operand, ...none: []): Tensor {
    return binary('fmod', this, other, none)
  }

  fmod_(other: Operand, ...none: []): this {
    binaryInPlace('fmod', this, other, none)
    return this
  }

  pow(exponent: Operand, ...none: []): Tensor {
    return binary('pow', this, exponent, none)
  }

  pow_(exponent: Operand, ...none: []): this {
    binaryInPlace('pow', this, exponent, none)
    return this
  }

  /** The larger of each pair; NaN where either is. */
  maximum(other: Tensor, ...none: []): Tensor {
    return binary('maximum', this, other, none)
  }

  /** The smaller of each pair; NaN where either is. */
  minimum(other: Tensor, ...none: []): Tensor {
    return binary('minimum', this, other, none)
  }

  /** The elements brought between two bounds, numbers or tensors; null for none. */
  clamp(...args: Args<ClampOptions, ['min', 'max']>): Tensor {
    return clamp(this, ...args)
  }

  clamp_(...args: Args<ClampOptions, ['min', 'max']>): this {
    clampInPlace(this, ...args)
    return this
  }

  /** max(x, min). */
  clampMin(min: Operand, ...none: []): Tensor {
    return clampMin(this, min, ...none)
  }

  clampMin_(min: Operand, ...none: []): this {
    clampMinInPlace(this, min, ...none)
    return this
  }

  /** min(x, max). */
  clampMax(max: Operand, ...none: []): Tensor {
    return clampMax(this, max, ...none)
  }

  clampMax_(max: Operand, ...none: []): this {
    clampMaxInPlace(this, max, ...none)
    return this
  }

  /** x + weight · (end - x). */
  lerp(end: Tensor, weight: Tensor | number, ...none: []): Tensor {
    return lerp(this, end, weight, ...none)
  }

  lerp_(end: Tensor, weight: Tensor | number, ...none: []): this {
    lerpInPlace(this, end, weight, ...none)
    return this
  }

  /** x + value · tensor1 · tensor2. */
  addcmul(tensor1: Tensor, tensor2: Tensor, ...args: Args<AddcOptions>): Tensor {
    return addcmul(this, tensor1, tensor2, ...args)
  }

  addcmul_(tensor1: Tensor, tensor2: Tensor, ...args: Args<AddcOptions>): this {
    addcmulInPlace(this, tensor1, tensor2, ...args)
    return this
  }

  /** x + value · tensor1 / tensor2. */
  addcdiv(tensor1: Tensor, tensor2: Tensor, ...args: Args<AddcOptions>): Tensor {
    return addcdiv(this, tensor1, tensor2, ...args)
  }

  addcdiv_(tensor1: Tensor, tensor2: Tensor, ...args: Args<AddcOptions>): this {
    addcdivInPlace(this, tensor1, tensor2, ...args)
    return this
  }

  /** The matrix product. */
  matmul(other: Tensor, ...none: []): Tensor {
    return matmul(this, other, ...none)
  }

  /** The product of two matrices. */
  mm(mat2: Tensor, ...none: []): Tensor {
    return mm(this, mat2, ...none)
  }

  /** The products of two stacks of matrices, pair by pair. */
  bmm(mat2: Tensor, ...none: []): Tensor {
    return bmm(this, mat2, ...none)
  }

  /** The product of a matrix and a vector. */
  mv(vec: Tensor, ...none: []): Tensor {
    return mv(this, vec, ...none)
  }

  /** The dot product of two vectors. */
  dot(tensor: Tensor, ...none: []): Tensor {
    return dot(this, tensor, ...none)
  }

  /** beta · x + alpha · (A B), for matrices. */
  addmm(mat1: Tensor, mat2: Tensor, ...args: Args<AddProductOptions>): Tensor {
    return addmm(this, mat1, mat2, ...args)
  }

  /** beta · x + alpha · (A v), for a matrix and a vector. */
  addmv(mat: Tensor, vec: Tensor, ...args: Args<AddProductOptions>): Tensor {
    return addmv(this, mat, vec, ...args)
  }

  /** beta · x + alpha · Σᵢ (Aᵢ Bᵢ), for stacks of matrices. */
  addbmm(batch1: Tensor, batch2: Tensor, ...args: Args<AddProductOptions>): Tensor {
    return addbmm(this, batch1, batch2, ...args)
  }

  /** beta · xᵢ + alpha · (Aᵢ Bᵢ), for stacks of matrices, pair by pair. */
  baddbmm(batch1: Tensor, batch2: Tensor, ...args: Args<AddProductOptions>): Tensor {
    return baddbmm(this, batch1, batch2, ...args)
  }

  /** beta · x + alpha · (v wᵀ), for vectors. */
  addr(vec1: Tensor, vec2: Tensor, ...args: Args<AddProductOptions>): Tensor {
    return addr(this, vec1, vec2, ...args)
  }

  // ---- comparison and logic ---------------------------------------------------------------------------------------

  /** Whether the other tensor has the same shape and elements. */
  equal(other: Tensor, ...none: []): boolean {
    return equal(this, other, ...none)
  }

  eq(other: Operand, ...none: []): Tensor {
    return binary('eq', this, other, none)
  }

  ne(other: Operand, ...none: []): Tensor {
    return binary('ne', this, other, none)
  }

  lt(other: Operand, ...none: []): Tensor {
    return binary('lt', this, other, none)
  }

  le(other: Operand, ...none: []): Tensor {
    return binary('le', this, other, none)
  }

  gt(other: Operand, ...none: []): Tensor {
    return binary('gt', this, other, none)
  }

  ge(other: Operand, ...none: []): Tensor {
    return binary('ge', this, other, none)
  }

  logicalAnd(other: Tensor, ...none: []): Tensor {
    return binary('logicalAnd', this, other, none)
  }

  logicalOr(other: Tensor, ...none: []): Tensor {
    return binary('logicalOr', this, other, none)
  }

  logicalXor(other: Tensor, ...none: []): Tensor {
    return binary('logicalXor', this, other, none)
  }

  logicalNot(...none: []): Tensor {
    return unary('logicalNot', this, none)
  }

  isnan(...none: []): Tensor {
    return unary('isnan', this, none)
  }

  isinf(...none: []): Tensor {
    return unary('isinf', this, none)
  }

  isfinite(...none: []): Tensor {
    return unary('isfinite', this, none)
  }

  // ---- functions of one element -----------------------------------------------------------------------------------

  /** -x. */
  neg(...none: []): Tensor {
    return unary('neg', this, none)
  }

  neg_(...none: []): this {
    unaryInPlace('neg', this, none)
    return this
  }

  /** |x|. */
  abs(...none: []): Tensor {
    return unary('abs', this, none)
  }

  abs_(...none: []): this {
    unaryInPlace('abs', this, none)
    return this
  }

  /** -1, 0 or 1. */
  sign(...none: []): Tensor {
    return unary('sign', this, none)
  }

  sign_(...none: []): this {
    unaryInPlace('sign', this, none)
    return this
  }

  /** eˣ. */
  exp(...none: []): Tensor {
    return unary('exp', this, none)
  }

  exp_(...none: []): this {
    unaryInPlace('exp', this, none)
    return this
  }

  /** The natural logarithm. */
  log(...none: []): Tensor {
    return unary('log', this, none)
  }

  log_(...none: []): this {
    unaryInPlace('log', this, none)
    return this
  }

  /** The logarithm to base 2. */
  log2(...none: []): Tensor {
    return unary('log2', this, none)
  }

  log2_(...none: []): this {
    unaryInPlace('log2', this, none)
    return this
  }

  /** The logarithm to base 10. */
  log10(...none: []): Tensor {
    return unary('log10', this, none)
  }

  log10_(...none: []): this {
    unaryInPlace('log10', this, none)
    return this
  }

  /** √x. */
  sqrt(...none: []): Tensor {
    return unary('sqrt', this, none)
  }

  sqrt_(...none: []): this {
    unaryInPlace('sqrt', this, none)
    return this
  }

  /** 1/√x. */
  rsqrt(...none: []): Tensor {
    return unary('rsqrt', this, none)
  }

  rsqrt_(...none: []): this {
    unaryInPlace('rsqrt', this, none)
    return this
  }

  /** 1/x. */
  reciprocal(...none: []): Tensor {
    return unary('reciprocal', this, none)
  }

  reciprocal_(...none: []): this {
    unaryInPlace('reciprocal', this, none)
    return this
  }

  /** x². */
  square(...none: []): Tensor {
    return unary('square', this, none)
  }

  square_(...none: []): this {
    unaryInPlace('square', this, none)
    return this
  }

  /** The hyperbolic tangent. */
  tanh(...none: []): Tensor {
    return unary('tanh', this, none)
  }

  tanh_(...none: []): this {
    unaryInPlace('tanh', this, none)
    return this
  }

  /** 1 / (1 + e⁻ˣ). */
  sigmoid(...none: []): Tensor {
    return unary('sigmoid', this, none)
  }

  sigmoid_(...none: []): this {
    unaryInPlace('sigmoid', this, none)
    return this
  }

  /** max(x, 0). */
  relu(...none: []): Tensor {
    return unary('relu', this, none)
  }

  relu_(...none: []): this {
    unaryInPlace('relu', this, none)
    return this
  }

  /** Rounded down. */
  floor(...none: []): Tensor {
    return unary('floor', this, none)
  }

  floor_(...none: []): this {
    unaryInPlace('floor', this, none)
    return this
  }

  /** Rounded up. */
  ceil(...none: []): Tensor {
    return unary('ceil', this, none)
  }

  ceil_(...none: []): this {
    unaryInPlace('ceil', this, none)
    return this
  }

  /** Rounded towards 0. */
  trunc(...none: []): Tensor {
    return unary('trunc', this, none)
  }

  trunc_(...none: []): this {
    unaryInPlace('trunc', this, none)
    return this
  }

  /** What `trunc` cuts off. */
  frac(...none: []): Tensor {
    return unary('frac', this, none)
  }

  frac_(...none: []): this {
    unaryInPlace('frac', this, none)
    return this
  }

  /** Rounded to the nearest integer, ties to even; with `decimals`, to that many digits behind the point. */
  round(...args: Args<RoundOptions>): Tensor {
    return round(this, ...args)
  }

  round_(...args: Args<RoundOptions>): this {
    roundInPlace(this, ...args)
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
  prod(...args: ProdArgs): Tensor {
    return prod(this, ...args)
  }

  /** The variance over dimensions, or of all elements; unbiased unless `correction` is 0. */
  var(...args: VarianceArgs): Tensor {
    return variance(this, ...args)
  }

  /** The standard deviation: the root of `var`. */
  std(...args: VarianceArgs): Tensor {
    return std(this, ...args)
  }

  /**
   * The largest element; with a dimension, the largest along it and their indices, the first on ties; with another
   * tensor, the larger of each pair.
   */
  max(): Tensor
  max(other: Tensor): Tensor
  max(...args: PickArgs): Picked
  max(...args: readonly unknown[]): Tensor | Picked {
    return extreme('max', this, args)
  }

  /**
   * The smallest element; with a dimension, the smallest along it and their indices, the first on ties; with another
   * tensor, the smaller of each pair.
   */
  min(): Tensor
  min(other: Tensor): Tensor
  min(...args: PickArgs): Picked
  min(...args: readonly unknown[]): Tensor | Picked {
    return extreme('min', this, args)
  }

  /** The median; with a dimension, the medians along it and their indices. Of two in the middle, the lower one. */
  median(): Tensor
  median(...args: PickArgs): Picked
  median(...args: readonly unknown[]): Tensor | Picked {
    return medianOf(this, args)
  }

  /** The largest over dimensions; the gradient is shared evenly on ties. */
  amax(...args: ReductionArgs<ReductionOptions>): Tensor {
    return amax(this, ...args)
  }

  /** The smallest over dimensions; the gradient is shared evenly on ties. */
  amin(...args: ReductionArgs<ReductionOptions>): Tensor {
    return amin(this, ...args)
  }

  /** Where the largest element is: along a dimension, or in row-major order. The first on ties. */
  argmax(...args: Args<ArgExtremeOptions, ['dim', 'keepdim']>): Tensor {
    return argmax(this, ...args)
  }

  /** Where the smallest element is: along a dimension, or in row-major order. The first on ties. */
  argmin(...args: Args<ArgExtremeOptions, ['dim', 'keepdim']>): Tensor {
    return argmin(this, ...args)
  }

  /** True where all elements are not zero. */
  all(...args: ReductionArgs<ReductionOptions>): Tensor {
    return all(this, ...args)
  }

  /** True where any element is not zero. */
  any(...args: ReductionArgs<ReductionOptions>): Tensor {
    return any(this, ...args)
  }

  /** ln Σ exp x over dimensions, without overflow. */
  logsumexp(...args: Args<LogsumexpOptions, ['dim', 'keepdim']>): Tensor {
    return logsumexp(this, ...args)
  }

  /**
   * The norm over dimensions, or of all elements: the Euclidean one, or that of order p. The function `norm` has the nuclear
   * one too.
   */
  norm(...args: NormArgs): Tensor {
    return simpleNorm(this, args)
  }

  /** exp(xᵢ) / Σⱼ exp(xⱼ) along a dimension. */
  softmax(...args: SoftmaxArgs): Tensor {
    return softmax(this, ...args)
  }

  /** xᵢ - log Σⱼ exp(xⱼ) along a dimension. */
  logSoftmax(...args: SoftmaxArgs): Tensor {
    return logSoftmax(this, ...args)
  }

  // ---- scans and order --------------------------------------------------------------------------------------------

  /** The sum of the elements up to each, along a dimension. */
  cumsum(...args: ScanArgs): Tensor {
    return cumsum(this, ...args)
  }

  /** The product of the elements up to each, along a dimension. */
  cumprod(...args: ScanArgs): Tensor {
    return cumprod(this, ...args)
  }

  /** The elements in order along a dimension, and where each was. Equal elements keep their order. */
  sort(...args: SortArgs): Picked {
    return sort(this, ...args)
  }

  /** The indices that sort a dimension. */
  argsort(...args: SortArgs): Tensor {
    return argsort(this, ...args)
  }

  /**
   * The k largest elements along a dimension, and where they were.
   *
   * @example
   * tensor([[1, 9, 4]]).topk(2, 1).indices.toArray() // [[1, 2]]
   */
  topk(k: number, ...args: TopkArgs): Picked {
    return topk(this, k, ...args)
  }

  // ---- in place ---------------------------------------------------------------------------------------------------

  /** Every element becomes that of `src`, broadcast and converted. */
  copy_(src: Operand, ...none: []): this {
    copyInPlace(this, src, none)
    return this
  }

  /** Every element becomes `value`, a number or a 0-d tensor, to which the gradients flow. */
  fill_(value: Operand, ...none: []): this {
    fillInPlace(this, value, none)
    return this
  }

  /** Every element becomes 0. */
  zero_(...none: []): this {
    zeroInPlace(this, none)
    return this
  }

  /** Filled from the uniform distribution on [from, to). */
  uniform_(...args: Args<UniformOptions, ['from', 'to']>): this {
    const { from = 0, to = 1, ...options } = takesUniform([this], args)
    uniformInPlace(this, from, to, options)
    return this
  }
}

function lastTwoSwapped(name: string, x: Tensor): Tensor {
  if (x.ndim < 2) throw new ShapeError(`${name}: expects at least 2 dimensions, got ${showShape(x.shape)}`)
  return transpose(x, -2, -1)
}

const takesData = signature('data', { value: kinds.tensor })

function setData(x: Tensor, data: Tensor): void {
  takesData([data], [])
  const { requiresGrad } = x
  const fits = sameShape(x.shape, data.shape) && x.dtype === data.dtype
  if (!fits && !x.isLeaf)
    throw new AutogradError(`data: ${show(data)} cannot take the place of ${show(x)} in its graph`)
  const { storage, shape, strides, offset } = keep(data)
  // To everybody else a tensor's place in memory is fixed.
  Object.assign(x, { storage, shape, strides, offset, base: null })
  if (fits) return
  x.graph = null
  if (requiresGrad) x.requiresGrad_()
}

/** The number that an operator of JavaScript computes with. */
function numberFor(x: Tensor): number {
  if (x.numel() === 1) return x.item()
  throw new TypeError(
    `${show(x)} is no number: JavaScript's operators do not compute with tensors, write a.add(b), a.mul(2), a.gt(0), and String(a) for text`,
  )
}
