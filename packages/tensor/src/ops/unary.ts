import { type DType, getDefaultDtype, isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { apply, applyInPlace, type Op } from '../core/op'
import { allocate } from '../core/operand'
import type { UnaryName } from '../kernels/js/unary'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { binary } from './binary'
import { zerosLike } from './creation'
import { reluBackward, sigmoidBackward, tanhBackward } from './unary-backward'

/** How a unary function differentiates, and which dtype it gives. */
interface UnaryRule {
  /** `float`: integers become the default dtype. `number`: bool becomes int64. `same`: the input's. `bool`: true or false. */
  readonly result: 'float' | 'number' | 'same' | 'bool'
  /** What the derivative is written in; `nothing` where it is 0 everywhere. */
  readonly saves: 'input' | 'output' | 'nothing'
  /** As PyTorch names the node, where it is not the name itself. */
  readonly node?: string
  /** grad · f'(x), in terms of what is saved: the input x or the output y. */
  readonly gradient: (grad: Tensor, saved: Tensor) => Tensor
}

/** f and f', a line each. */
const rules: Readonly<Record<UnaryName, UnaryRule>> = {
  neg: { result: 'same', saves: 'nothing', gradient: (g) => g.neg() },
  abs: { result: 'same', saves: 'input', gradient: (g, x) => g.mul(x.sign()) },
  sign: { result: 'same', saves: 'nothing', gradient: zerosLike },
  signbit: { result: 'bool', saves: 'nothing', gradient: zerosLike },
  exp: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y) },
  exp2: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y).mul(Math.LN2) },
  expm1: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.add(1)) },
  log: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x) },
  log1p: { result: 'float', node: 'Log1PBackward0', saves: 'input', gradient: (g, x) => g.div(x.add(1)) },
  log2: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.mul(Math.LN2)) },
  log10: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.mul(Math.LN10)) },
  logit: { result: 'float', saves: 'input', gradient: logitGradient },
  sqrt: { result: 'float', saves: 'output', gradient: (g, y) => g.div(y.mul(2)) },
  rsqrt: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.pow(3)).mul(-0.5) },
  reciprocal: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y).mul(y).neg() },
  square: { result: 'number', node: 'PowBackward0', saves: 'input', gradient: (g, x) => g.mul(x).mul(2) },
  sin: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(x.cos()) },
  cos: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(x.sin()).neg() },
  tan: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.square().add(1)) },
  acos: { result: 'float', saves: 'input', gradient: (g, x) => g.div(oneMinusSquare(x).sqrt()).neg() },
  asin: { result: 'float', saves: 'input', gradient: (g, x) => g.div(oneMinusSquare(x).sqrt()) },
  atan: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.square().add(1)) },
  cosh: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(unary('sinh', x)) },
  sinh: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(unary('cosh', x)) },
  tanh: { result: 'float', saves: 'output', gradient: tanhBackward },
  acosh: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.square().sub(1).sqrt()) },
  asinh: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.square().add(1).sqrt()) },
  atanh: { result: 'float', saves: 'input', gradient: (g, x) => g.div(oneMinusSquare(x)) },
  sinc: { result: 'float', saves: 'input', gradient: sincGradient },
  sigmoid: { result: 'float', saves: 'output', gradient: sigmoidBackward },
  relu: { result: 'same', saves: 'output', gradient: reluBackward },
  erf: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(bell(x)) },
  erfc: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(bell(x)).neg() },
  erfinv: { result: 'float', saves: 'output', gradient: (g, y) => g.div(bell(y)) },
  lgamma: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(unary('digamma', x)) },
  // ψ'(x) = ζ(2, x)
  digamma: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(binary('zeta', 2, x)) },
  floor: { result: 'same', saves: 'nothing', gradient: zerosLike },
  ceil: { result: 'same', saves: 'nothing', gradient: zerosLike },
  trunc: { result: 'same', saves: 'nothing', gradient: zerosLike },
  frac: { result: 'same', saves: 'nothing', gradient: (g) => g },
  round: { result: 'same', saves: 'nothing', gradient: zerosLike },
  logicalNot: { result: 'bool', saves: 'nothing', gradient: zerosLike },
  isnan: { result: 'bool', saves: 'nothing', gradient: zerosLike },
  isinf: { result: 'bool', saves: 'nothing', gradient: zerosLike },
  isfinite: { result: 'bool', saves: 'nothing', gradient: zerosLike },
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
  return g.mul(angle.mul(angle.cos()).sub(angle.sin()).div(square)).maskedFill(square.eq(0), 0)
}

/** The functions that are meant for numbers and refuse true and false, as PyTorch's do. */
const refusesBool: ReadonlySet<UnaryName> = new Set<UnaryName>([
  'neg',
  'abs',
  'relu',
  'floor',
  'ceil',
  'trunc',
  'round',
])

/** The functions that say nothing of whole numbers. */
const refusesIntegers: ReadonlySet<UnaryName> = new Set<UnaryName>(['frac'])

function defineUnary(name: UnaryName): Op<[Tensor]> {
  const rule = rules[name]
  return {
    name,
    ...(rule.node === undefined ? {} : { node: rule.node }),
    forward(context, [x]) {
      if (x.dtype === 'bool' && refusesBool.has(name)) {
        throw new DTypeError(`${name}: not defined for bool tensors; convert with to('int64') first`)
      }
      if (!isFloatingPoint(x.dtype) && refusesIntegers.has(name)) {
        throw new DTypeError(`${name}: needs a floating-point tensor, got ${x.dtype}`)
      }
      const out = allocate(x.shape, resultDtype(rule, x.dtype))
      getBackend().kernels.unary(name, x, out)
      if (rule.saves === 'input') context.save(x)
      if (rule.saves === 'output') context.save(out)
      return out
    },
    backward(context, grad) {
      return [rule.gradient(grad, context.saved[0] ?? grad)]
    },
  }
}

function resultDtype(rule: UnaryRule, dtype: DType): DType {
  if (rule.result === 'bool') return 'bool'
  if (rule.result === 'number') return dtype === 'bool' ? 'int64' : dtype
  return rule.result === 'same' || isFloatingPoint(dtype) ? dtype : getDefaultDtype()
}

const ops = Object.fromEntries(Object.keys(rules).map((name) => [name, defineUnary(name as UnaryName)])) as Readonly<
  Record<UnaryName, Op<[Tensor]>>
>

/** f(x) for the unary function of that name. */
export function unary(name: UnaryName, x: Tensor): Tensor {
  return apply(ops[name], [x], undefined)
}

/** x becomes f(x). */
export function unaryInPlace(name: UnaryName, x: Tensor): Tensor {
  return applyInPlace(ops[name], [x], undefined)
}
