import { atan2, hypot, log, log1p, pow } from '../../math/index'
import type { BinaryFunction } from '../elementwise-function'
import { logaddexp } from './special/logaddexp'
import { zeta } from './special/zeta'

export type ExtraBinaryName =
  | 'atan2'
  | 'hypot'
  | 'logaddexp'
  | 'logaddexp2'
  | 'xlogy'
  | 'zeta'
  | 'copysign'
  | 'heaviside'
  | 'fmax'
  | 'fmin'

/** The other binary functions: a line each. */
export const extraBinaryFunctions: Readonly<Record<ExtraBinaryName, BinaryFunction['of']>> = {
  atan2,
  hypot,
  logaddexp,
  logaddexp2: (a: number, b: number): number =>
    a === b ? a + 1 : Math.max(a, b) + log1p(pow(2, -Math.abs(a - b))) / Math.LN2,
  xlogy: (a: number, b: number): number => (a === 0 && !Number.isNaN(b) ? 0 : a * log(b)),
  zeta,
  copysign: (a: number, b: number): number => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)),
  heaviside: (a: number, b: number): number => (a === 0 ? b : a > 0 ? 1 : 0),
  fmax: (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b)),
  fmin: (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b)),
}
