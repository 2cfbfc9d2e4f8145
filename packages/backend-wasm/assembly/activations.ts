import { expm1Of, expOf } from './vector/exp'
import { log1pOf } from './vector/log'
import { bellOf, tailOf } from './vector/normal'
import { loadUpTo4, storeUpTo4 } from './vector/partial'
import { sigmoidOf } from './vector/sigmoid'

// Activations, out[i] = f(x[i]), and their gradients, out[i] = grad[i] f'(x[i]), for i < n. a, b and c are settings of f.
// `out` may be an operand.

@inline
function forward<Op>(x: usize, out: usize, n: usize, a: f32, b: f32, c: f32): void {
  const op = changetype<Op>(0)
  const va = f32x4.splat(a)
  const vb = f32x4.splat(b)
  const vc = f32x4.splat(c)
  while (n > 0) {
    const count = min(n, 4)
    storeUpTo4(out, op.of(loadUpTo4(x, count), va, vb, vc), count)
    x += 16
    out += 16
    n -= count
  }
}

@inline
function backward<Op>(grad: usize, x: usize, out: usize, n: usize, a: f32, b: f32, c: f32): void {
  const op = changetype<Op>(0)
  const va = f32x4.splat(a)
  const vb = f32x4.splat(b)
  const vc = f32x4.splat(c)
  while (n > 0) {
    const count = min(n, 4)
    storeUpTo4(out, op.of(loadUpTo4(grad, count), loadUpTo4(x, count), va, vb, vc), count)
    grad += 16
    x += 16
    out += 16
    n -= count
  }
}

// ---- gelu: x P(x), with the probability P of less than x in the normal distribution --------------------------------

/** From P(-|x|), which has all bits however small it is. */
@unmanaged class Gelu {
  @inline of(x: v128, _a: v128, _b: v128, _c: v128): v128 {
    const t = f32x4.abs(x)
    const small = f32x4.mul(x, tailOf(t, bellOf(t)))
    // Infinity times 0 is NaN, which -infinity gives as in PyTorch, and infinity does not.
    const large = v128.and(f32x4.gt(t, f32x4.splat(14.5)), f32x4.gt(x, f32x4.splat(-Infinity)))
    const part = v128.andnot(small, large)
    return v128.bitselect(part, f32x4.sub(x, part), f32x4.lt(x, f32x4.splat(0)))
  }
}

/** P(x) + x p(x) with the density p. */
@unmanaged class GeluBackward {
  @inline of(grad: v128, x: v128, _a: v128, _b: v128, _c: v128): v128 {
    const t = f32x4.abs(x)
    const bell = bellOf(t)
    const tail = tailOf(t, bell)
    const probability = v128.bitselect(tail, f32x4.sub(f32x4.splat(1), tail), f32x4.lt(x, f32x4.splat(0)))
    const density = f32x4.mul(bell, f32x4.splat(0.3989422804014327))
    return f32x4.mul(grad, f32x4.add(probability, f32x4.mul(x, density)))
  }
}

// ---- gelu by tanh: x (1 + tanh u) / 2 = x s(2u) with u = sqrt(2 / pi) (x + 0.044715 x^3) ----------------------------

const TWICE_ROOT: f32 = 1.5957691216057308
const CUBIC: f32 = 0.044715

/** 0, and NaN for infinities: what the derivatives there are in PyTorch. */
@inline
function nanOfInfinity(x: v128): v128 {
  return f32x4.sub(x, x)
}

@inline
function twiceCurve(x: v128): v128 {
  const square = f32x4.mul(x, x)
  const sum = f32x4.add(f32x4.mul(square, f32x4.splat(CUBIC)), f32x4.splat(1))
  return f32x4.mul(f32x4.mul(sum, x), f32x4.splat(TWICE_ROOT))
}

@unmanaged class GeluTanh {
  @inline of(x: v128, _a: v128, _b: v128, _c: v128): v128 {
    // Beyond it s is 0 in float32.
    return f32x4.mul(x, sigmoidOf(twiceCurve(f32x4.pmax(x, f32x4.splat(-20)))))
  }
}

