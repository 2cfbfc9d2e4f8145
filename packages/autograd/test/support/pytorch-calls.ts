import {
  arange,
  cat,
  type DType,
  eye,
  fullLike,
  type Index,
  linear,
  linspace,
  nllLoss,
  nonzero,
  ones,
  onesLike,
  type ReductionOptions,
  type RoundingMode,
  type Slice,
  stack,
  Tensor,
  type TensorOptions,
  type VarianceOptions,
  where,
  zeros,
  zerosLike,
} from '@nn/tensor'
import type { Call } from '@nn/testing'

type Options<T = object> = T & { readonly dtype?: DType }
type DimOptions = ReductionOptions & { readonly dim?: number | readonly number[] | null }

/** Python's `x[...]`: one index or several; the fixtures write lists and tuples alike. */
type PythonIndex = number | '...' | Slice | Tensor | null | readonly number[]

function indices(index: PythonIndex | readonly PythonIndex[]): Index[] {
  const isTuple = Array.isArray(index) && index.some((part) => typeof part !== 'number')
  return (isTuple ? index : [index]) as Index[]
}

const values = ({ values, indices }: { values: Tensor; indices: Tensor }): Tensor[] => [values, indices]

/** `max` and `min` have three forms: of all elements, along a dimension, and of two tensors. */
function extreme(name: 'max' | 'min'): Call<Tensor> {
  return (x: Tensor, other?: number | Tensor, keepdim?: boolean) => {
    if (other === undefined) return x[name]()
    if (other instanceof Tensor) return x[name === 'max' ? 'maximum' : 'minimum'](other)
    return values(x[name](other, { keepdim: keepdim ?? false }))
  }
}

type Variance = Options<VarianceOptions & { dim?: number | readonly number[] | null; unbiased?: boolean }>

/** `var` and `std` take `correction`, or the older `unbiased`, which may stand alone. */
function spread(name: 'var' | 'std'): Call<Tensor> {
  return (x: Tensor, first: boolean | Variance = {}) => {
    const options = typeof first === 'boolean' ? { unbiased: first } : first
    const { dim, unbiased, keepdim } = options as Variance
    const correction = (unbiased === undefined ? (options as Variance).correction : Number(unbiased)) ?? 1
    return x[name](dim, { correction, keepdim: keepdim ?? false })
  }
}

const reduced =
  (name: 'sum' | 'mean' | 'amax' | 'amin' | 'all' | 'any'): Call<Tensor> =>
  (x: Tensor, ...rest: (readonly number[] | DimOptions)[]) => {
    const { dim, ...options } = (Array.isArray(rest.at(-1)) ? {} : (rest.pop() ?? {})) as DimOptions
    return x[name]((rest[0] as readonly number[] | undefined) ?? dim, options)
  }

const argReduced =
  (name: 'argmax' | 'argmin'): Call<Tensor> =>
  (x: Tensor, { dim, ...options }: ReductionOptions & { dim?: number } = {}) =>
    x[name](dim, options)

/** PyTorch takes booleans where it wants numbers. */
const addOrSub =
  (name: 'add' | 'sub'): Call<Tensor> =>
  (x: Tensor, other: Tensor, { alpha = 1 }: { alpha?: number | boolean } = {}) =>
    x[name](other, { alpha: Number(alpha) })

/** A number that some samples give as a 0-d tensor. */
const numberOf = (value: number | boolean | Tensor): number => (value instanceof Tensor ? value.item() : Number(value))

type Unary = { [Name in keyof Tensor]: Tensor[Name] extends () => Tensor ? Name : never }[keyof Tensor]
const unary =
  (name: Unary): Call<Tensor> =>
  (x: Tensor) =>
    x[name]()

type Binary = { [Name in keyof Tensor]: Tensor[Name] extends (other: Tensor) => Tensor ? Name : never }[keyof Tensor]
const binary =
  (name: Binary): Call<Tensor> =>
  (x: Tensor, other: Tensor) =>
    x[name](other)

type Nll = { weight?: Tensor; reduction?: 'none' | 'mean' | 'sum'; ignore_index?: number }

