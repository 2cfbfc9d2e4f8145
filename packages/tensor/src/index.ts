export { type DType, dtypes, getDefaultDtype, isFloatingPoint, setDefaultDtype, type TypedArray } from './core/dtype'
export { AutogradError, DTypeError, IndexError, ShapeError } from './core/errors'
export {
  type Autograd,
  type BackwardOptions,
  type GraphNode,
  type GraphSlot,
  type RemovableHandle,
  registerAutograd,
} from './core/graph'
export { apply, applyInPlace, Context, type Gradients, nodeName, type Op, type RecordedOp } from './core/op'
export { promoteTypes, resultType } from './core/promotion'
export {
  broadcastShapes,
  contiguousStrides,
  isContiguous,
  numelOf,
  type Shape,
  sameShape,
  showShape,
} from './core/shape'
export { jsKernels } from './kernels/js/index'
export type { AdamSettings, Kernels, NllSettings, SgdSettings } from './kernels/kernels'
export type { Strided } from './kernels/strided'
export { type Backend, getBackend, jsBackend, setBackend } from './memory/backend'
export { closeScope, keep, openScope, outsideScopes, type Scope, scope } from './memory/scope'
export { Storage, type StorageHome } from './memory/storage'
export {
  arange,
  empty,
  emptyLike,
  eye,
  full,
  fullLike,
  linspace,
  type NestedArray,
  ones,
  onesLike,
  type TensorOptions,
  tensor,
  zeros,
  zerosLike,
} from './ops/creation'
export { gatherBytes } from './ops/gather-bytes'
export { type Index, type Slice, slice } from './ops/indexing'
export { cat, stack } from './ops/joining'
export { linear, matmul } from './ops/matmul'
export { nllLoss, type Reduction } from './ops/nll-loss'
export { nonzero } from './ops/nonzero'
export { type AdamState, adamStep_, sgdStep_ } from './ops/optimizer-steps'
export {
  bernoulli,
  multinomial,
  normal,
  type RandomOptions,
  rand,
  randint,
  randintLike,
  randLike,
  randn,
  randnLike,
  randperm,
} from './ops/random'
export type { Dims, ReductionOptions, VarianceOptions } from './ops/reduction'
export type { SoftmaxOptions } from './ops/softmax'
export { asStrided, type Geometry } from './ops/view'
export { where } from './ops/where'
export { defaultGenerator, Generator, initialSeed, manualSeed, type Seed, seed } from './random/index'
export { type Operand, type Sizes, Tensor } from './tensor'
