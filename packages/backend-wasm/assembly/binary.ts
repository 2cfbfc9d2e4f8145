import { zip } from './vector/zip'

// out[i, j] = op(a[i, j], b[i, j]) for [m, n]; see `zip` for what the strides can do.

@unmanaged class Add { @inline of(a: v128, b: v128, _: v128): v128 { return f32x4.add(a, b) } }
@unmanaged class Sub { @inline of(a: v128, b: v128, _: v128): v128 { return f32x4.sub(a, b) } }
@unmanaged class Mul { @inline of(a: v128, b: v128, _: v128): v128 { return f32x4.mul(a, b) } }
@unmanaged class Div { @inline of(a: v128, b: v128, _: v128): v128 { return f32x4.div(a, b) } }
/** A NaN on either side gives NaN. */
@unmanaged class Maximum { @inline of(a: v128, b: v128, _: v128): v128 { return f32x4.max(a, b) } }
@unmanaged class Minimum { @inline of(a: v128, b: v128, _: v128): v128 { return f32x4.min(a, b) } }
@unmanaged class AddScaled {
  @inline of(a: v128, b: v128, alpha: v128): v128 { return f32x4.add(a, f32x4.mul(alpha, b)) }
}

export function add(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize,
): void { zip<Add>(a, aRow, aCol, b, bRow, bCol, out, m, n, 0) }

export function sub(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize,
): void { zip<Sub>(a, aRow, aCol, b, bRow, bCol, out, m, n, 0) }

export function mul(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize,
): void { zip<Mul>(a, aRow, aCol, b, bRow, bCol, out, m, n, 0) }

export function div(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize,
): void { zip<Div>(a, aRow, aCol, b, bRow, bCol, out, m, n, 0) }

export function maximum(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize,
): void { zip<Maximum>(a, aRow, aCol, b, bRow, bCol, out, m, n, 0) }

export function minimum(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize,
): void { zip<Minimum>(a, aRow, aCol, b, bRow, bCol, out, m, n, 0) }

/** out = a + alpha b. */
export function addScaled(
  a: usize, aRow: usize, aCol: usize, b: usize, bRow: usize, bCol: usize, out: usize, m: usize, n: usize, alpha: f32,
): void { zip<AddScaled>(a, aRow, aCol, b, bRow, bCol, out, m, n, alpha) }
