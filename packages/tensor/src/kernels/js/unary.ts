import type { Strided } from '../strided'
import { forEachRun } from './runs'
import { storeInto } from './store'

/** What a kernel can compute of one element. */
export type UnaryName =
  | 'neg'
  | 'abs'
  | 'sign'
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'log2'
  | 'log10'
  | 'sqrt'
  | 'rsqrt'
  | 'reciprocal'
  | 'square'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'tanh'
  | 'sigmoid'
  | 'relu'
  | 'floor'
  | 'ceil'
  | 'trunc'
  | 'round'
  | 'logicalNot'
  | 'isnan'
  | 'isinf'
  | 'isfinite'

/** The unary functions: a line each. */
export const unaryFunctions: Readonly<Record<UnaryName, (x: number) => number>> = {
  neg: (x: number): number => -x,
  abs: Math.abs,
  sign: Math.sign,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  rsqrt: (x: number): number => 1 / Math.sqrt(x),
  reciprocal: (x: number): number => 1 / x,
  square: (x: number): number => x * x,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  tanh: Math.tanh,
  // Two forms, so that exp never overflows.
  sigmoid: (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  relu: (x: number): number => Math.max(x, 0),
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  round: roundHalfEven,
  logicalNot: (x: number): number => (x === 0 ? 1 : 0),
  isnan: (x: number): number => (Number.isNaN(x) ? 1 : 0),
  isinf: (x: number): number => (x === Infinity || x === -Infinity ? 1 : 0),
  isfinite: (x: number): number => (Number.isFinite(x) ? 1 : 0),
}

export function unary(name: UnaryName, x: Strided, out: Strided): void {
  const f: (x: number) => number = unaryFunctions[name]
  const from = x.storage.data
  const to = out.storage.data
  const store = storeInto(name, out.dtype)
  forEachRun(out.shape, [x, out], (at, length, step) => {
    let [i, o] = at as [number, number]
    const [si, so] = step as [number, number]
    for (let n = 0; n < length; n++, i += si, o += so) to[o] = store(f(from[i] as number))
  })
}

/** Ties go to the even neighbour, as IEEE 754 and PyTorch have it. */
function roundHalfEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  if (rest < 0.5) return floor
  if (rest > 0.5) return floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}
