export type { Copy } from './core/copies'
export { type DType, dtypes, type TypedArray } from './core/dtype'
export { getDefaultDtype, isFloatingPoint, promoteTypes, resultType, setDefaultDtype } from './core/dtype-functions'
export { AutogradError, DTypeError, IndexError, ShapeError } from './core/errors'
export type { SizesAnd, Tensors, TensorsAnd } from './core/gathered'
export {
  type Autograd,
  type BackwardOptions,
  type GraphNode,
  type GraphOptions,
  type GraphSlot,
  type RemovableHandle,
  registerAutograd,
} from './core/graph'
export type { Kind } from './core/kinds'
export * as kinds from './core/kinds'
export { Mode, takesFunction } from './core/mode'
export { apply, applyInPlace, Context, type Gradients, nameStep, type Op, type RecordedOp } from './core/op'
export {
  broadcastShapes,
  contiguousStrides,
  isContiguous,
  normalizeDim,
  numelOf,
  type Shape,
  sameShape,
  showShape,
} from './core/shape'
export { show } from './core/show'
export { type Args, type Signature, signature } from './core/signature'
export type { ConvolutionGeometry } from './kernels/convolution-geometry'
export type { ActivationName, ActivationSettings } from './kernels/js/activation'
export { jsKernels } from './kernels/js/index'
export type {
  AdamSettings,
  AdamUpdate,
  ExtraKernels,
  Kernels,
  NllSettings,
  SgdSettings,
  SgdUpdate,
} from './kernels/kernels'
export type { Strided } from './kernels/strided'
export type { Windows } from './kernels/windows'
export * as linalg from './linalg'
export * as portableMath from './math/index'
export { type Backend, getBackend, jsBackend, setBackend } from './memory/backend'
export { extraKernelsInUse } from './memory/extra-kernels'
export { closeScope, keep, openScope, outsideScopes, outsideScopesNow, type Scope, scope } from './memory/scope'
export { Storage, type StorageHome } from './memory/storage'
export { activate, activateBackward } from './ops/activation'
export { adamStep_ } from './ops/adam-step'
export { type AddProductOptions, addbmm, addmm, addmv, baddbmm } from './ops/add-products'
export { type AddcOptions, addcdiv, addcmul } from './ops/addcmul'
export { all, any } from './ops/all-any'
export { argmax, argmin } from './ops/arg-extremes'
export {
  type AlphaOptions,
  add,
  type DivOptions,
  div,
  floorDivide,
  fmod,
  mul,
  pow,
  reciprocal,
  remainder,
  rsqrt,
  rsub,
  sqrt,
  square,
  sub,
} from './ops/arithmetic'
export { atleast1d, atleast2d, atleast3d } from './ops/atleast'
export type { RoundingMode } from './ops/binary'
export { type BincountOptions, bincount } from './ops/bincount'
export { blockDiag } from './ops/block-diag'
export { broadcastTensors, broadcastTo } from './ops/broadcast'
export { clamp, clampMax, clampMin } from './ops/clamp'
export {
  eq,
  fmax,
  fmin,
  ge,
  gt,
  isfinite,
  isinf,
  isnan,
  isneginf,
  isposinf,
  le,
  logicalAnd,
  logicalNot,
  logicalOr,
  logicalXor,
  lt,
  maximum,
  minimum,
  ne,
} from './ops/comparison'
export { convolution, convolutionTranspose } from './ops/convolution'
export type { MemoryFormat } from './ops/copy'
export { type CountNonzeroOptions, countNonzero } from './ops/count-nonzero'
export {
  empty,
  emptyLike,
  full,
  fullLike,
  type NestedArray,
  ones,
  onesLike,
  type TensorOptions,
  tensor,
  zeros,
  zerosLike,
} from './ops/creation'
export { type CrossOptions, cross } from './ops/cross'
export { type CumulativeExtremeOptions, cummax, cummin } from './ops/cumulative-extremes'
export {
  type DiagOptions,
  type DiagonalOptions,
  diag,
  diagEmbed,
  diagflat,
  diagonal,
  type OffsetOptions,
  trace,
} from './ops/diagonal'
export { type DiffOptions, diff } from './ops/diff'
export { cdist, type DistanceOptions, dist } from './ops/distance'
export { einsum } from './ops/einsum'
export { equal } from './ops/equal'
export {
  exp,
  exp2,
  expm1,
  type LogitOptions,
  log,
  log1p,
  log2,
  log10,
  logaddexp,
  logaddexp2,
  logit,
  sigmoid,
  xlogy,
} from './ops/exponentials'
export { type AminmaxOptions, amax, amin, aminmax, max, min } from './ops/extremes'
export { flip, fliplr, flipud } from './ops/flip'
export { gather } from './ops/gather'
export { gatherBytes } from './ops/gather-bytes'
export { type IndexAddOptions, indexAdd, indexCopy, indexFill, indexSelect } from './ops/index-along'
export { type Index, type IndexPutOptions, type Slice, slice } from './ops/indexing'
export { allclose, type IscloseOptions, isclose } from './ops/isclose'
export { cat, type JoinOptions, stack } from './ops/joining'
export { kron } from './ops/kron'
export { type KthvalueOptions, kthvalue } from './ops/kthvalue'
export { lerp } from './ops/lerp'
export { type LogcumsumexpOptions, logcumsumexp } from './ops/logcumsumexp'
export { logsumexp } from './ops/logsumexp'
export { maskedScatter, maskedSelect } from './ops/masked'
export { linear, matmul } from './ops/matmul'
export { bmm, dot, mm, mv, vdot } from './ops/matrix-products'
export { median } from './ops/median'
export { cartesianProd, type MeshgridOptions, meshgrid } from './ops/meshgrid'
export { nanmean, nansum } from './ops/nan-reductions'
export { type NanToNumOptions, nanToNum } from './ops/nan-to-num'
export { nllLoss, type Reduction } from './ops/nll-loss'
export { argwhere, nonzero } from './ops/nonzero'
export { norm } from './ops/norm'
export { addr, outer } from './ops/outer'
export { narrow, select } from './ops/part'
export type { Picked } from './ops/pick'
export { poolMax, poolMean } from './ops/pooling'
export { prod } from './ops/prod'
export {
  type BernoulliInPlaceOptions,
  type BernoulliOptions,
  bernoulli,
  bernoulli_,
  type DrawOptions,
  type MultinomialOptions,
  multinomial,
  type NormalInPlaceOptions,
  type NormalOptions,
  normal,
  normal_,
  type RandomOptions,
  rand,
  randint,
  randintLike,
  randLike,
  randn,
  randnLike,
  randperm,
} from './ops/random'
export type { Dims, ReductionOptions, SumOptions } from './ops/reduction'
export { tile } from './ops/repeat'
export { type RepeatInterleaveOptions, repeatInterleave } from './ops/repeat-interleave'
export { type RollOptions, roll } from './ops/roll'
export { type Rot90Options, rot90 } from './ops/rot90'
export { ceil, floor, frac, round, trunc } from './ops/rounding'
export { cumprod, cumsum, type ScanOptions } from './ops/scan'
export { type ScatterOptions, scatter, scatterAdd } from './ops/scatter'
export { type ScatterReduceOptions, type ScatterReduction, scatterReduce } from './ops/scatter-reduce'
export {
  type BucketizeOptions,
  bucketize,
  type SearchsortedOptions,
  searchsorted,
} from './ops/searchsorted'
export {
  type ArangeOptions,
  arange,
  type EyeOptions,
  eye,
  type LogspaceOptions,
  linspace,
  logspace,
} from './ops/sequences'
export { sgdStep_ } from './ops/sgd-step'
export { abs, copysign, heaviside, neg, positive, sgn, sign, signbit } from './ops/signs'
export { logSoftmax, type SoftmaxOptions, softmax } from './ops/softmax'
export { argsort, msort, type SortOptions, sort } from './ops/sort'
export { digamma, erf, erfc, erfinv, lgamma, polygamma, zeta } from './ops/special'
export { chunk, split, tensorSplit, unbind } from './ops/splitting'
export { columnStack, dstack, hstack, vstack } from './ops/stacking'
export { mean, sum } from './ops/sum'
export { type TakeAlongDimOptions, take, takeAlongDim } from './ops/take'
export type { TensorData } from './ops/tensor-data'
export { type ContractedDims, inner, type TensordotOptions, tensordot } from './ops/tensordot'
export { type TopkOptions, topk } from './ops/topk'
export {
  fromTransferable,
  type TensorMessage,
  type ToTransferableOptions,
  type TransferableTensor,
  toTransferable,
} from './ops/transferable'
export { type TrapezoidOptions, trapezoid } from './ops/trapezoid'
export { tril, triu } from './ops/triangular'
export {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cos,
  cosh,
  deg2rad,
  hypot,
  rad2deg,
  sin,
  sinc,
  sinh,
  tan,
  tanh,
} from './ops/trigonometry'
export { unfold } from './ops/unfold'
export { type Unique, type UniqueOptions, unique } from './ops/unique'
export { std, stdMean, type VarianceOptions, variance as var, varMean } from './ops/variance'
export type { NormOptions } from './ops/vector-norm'
export {
  asStrided,
  flatten,
  type Geometry,
  movedim,
  permute,
  ravel,
  reshape,
  squeeze,
  t,
  transpose,
  unflatten,
  unsqueeze,
} from './ops/view'
export { where } from './ops/where'
export {
  getPrintoptions,
  type PrintOptions,
  type PrintOptionsChange,
  type PrintProfile,
  printoptions,
  setPrintoptions,
} from './print/index'
export { defaultGenerator, Generator, initialSeed, manualSeed, type Seed, seed } from './random/index'
export { type Operand, type Sizes, Tensor } from './tensor'
