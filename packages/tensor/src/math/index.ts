/**
 * Elementary functions in double precision that give the same bits in every engine, as additions, multiplications,
 * divisions and square roots do; those of JavaScript's `Math` may differ from engine to engine in their last bits.
 */
export { acos, asin } from './asin'
export { atan, atan2 } from './atan'
export { exp, expm1 } from './exp'
export { acosh, asinh, atanh, cosh, sinh, tanh } from './hyperbolic'
export { hypot } from './hypot'
export { log, log1p, log2, log10 } from './log'
export { pow } from './pow'
export { cos, sin, tan } from './sin-cos'
