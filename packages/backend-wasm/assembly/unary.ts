import { erfOf } from './vector/erf'
import { expm1Of, expOf } from './vector/exp'
import { log1pOf, logOf } from './vector/log'
import { map, mapOnce } from './vector/map'
import { sigmoidOf } from './vector/sigmoid'
import { cosOf, sinOf } from './vector/sin-cos'
import { tanhOf } from './vector/tanh'

// out[i] = op(x[i]) for i < n. `out` may be `x`.

@unmanaged class Neg { @inline of(x: v128): v128 { return f32x4.neg(x) } }
@unmanaged class Abs { @inline of(x: v128): v128 { return f32x4.abs(x) } }
@unmanaged class Sqrt { @inline of(x: v128): v128 { return f32x4.sqrt(x) } }
@unmanaged class Reciprocal { @inline of(x: v128): v128 { return f32x4.div(f32x4.splat(1), x) } }
@unmanaged class Rsqrt { @inline of(x: v128): v128 { return f32x4.div(f32x4.splat(1), f32x4.sqrt(x)) } }
@unmanaged class Square { @inline of(x: v128): v128 { return f32x4.mul(x, x) } }
@unmanaged class Floor { @inline of(x: v128): v128 { return f32x4.floor(x) } }
@unmanaged class Ceil { @inline of(x: v128): v128 { return f32x4.ceil(x) } }
@unmanaged class Trunc { @inline of(x: v128): v128 { return f32x4.trunc(x) } }
@unmanaged class Round { @inline of(x: v128): v128 { return f32x4.nearest(x) } }
@unmanaged class Exp { @inline of(x: v128): v128 { return expOf(x) } }
@unmanaged class Expm1 { @inline of(x: v128): v128 { return expm1Of(x) } }
@unmanaged class Log { @inline of(x: v128): v128 { return logOf(x) } }
@unmanaged class Log1p { @inline of(x: v128): v128 { return log1pOf(x) } }
@unmanaged class Sin { @inline of(x: v128): v128 { return sinOf(x) } }
@unmanaged class Cos { @inline of(x: v128): v128 { return cosOf(x) } }
@unmanaged class Erf { @inline of(x: v128): v128 { return erfOf(x) } }
@unmanaged class Tanh { @inline of(x: v128): v128 { return tanhOf(x) } }
@unmanaged class Sigmoid { @inline of(x: v128): v128 { return sigmoidOf(x) } }
/** x < 0 ? 0 : x, which keeps a NaN. */
@unmanaged class Relu { @inline of(x: v128): v128 { return f32x4.pmax(x, f32x4.splat(0)) } }

export function neg(x: usize, out: usize, n: usize): void { map<Neg>(x, out, n) }
export function abs(x: usize, out: usize, n: usize): void { map<Abs>(x, out, n) }
export function sqrt(x: usize, out: usize, n: usize): void { map<Sqrt>(x, out, n) }
export function reciprocal(x: usize, out: usize, n: usize): void { map<Reciprocal>(x, out, n) }
export function rsqrt(x: usize, out: usize, n: usize): void { map<Rsqrt>(x, out, n) }
export function square(x: usize, out: usize, n: usize): void { map<Square>(x, out, n) }
export function floor(x: usize, out: usize, n: usize): void { map<Floor>(x, out, n) }
export function ceil(x: usize, out: usize, n: usize): void { map<Ceil>(x, out, n) }
export function trunc(x: usize, out: usize, n: usize): void { map<Trunc>(x, out, n) }
/** Halves go to the even neighbour. */
export function round(x: usize, out: usize, n: usize): void { map<Round>(x, out, n) }
export function exp(x: usize, out: usize, n: usize): void { mapOnce<Exp>(x, out, n) }
export function expm1(x: usize, out: usize, n: usize): void { mapOnce<Expm1>(x, out, n) }
export function log(x: usize, out: usize, n: usize): void { mapOnce<Log>(x, out, n) }
export function log1p(x: usize, out: usize, n: usize): void { mapOnce<Log1p>(x, out, n) }
export function sin(x: usize, out: usize, n: usize): void { mapOnce<Sin>(x, out, n) }
export function cos(x: usize, out: usize, n: usize): void { mapOnce<Cos>(x, out, n) }
export function erf(x: usize, out: usize, n: usize): void { mapOnce<Erf>(x, out, n) }
export function tanh(x: usize, out: usize, n: usize): void { mapOnce<Tanh>(x, out, n) }
export function sigmoid(x: usize, out: usize, n: usize): void { mapOnce<Sigmoid>(x, out, n) }
export function relu(x: usize, out: usize, n: usize): void { map<Relu>(x, out, n) }
