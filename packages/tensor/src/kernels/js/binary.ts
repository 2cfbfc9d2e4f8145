import type { DType, TypedArray } from '../../core/dtype'
import type { Strided } from '../strided'
import { arithmeticOf, integerPower } from './integers'
import { forEachRun } from './runs'
import { zeta } from './special/zeta'
import { storeInto } from './store'

const not = (condition: boolean): number => (condition ? 0 : 1)
const truth = (condition: boolean): number => (condition ? 1 : 0)

/** What a kernel can compute of two elements. */
export type BinaryName =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'floorDivide'
  | 'truncDivide'
  | 'remainder'
  | 'fmod'
  | 'pow'
  | 'atan2'
  | 'hypot'
  | 'logaddexp'
  | 'logaddexp2'
  | 'xlogy'
  | 'zeta'
  | 'copysign'
  | 'heaviside'
  | 'maximum'
  | 'minimum'
  | 'fmax'
  | 'fmin'
  | 'eq'
  | 'ne'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'logicalAnd'
  | 'logicalOr'
  | 'logicalXor'

/** The binary functions: a line each. */
export const binaryFunctions: Readonly<Record<BinaryName, (a: number, b: number) => number>> = {
  add: (a: number, b: number): number => a + b,
  sub: (a: number, b: number): number => a - b,
  mul: (a: number, b: number): number => a * b,
  div: (a: number, b: number): number => a / b,
  floorDivide,
  truncDivide: (a: number, b: number): number => Math.trunc(a / b),
  remainder: (a: number, b: number): number => {
    const r = a % b
    return r !== 0 && r < 0 !== b < 0 ? r + b : r
  },
  fmod: (a: number, b: number): number => a % b,
  pow,
  atan2: Math.atan2,
  hypot: Math.hypot,
  // The larger one is taken out, so that exp never overflows.
  logaddexp: (a: number, b: number): number =>
    a === b ? a + Math.LN2 : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))),
  logaddexp2: (a: number, b: number): number =>
    a === b ? a + 1 : Math.max(a, b) + Math.log1p(2 ** -Math.abs(a - b)) / Math.LN2,
  xlogy: (a: number, b: number): number => (a === 0 && !Number.isNaN(b) ? 0 : a * Math.log(b)),
  zeta,
  copysign: (a: number, b: number): number => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)),
  heaviside: (a: number, b: number): number => (a === 0 ? b : truth(a > 0)),
  maximum: Math.max,
  minimum: Math.min,
  fmax: (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b)),
  fmin: (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b)),
  eq: (a: number, b: number): number => truth(a === b),
  ne: (a: number, b: number): number => not(a === b),
  lt: (a: number, b: number): number => truth(a < b),
  le: (a: number, b: number): number => truth(a <= b),
  gt: (a: number, b: number): number => truth(a > b),
  ge: (a: number, b: number): number => truth(a >= b),
  logicalAnd: (a: number, b: number): number => truth(a !== 0 && b !== 0),
  logicalOr: (a: number, b: number): number => truth(a !== 0 || b !== 0),
  logicalXor: (a: number, b: number): number => truth((a !== 0) !== (b !== 0)),
}

export function binary(name: BinaryName, a: Strided, b: Strided, out: Strided): void {
  const f = functionFor(name, out.dtype)
  const x = a.storage.data
  const y = b.storage.data
  const z = out.storage.data
  const store = storeInto(name, out.dtype)
  const isFloat = out.dtype === 'float32' || out.dtype === 'float64'
  forEachRun(out.shape, [a, b, out], (at, length, step) => {
    if (isFloat && floatRun(name, x, y, z, at, length, step)) return
    let [i, j, o] = at as [number, number, number]
    const [si, sj, so] = step as [number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = store(f(x[i] as number, y[j] as number))
  })
}

/** The function in the arithmetic of the result's dtype: products and powers of integers may leave what doubles hold. */
function functionFor(name: BinaryName, dtype: DType): (a: number, b: number) => number {
  if (dtype === 'float32' || dtype === 'float64') return binaryFunctions[name]
  const { mul } = arithmeticOf(name, dtype)
  if (name === 'mul') return mul
  if (name === 'pow') return (a, b) => integerPower(a, b, mul)
  // The quotient of the exact multiple: a / b may round up to the next integer.
  if (name === 'truncDivide') return (a, b) => (a - (a % b)) / b
  return binaryFunctions[name]
}

/** The four functions that training is made of, each with a loop of its own that the engine compiles without calls. */
function floatRun(
  name: BinaryName,
  x: TypedArray,
  y: TypedArray,
  z: TypedArray,
  at: readonly number[],
  length: number,
  step: readonly number[],
): boolean {
  let [i, j, o] = at as [number, number, number]
  const [si, sj, so] = step as [number, number, number]
  if (name === 'add') {
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = (x[i] as number) + (y[j] as number)
  } else if (name === 'sub') {
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = (x[i] as number) - (y[j] as number)
  } else if (name === 'mul') {
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = (x[i] as number) * (y[j] as number)
  } else if (name === 'div') {
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = (x[i] as number) / (y[j] as number)
  } else return false
  return true
}

export function addScaled(a: Strided, b: Strided, alpha: number, out: Strided): void {
  const x = a.storage.data
  const y = b.storage.data
  const z = out.storage.data
  const store = storeInto('add', out.dtype)
  const { add, mul } = arithmeticOf('add', out.dtype)
  forEachRun(out.shape, [a, b, out], (at, length, step) => {
    let [i, j, o] = at as [number, number, number]
    const [si, sj, so] = step as [number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) {
      z[o] = store(add(x[i] as number, mul(alpha, y[j] as number)))
    }
  })
}

/** Python's floor division, as PyTorch computes it: from the exact remainder, so that 0.3 // 0.1 is 2. */
function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b
  const remainder = a % b
  let quotient = (a - remainder) / b
  if (remainder !== 0 && b < 0 !== remainder < 0) quotient -= 1
  if (quotient === 0) return a / b < 0 ? -0 : 0
  const floor = Math.floor(quotient)
  return quotient - floor > 0.5 ? floor + 1 : floor
}

/** C's pow, where 1 to any power and (-1) to ±infinity are 1; JavaScript gives NaN. */
function pow(a: number, b: number): number {
  if (a === 1) return 1
  if (a === -1 && (b === Infinity || b === -Infinity)) return 1
  return a ** b
}
