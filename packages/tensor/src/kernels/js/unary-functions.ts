import { exp, log, log2, log10, tanh } from '../../math/index'
import type { UnaryFunction } from '../elementwise-function'

export type UnaryName =
  | 'neg'
  | 'abs'
  | 'sign'
  | 'exp'
  | 'log'
  | 'log2'
  | 'log10'
  | 'sqrt'
  | 'rsqrt'
  | 'reciprocal'
  | 'square'
  | 'tanh'
  | 'sigmoid'
  | 'relu'
  | 'floor'
  | 'ceil'
  | 'trunc'
  | 'frac'
  | 'round'
  | 'logicalNot'
  | 'isnan'
  | 'isinf'
  | 'isfinite'

/** The unary functions that tensors have as methods: a line each. */
export const unaryFunctions: Readonly<Record<UnaryName, UnaryFunction['of']>> = {
  neg: (x: number): number => -x,
  abs: Math.abs,
  sign: (x: number): number => (x > 0 ? 1 : x < 0 ? -1 : 0),
  exp,
  log,
  log2,
  log10,
  sqrt: Math.sqrt,
  rsqrt: (x: number): number => 1 / Math.sqrt(x),
  reciprocal: (x: number): number => 1 / x,
  square: (x: number): number => x * x,
  tanh,
  // Two forms, so that exp never overflows.
  sigmoid: (x: number): number => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))),
  relu: (x: number): number => Math.max(x, 0),
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

/** Ties go to the even neighbour, as IEEE 754 and PyTorch have it. */
function roundHalfEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  const isDown = rest === 0.5 ? floor % 2 === 0 : rest < 0.5
  // From below 0 it is -0 that is reached.
  if (!isDown && floor === -1) return -0
  return isDown ? floor : floor + 1
}
