import { map } from './vector/map'
import { expOf, logOf, sigmoidOf, tanhOf } from './vector/math'

// out[i] = op(x[i]) for i < n. `out` may be `x`.

@unmanaged class Neg { @inline of(x: v128): v128 { return f32x4.neg(x) } }
@unmanaged class Abs { @inline of(x: v128): v128 { return f32x4.abs(x) } }
@unmanaged class Sqrt { @inline of(x: v128): v128 { return f32x4.sqrt(x) } }
@unmanaged class Reciprocal { @inline of(x: v128): v128 { return f32x4.div(f32x4.splat(1), x) } }
@unmanaged class Square { @inline of(x: v128): v128 { return f32x4.mul(x, x) } }
@unmanaged class Floor { @inline of(x: v128): v128 { return f32x4.floor(x) } }
@unmanaged class Ceil { @inline of(x: v128): v128 { return f32x4.ceil(x) } }
@unmanaged class Trunc { @inline of(x: v128): v128 { return f32x4.trunc(x) } }
@unmanaged class Round { @inline of(x: v128): v128 { return f32x4.nearest(x) } }
@unmanaged class Exp { @inline of(x: v128): v128 { return expOf(x) } }
@unmanaged class Log { @inline of(x: v128): v128 { return logOf(x) } }
@unmanaged class Tanh { @inline of(x: v128): v128 { return tanhOf(x) } }
@unmanaged class Sigmoid { @inline of(x: v128): v128 { return sigmoidOf(x) } }
/** x < 0 ? 0 : x, which keeps a NaN. */
@unmanaged class Relu { @inline of(x: v128): v128 { return f32x4.pmax(x, f32x4.splat(0)) } }

export function neg(x: usize, out: usize, n: usize): void { map<Neg>(x, out, n) }
export function abs(x: usize, out: usize, n: usize): void { map<Abs>(x, out, n) }
export function sqrt(x: usize, out: usize, n: usize): void { map<Sqrt>(x, out, n) }
export function reciprocal(x: usize, out: usize, n: usize): void { map<Reciprocal>(x, out, n) }
export function square(x: usize, out: usize, n: usize): void { map<Square>(x, out, n) }
export function floor(x: usize, out: usize, n: usize): void { map<Floor>(x, out, n) }
export function ceil(x: usize, out: usize, n: usize): void { map<Ceil>(x, out, n) }
export function trunc(x: usize, out: usize, n: usize): void { map<Trunc>(x, out, n) }
/** Halves go to the even neighbour. */
export function round(x: usize, out: usize, n: usize): void { map<Round>(x, out, n) }
export function exp(x: usize, out: usize, n: usize): void { map<Exp>(x, out, n) }
export function log(x: usize, out: usize, n: usize): void { map<Log>(x, out, n) }
export function tanh(x: usize, out: usize, n: usize): void { map<Tanh>(x, out, n) }
export function sigmoid(x: usize, out: usize, n: usize): void { map<Sigmoid>(x, out, n) }
export function relu(x: usize, out: usize, n: usize): void { map<Relu>(x, out, n) }