/** Our call for each of PyTorch's, by the name that the fixtures have for it. */
export const pytorchCalls: Readonly<Record<string, Call<Tensor>>> = {
  __getitem__: (x: Tensor, index: PythonIndex) => x.at(...indices(index)),
  __radd__: binary('add'),
  __rmatmul__: (x: Tensor, other: Tensor) => other.matmul(x),
  __rmul__: binary('mul'),
  abs: unary('abs'),
  add: addOrSub('add'),
  all: reduced('all'),
  amax: reduced('amax'),
  amin: reduced('amin'),
  any: reduced('any'),
  arange: (start: number | boolean, ...rest: (number | boolean | Options<{ end?: number }>)[]) => {
    const { end, ...options } = (typeof rest.at(-1) === 'object' ? rest.pop() : {}) as Options<{ end?: number }>
    const [stop, step = 1] = rest
    return arange(Number(start), end ?? (stop === undefined ? undefined : Number(stop)), Number(step), options)
  },
  argmax: argReduced('argmax'),
  argmin: argReduced('argmin'),
  argwhere: (x: Tensor) => nonzero(x),
  atan2: binary('atan2'),
  bmm: binary('matmul'),
  broadcast_to: (x: Tensor, shape: number[]) => x.expand(shape),
  cat: (tensors: Tensor[], dim: number | { dim?: number } = 0) => cat(tensors, typeof dim === 'number' ? dim : dim.dim),
  ceil: unary('ceil'),
  clone: unary('clone'),
  contiguous: unary('contiguous'),
  cos: unary('cos'),
  div: (x: Tensor, other: Tensor, { rounding_mode = null }: { rounding_mode?: RoundingMode } = {}) =>
    x.div(other, { roundingMode: rounding_mode }),
  dot: binary('matmul'),
  eq: binary('eq'),
  exp: unary('exp'),
  expand: (x: Tensor, shape: number[]) => x.expand(shape),
  expand_as: binary('expandAs'),
  expm1: unary('expm1'),
  eye: (n: number, ...rest: (number | TensorOptions)[]) => {
    const options = (typeof rest.at(-1) === 'object' ? rest.pop() : {}) as TensorOptions & { requires_grad?: boolean }
    const { requires_grad: requiresGrad = false, ...others } = options
    const [m = n] = rest as number[]
    return eye(n, { m, requiresGrad, ...others })
  },
  flatten: (x: Tensor, { start_dim = 0, end_dim = -1 }: { start_dim?: number; end_dim?: number } = {}) =>
    x.flatten(start_dim, end_dim),
  floor: unary('floor'),
  floor_divide: binary('floorDivide'),
  fmod: binary('fmod'),
  full_like: (x: Tensor, value: number, options?: Options) => fullLike(x, value, options),
  gather: (x: Tensor, dim: number, index: Tensor) => x.gather(dim, index),
  ge: binary('ge'),
  gt: binary('gt'),
  index_put: (x: Tensor, places: Tensor[], source: Tensor, { accumulate }: { accumulate: boolean }) =>
    x.indexPut(places, source, { accumulate }),
  isfinite: unary('isfinite'),
  isinf: unary('isinf'),
  isnan: unary('isnan'),
  le: binary('le'),
  linspace: (start: number | Tensor, end: number | Tensor, steps: number, options?: Options) =>
    linspace(numberOf(start), numberOf(end), steps, options),
  log: unary('log'),
  log10: unary('log10'),
  log1p: unary('log1p'),
  log2: unary('log2'),
  log_softmax: (x: Tensor, dim: number) => x.logSoftmax(dim),
  logical_and: binary('logicalAnd'),
  logical_not: unary('logicalNot'),
  logical_or: binary('logicalOr'),
  logical_xor: binary('logicalXor'),
  lt: binary('lt'),
  masked_fill: (x: Tensor, mask: Tensor, value: number) => x.maskedFill(mask, value),
  matmul: binary('matmul'),
  max: extreme('max'),
  maximum: binary('maximum'),
  mean: reduced('mean'),
  min: extreme('min'),
  minimum: binary('minimum'),
  mm: binary('matmul'),
  mul: binary('mul'),
  mv: binary('matmul'),
  narrow: (x: Tensor, dim: number, start: number | Tensor, length: number) => x.narrow(dim, numberOf(start), length),
  ne: binary('ne'),
  neg: unary('neg'),
  'nn.functional.linear': (x: Tensor, weight: Tensor, bias?: Tensor | null) => linear(x, weight, bias),
  'nn.functional.nll_loss': (x: Tensor, target: Tensor, { weight, reduction, ignore_index }: Nll) =>
    nllLoss(x, target, weight ?? null, { reduction: reduction ?? 'mean', ignoreIndex: ignore_index ?? -100 }),
  'nn.functional.relu': unary('relu'),
  nonzero: (x: Tensor, { as_tuple: asTuple }: { as_tuple: boolean }) => {
    if (!asTuple) return nonzero(x)
    const places = nonzero(x.ndim === 0 ? x.view(1) : x)
    return Array.from({ length: places.shape[1] as number }, (_, d) => places.at(':', d))
  },
  ones: (shape: number[], options?: Options) => ones(shape, options),
  ones_like: (x: Tensor, options?: Options) => onesLike(x, options),
  permute: (x: Tensor, dims: number[]) => x.permute(dims),
  pow: binary('pow'),
  prod: (x: Tensor, ...rest: (number | boolean | ReductionOptions)[]) => {
    const options = (typeof rest.at(-1) === 'object' ? rest.pop() : {}) as ReductionOptions
    return x.prod((rest[0] as number | undefined) ?? null, options)
  },
  reciprocal: unary('reciprocal'),
  remainder: binary('remainder'),
  reshape: (x: Tensor, shape: number[]) => x.reshape(shape),
  reshape_as: (x: Tensor, other: Tensor) => x.reshape(other.shape),
  rsqrt: unary('rsqrt'),
  scatter_add: (x: Tensor, dim: number, index: Tensor, source: Tensor) => x.scatterAdd(dim, index, source),
  sigmoid: unary('sigmoid'),
  sign: unary('sign'),
  sin: unary('sin'),
  softmax: (x: Tensor, dim: number) => x.softmax(dim),
  sqrt: unary('sqrt'),
  square: unary('square'),
  squeeze: (x: Tensor, dim?: number | number[]) => x.squeeze(dim),
  stack: (tensors: Tensor[], dim = 0) => stack(tensors, dim),
  std: spread('std'),
  sub: addOrSub('sub'),
  sum: reduced('sum'),
  t: unary('t'),
  tan: unary('tan'),
  tanh: unary('tanh'),
  transpose: (x: Tensor, a: number, b: number) => x.transpose(a, b),
  true_divide: binary('div'),
  trunc: unary('trunc'),
  unsqueeze: (x: Tensor, dim: number) => x.unsqueeze(dim),
  var: spread('var'),
  view: (x: Tensor, shape: number[]) => x.view(shape),
  view_as: (x: Tensor, other: Tensor) => x.view(other.shape),
  where: (x: Tensor, condition: Tensor, other: Tensor) => where(condition, x, other),
  zeros: (shape: number[], options?: Options) => zeros(shape, options),
  zeros_like: (x: Tensor, options?: Options) => zerosLike(x, options),
}
