import type { DType } from '../../core/dtype'
import type { Strided } from '../strided'
import { arithmeticOf } from './integers'
import { forEachRun } from './runs'
import { digamma } from './special/digamma'
import { erf, erfc } from './special/erf'
import { erfinv } from './special/erfinv'
import { lgamma } from './special/lgamma'
import { sinPi } from './special/sin-pi'
import { storeInto } from './store'

/** What a kernel can compute of one element. */
export type UnaryName =
  | 'neg'
  | 'abs'
  | 'sign'
  | 'signbit'
  | 'exp'
  | 'exp2'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'log2'
  | 'log10'
  | 'logit'
  | 'sqrt'
  | 'rsqrt'
  | 'reciprocal'
  | 'square'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'acos'
  | 'asin'
  | 'atan'
  | 'cosh'
  | 'sinh'
  | 'tanh'
  | 'acosh'
  | 'asinh'
  | 'atanh'
  | 'sinc'
  | 'sigmoid'
  | 'relu'
  | 'erf'
  | 'erfc'
  | 'erfinv'
  | 'lgamma'
  | 'digamma'
  | 'floor'
  | 'ceil'
  | 'trunc'
  | 'frac'
  | 'round'
  | 'logicalNot'
  | 'isnan'
  | 'isinf'
  | 'isfinite'

/** The unary functions: a line each. */
const unaryFunctions: Readonly<Record<UnaryName, (x: number) => number>> = {
  neg: (x: number): number => -x,
  abs: Math.abs,
  sign: (x: number): number => (x > 0 ? 1 : x < 0 ? -1 : 0),
  signbit: (x: number): number => (x < 0 || Object.is(x, -0) ? 1 : 0),
  exp: Math.exp,
  exp2: (x: number): number => 2 ** x,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  logit: (x: number): number => Math.log(x / (1 - x)),
  sqrt: Math.sqrt,
  rsqrt: (x: number): number => 1 / Math.sqrt(x),
  reciprocal: (x: number): number => 1 / x,
  square: (x: number): number => x * x,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cosh: Math.cosh,
  sinh: Math.sinh,
  tanh: Math.tanh,
  acosh: Math.acosh,
  asinh: Math.asinh,
  atanh: Math.atanh,
  sinc: (x: number): number => (x === 0 ? 1 : sinPi(x) / (Math.PI * x)),
  // Two forms, so that exp never overflows.
  sigmoid: (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  relu: (x: number): number => Math.max(x, 0),
  erf,
  erfc,
  erfinv,
  lgamma,
  digamma,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  frac: (x: number): number => x - Math.trunc(x),
  round: roundHalfEven,
  logicalNot: (x: number): number => (x === 0 ? 1 : 0),
  isnan: (x: number): number => (Number.isNaN(x) ? 1 : 0),
  isinf: (x: number): number => (x === Infinity || x === -Infinity ? 1 : 0),
  isfinite: (x: number): number => (Number.isFinite(x) ? 1 : 0),
}

export function unary(name: UnaryName, x: Strided, out: Strided): void {
  const f = functionFor(name, out.dtype)
  const from = x.storage.data
  const to = out.storage.data
  const store = storeInto(name, out.dtype)
  forEachRun(out.shape, [x, out], (at, length, step) => {
    let [i, o] = at as [number, number]
    const [si, so] = step as [number, number]
    for (let n = 0; n < length; n++, i += si, o += so) to[o] = store(f(from[i] as number))
  })
}

/** The function in the arithmetic of the result's dtype: squares of integers may leave what doubles hold. */
function functionFor(name: UnaryName, dtype: DType): (x: number) => number {
  if (name !== 'square') return unaryFunctions[name]
  const { mul } = arithmeticOf(name, dtype)
  return (x) => mul(x, x)
}

/** Ties go to the even neighbour, as IEEE 754 and PyTorch have it. */
function roundHalfEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  const isDown = rest === 0.5 ? floor % 2 === 0 : rest < 0.5
  // From below 0 it is -0 that is reached.
  if (!isDown && floor === -1) return -0
  return isDown ? floor : floor + 1
}
