import { pow } from '../../math/index'
import type { BinaryFunction } from '../elementwise-function'

const not = (condition: boolean): number => (condition ? 0 : 1)
const truth = (condition: boolean): number => (condition ? 1 : 0)

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

/** The binary functions that tensors have as methods: a line each. */
export const binaryFunctions: Readonly<Record<BinaryName, BinaryFunction['of']>> = {
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