/** s + x s (1 - s) (2u)'. */
@unmanaged class GeluTanhBackward {
  @inline of(grad: v128, x: v128, _a: v128, _b: v128, _c: v128): v128 {
    const bounded = f32x4.pmax(f32x4.pmin(x, f32x4.splat(20)), f32x4.splat(-20))
    const s = sigmoidOf(twiceCurve(bounded))
    const square = f32x4.mul(bounded, bounded)
    const inner = f32x4.mul(f32x4.add(f32x4.mul(square, f32x4.splat(3 * CUBIC)), f32x4.splat(1)), f32x4.splat(TWICE_ROOT))
    const slope = f32x4.mul(f32x4.mul(f32x4.mul(s, f32x4.sub(f32x4.splat(1), s)), inner), bounded)
    return f32x4.mul(grad, f32x4.add(f32x4.add(s, slope), nanOfInfinity(x)))
  }
}

// ---- silu: x s(x) --------------------------------------------------------------------------------------------------

@unmanaged class Silu {
  @inline of(x: v128, _a: v128, _b: v128, _c: v128): v128 {
    return f32x4.mul(x, sigmoidOf(x))
  }
}

/** s (1 + x (1 - s)). */
@unmanaged class SiluBackward {
  @inline of(grad: v128, x: v128, _a: v128, _b: v128, _c: v128): v128 {
    const one = f32x4.splat(1)
    const s = sigmoidOf(x)
    return f32x4.mul(grad, f32x4.mul(s, f32x4.add(f32x4.mul(x, f32x4.sub(one, s)), one)))
  }
}

// ---- softplus: ln(1 + e^z) / beta with z = beta x, and x itself where z is above a threshold --------------------------

@unmanaged class Softplus {
  @inline of(x: v128, beta: v128, threshold: v128, _: v128): v128 {
    const z = f32x4.mul(x, beta)
    const soft = f32x4.add(log1pOf(expOf(f32x4.neg(f32x4.abs(z)))), f32x4.max(z, f32x4.splat(0)))
    return v128.bitselect(x, f32x4.div(soft, beta), f32x4.gt(z, threshold))
  }
}

/** s(z), and 1 above the threshold. */
@unmanaged class SoftplusBackward {
  @inline of(grad: v128, x: v128, beta: v128, threshold: v128, _: v128): v128 {
    const z = f32x4.mul(x, beta)
    return v128.bitselect(grad, f32x4.mul(grad, sigmoidOf(z)), f32x4.gt(z, threshold))
  }
}

// ---- mish: x tanh(ln(1 + e^x)) = x q / (q + 2) with w = e^x and q = w (w + 2); from 20 on it is x ----------------------

@unmanaged class Mish {
  @inline of(x: v128, _a: v128, _b: v128, _c: v128): v128 {
    const two = f32x4.splat(2)
    const w = expOf(f32x4.pmin(x, f32x4.splat(20)))
    const q = f32x4.mul(w, f32x4.add(w, two))
    return v128.bitselect(x, f32x4.mul(x, f32x4.div(q, f32x4.add(q, two))), f32x4.ge(x, f32x4.splat(20)))
  }
}

/** q / (q + 2) + 4 x w (1 + w) / (q + 2)^2. */
@unmanaged class MishBackward {
  @inline of(grad: v128, x: v128, _a: v128, _b: v128, _c: v128): v128 {
    const two = f32x4.splat(2)
    const bounded = f32x4.pmax(f32x4.pmin(x, f32x4.splat(20)), f32x4.splat(-110))
    const w = expOf(bounded)
    const q = f32x4.mul(w, f32x4.add(w, two))
    const divisor = f32x4.add(q, two)
    const t = f32x4.div(q, divisor)
    const above = f32x4.mul(f32x4.mul(f32x4.mul(bounded, w), f32x4.splat(4)), f32x4.add(w, f32x4.splat(1)))
    const slope = f32x4.add(t, f32x4.div(f32x4.div(above, divisor), divisor))
    return f32x4.mul(grad, f32x4.add(slope, nanOfInfinity(x)))
  }
}

// ---- elu, selu, celu: scale x above 0, scale alpha (e^(inputScale x) - 1) below --------------------------------------

@unmanaged class Elu {
  @inline of(x: v128, alpha: v128, scale: v128, inputScale: v128): v128 {
    const below = f32x4.mul(expm1Of(f32x4.mul(f32x4.pmin(x, f32x4.splat(0)), inputScale)), f32x4.mul(scale, alpha))
    return v128.bitselect(f32x4.mul(x, scale), below, f32x4.gt(x, f32x4.splat(0)))
  }
}

