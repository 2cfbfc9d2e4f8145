import {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cos,
  cosh,
  expm1,
  log,
  log1p,
  pow,
  sin,
  sinh,
  tan,
} from '../../math/index'
import type { UnaryFunction } from '../elementwise-function'
import { digamma } from './special/digamma'
import { erf, erfc } from './special/erf'
import { erfinv } from './special/erfinv'
import { lgamma } from './special/lgamma'
import { sinPi } from './special/sin-pi'

export type ExtraUnaryName =
  | 'signbit'
  | 'exp2'
  | 'expm1'
  | 'log1p'
  | 'logit'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'acos'
  | 'asin'
  | 'atan'
  | 'cosh'
  | 'sinh'
  | 'acosh'
  | 'asinh'
  | 'atanh'
  | 'sinc'
  | 'erf'
  | 'erfc'
  | 'erfinv'
  | 'lgamma'
  | 'digamma'

/** The other unary functions: a line each. */
export const extraUnaryFunctions: Readonly<Record<ExtraUnaryName, UnaryFunction['of']>> = {
  signbit: (x: number): number => (x < 0 || Object.is(x, -0) ? 1 : 0),
  exp2: (x: number): number => pow(2, x),
  expm1,
  log1p,
  logit: (x: number): number => log(x / (1 - x)),
  sin,
  cos,
  tan,
  acos,
  asin,
  atan,
  cosh,
  sinh,
  acosh,
  asinh,
  atanh,
  sinc: (x: number): number => (x === 0 ? 1 : sinPi(x) / (Math.PI * x)),
  erf,
  erfc,
  erfinv,
  lgamma,
  digamma,
}
