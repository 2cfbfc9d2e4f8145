import { isTensor } from '../core/is-tensor'
import { apply } from '../core/op'
import { type ExtraUnaryName, extraUnaryFunctions } from '../kernels/js/extra-unary-functions'
import { unary } from '../kernels/js/unary'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { zerosLike } from './creation'
import { extraBinary } from './extra-binary'
import { nothingMore, takesInput } from './takes'
import { type UnaryRule, unaryOps } from './unary-op'

const kernels = extraKernels({ extraUnary: unary })

/** How the functions that are no methods differentiate, a line each. Programs that use none go without them. */
const rules: Readonly<Record<ExtraUnaryName, UnaryRule>> = {
  signbit: { result: 'bool', saves: 'nothing', gradient: (g) => zerosLike(g) },
  exp2: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y).mul(Math.LN2) },
  expm1: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.add(1)) },
  log1p: { result: 'float', node: 'Log1PBackward0', saves: 'input', gradient: (g, x) => g.div(x.add(1)) },
  logit: { result: 'float', saves: 'input', gradient: logitGradient },
  sin: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(extraUnary('cos', x)) },
  cos: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(extraUnary('sin', x)).neg() },
  tan: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.square().add(1)) },
  acos: { result: 'float', saves: 'input', gradient: (g, x) => g.div(oneMinusSquare(x).sqrt()).neg() },
  asin: { result: 'float', saves: 'input', gradient: (g, x) => g.div(oneMinusSquare(x).sqrt()) },
  atan: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.square().add(1)) },
  cosh: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(extraUnary('sinh', x)) },
  sinh: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(extraUnary('cosh', x)) },
  acosh: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.square().sub(1).sqrt()) },
  asinh: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.square().add(1).sqrt()) },
  atanh: { result: 'float', saves: 'input', gradient: (g, x) => g.div(oneMinusSquare(x)) },
  sinc: { result: 'float', saves: 'input', gradient: sincGradient },
  erf: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(bell(x)) },
  erfc: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(bell(x)).neg() },
  erfinv: { result: 'float', saves: 'output', gradient: (g, y) => g.div(bell(y)) },
  lgamma: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(extraUnary('digamma', x)) },
  // ψ'(x) = ζ(2, x)
  digamma: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(extraBinary('zeta', 2, x)) },
}

function oneMinusSquare(x: Tensor): Tensor {
  return x.square().neg().add(1)
}

/** The derivative of erf: 2/√π exp(-x²). */
function bell(x: Tensor): Tensor {
  return x
    .square()
    .neg()
    .exp()
    .mul(2 / Math.sqrt(Math.PI))
}

/** 1 / (x (1 - x)), which is not defined outside of [0, 1]. */
function logitGradient(g: Tensor, x: Tensor): Tensor {
  const isOutside = x.lt(0).logicalOr(x.gt(1))
  return g.div(x.mul(x.neg().add(1))).maskedFill(isOutside, Number.NaN)
}

/** (πx cos πx - sin πx) / πx², and 0 at 0. */
function sincGradient(g: Tensor, x: Tensor): Tensor {
  const angle = x.mul(Math.PI)
  const square = x.square().mul(Math.PI)
  return g
    .mul(angle.mul(extraUnary('cos', angle)).sub(extraUnary('sin', angle)).div(square))
    .maskedFill(square.eq(0), 0)
}

const ops = unaryOps(extraUnaryFunctions, rules, () => kernels().extraUnary)

/**
 * f(x) for the unary function of that name.
 *
 * @param none what was given after x, which is refused
 */
export function extraUnary(name: ExtraUnaryName, x: Tensor, none: readonly unknown[] = nothingMore): Tensor {
  if (none.length > 0 || !isTensor(x)) takesInput([x], none, name)
  return apply(ops[name], [x], undefined)
}