@unmanaged class EluBackward {
  @inline of(grad: v128, x: v128, alpha: v128, scale: v128, inputScale: v128): v128 {
    const slope = expOf(f32x4.mul(f32x4.pmin(x, f32x4.splat(0)), inputScale))
    const below = f32x4.mul(slope, f32x4.mul(f32x4.mul(scale, alpha), inputScale))
    return f32x4.mul(grad, v128.bitselect(below, scale, f32x4.le(x, f32x4.splat(0))))
  }
}

// ---- leaky relu and hardtanh -----------------------------------------------------------------------------------------

@unmanaged class LeakyRelu {
  @inline of(x: v128, slope: v128, _b: v128, _c: v128): v128 {
    return v128.bitselect(x, f32x4.mul(x, slope), f32x4.gt(x, f32x4.splat(0)))
  }
}

@unmanaged class LeakyReluBackward {
  @inline of(grad: v128, x: v128, slope: v128, _b: v128, _c: v128): v128 {
    return v128.bitselect(grad, f32x4.mul(grad, slope), f32x4.gt(x, f32x4.splat(0)))
  }
}

/** A NaN stays. */
@unmanaged class Hardtanh {
  @inline of(x: v128, low: v128, high: v128, _: v128): v128 {
    return f32x4.min(f32x4.max(x, low), high)
  }
}

@unmanaged class HardtanhBackward {
  @inline of(grad: v128, x: v128, low: v128, high: v128, _: v128): v128 {
    return v128.andnot(grad, v128.or(f32x4.le(x, low), f32x4.ge(x, high)))
  }
}

export function gelu(x: usize, out: usize, n: usize): void { forward<Gelu>(x, out, n, 0, 0, 0) }
export function geluTanh(x: usize, out: usize, n: usize): void { forward<GeluTanh>(x, out, n, 0, 0, 0) }
export function silu(x: usize, out: usize, n: usize): void { forward<Silu>(x, out, n, 0, 0, 0) }
export function mish(x: usize, out: usize, n: usize): void { forward<Mish>(x, out, n, 0, 0, 0) }
export function softplus(x: usize, out: usize, n: usize, beta: f32, threshold: f32): void {
  forward<Softplus>(x, out, n, beta, threshold, 0)
}
export function elu(x: usize, out: usize, n: usize, alpha: f32, scale: f32, inputScale: f32): void {
  forward<Elu>(x, out, n, alpha, scale, inputScale)
}
export function leakyRelu(x: usize, out: usize, n: usize, slope: f32): void {
  forward<LeakyRelu>(x, out, n, slope, 0, 0)
}
export function hardtanh(x: usize, out: usize, n: usize, low: f32, high: f32): void {
  forward<Hardtanh>(x, out, n, low, high, 0)
}

export function geluBackward(grad: usize, x: usize, out: usize, n: usize): void {
  backward<GeluBackward>(grad, x, out, n, 0, 0, 0)
}
export function geluTanhBackward(grad: usize, x: usize, out: usize, n: usize): void {
  backward<GeluTanhBackward>(grad, x, out, n, 0, 0, 0)
}
export function siluBackward(grad: usize, x: usize, out: usize, n: usize): void {
  backward<SiluBackward>(grad, x, out, n, 0, 0, 0)
}
export function mishBackward(grad: usize, x: usize, out: usize, n: usize): void {
  backward<MishBackward>(grad, x, out, n, 0, 0, 0)
}
export function softplusBackward(grad: usize, x: usize, out: usize, n: usize, beta: f32, threshold: f32): void {
  backward<SoftplusBackward>(grad, x, out, n, beta, threshold, 0)
}
export function eluBackward(
  grad: usize, x: usize, out: usize, n: usize, alpha: f32, scale: f32, inputScale: f32,
): void {
  backward<EluBackward>(grad, x, out, n, alpha, scale, inputScale)
}
export function leakyReluBackward(grad: usize, x: usize, out: usize, n: usize, slope: f32): void {
  backward<LeakyReluBackward>(grad, x, out, n, slope, 0, 0)
}
export function hardtanhBackward(grad: usize, x: usize, out: usize, n: usize, low: f32, high: f32): void {
  backward<HardtanhBackward>(grad, x, out, n, low, high, 0)
}
