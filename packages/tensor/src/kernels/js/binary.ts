import type { TypedArray } from '../../core/dtype'
import type { Strided } from '../strided'
import { forEachRun } from './runs'
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
  | 'remainder'
  | 'fmod'
  | 'pow'
  | 'atan2'
  | 'maximum'
  | 'minimum'
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
  remainder: (a: number, b: number): number => {
    const r = a % b
    return r !== 0 && r < 0 !== b < 0 ? r + b : r
  },
  fmod: (a: number, b: number): number => a % b,
  pow,
  atan2: Math.atan2,
  maximum: Math.max,
  minimum: Math.min,
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
  const isInt32Product = name === 'mul' && out.dtype === 'int32'
  const f: (a: number, b: number) => number = isInt32Product ? Math.imul : binaryFunctions[name]
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
  forEachRun(out.shape, [a, b, out], (at, length, step) => {
    let [i, j, o] = at as [number, number, number]
    const [si, sj, so] = step as [number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, o += so)
      z[o] = store((x[i] as number) + alpha * (y[j] as number))
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
