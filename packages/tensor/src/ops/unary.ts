import { type DType, getDefaultDtype, isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { apply, applyInPlace, type Op } from '../core/op'
import { allocate } from '../core/operand'
import type { UnaryName } from '../kernels/js/unary'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { reluBackward, sigmoidBackward, tanhBackward } from './unary-backward'

/** How a unary function differentiates, and which dtype it gives. */
interface UnaryRule {
  /** `float`: integers become the default dtype. `same`: the input's dtype. `bool`: true or false. */
  readonly result: 'float' | 'same' | 'bool'
  /** What the derivative is written in; `nothing` where it is 0 everywhere. */
  readonly saves: 'input' | 'output' | 'nothing'
  /** grad · f'(x), in terms of what is saved: the input x or the output y. */
  readonly gradient: (grad: Tensor, saved: Tensor) => Tensor
}

const flat = (grad: Tensor): Tensor => grad.mul(0)

/** f and f', a line each. */
const rules: Readonly<Record<UnaryName, UnaryRule>> = {
  neg: { result: 'same', saves: 'nothing', gradient: (g) => g.neg() },
  abs: { result: 'same', saves: 'input', gradient: (g, x) => g.mul(x.sign()) },
  sign: { result: 'same', saves: 'nothing', gradient: flat },
  exp: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y) },
  expm1: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.add(1)) },
  log: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x) },
  log1p: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.add(1)) },
  log2: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.mul(Math.LN2)) },
  log10: { result: 'float', saves: 'input', gradient: (g, x) => g.div(x.mul(Math.LN10)) },
  sqrt: { result: 'float', saves: 'output', gradient: (g, y) => g.div(y.mul(2)) },
  rsqrt: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.pow(3)).mul(-0.5) },
  reciprocal: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y).mul(y).neg() },
  square: { result: 'same', saves: 'input', gradient: (g, x) => g.mul(x).mul(2) },
  sin: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(x.cos()) },
  cos: { result: 'float', saves: 'input', gradient: (g, x) => g.mul(x.sin()).neg() },
  tan: { result: 'float', saves: 'output', gradient: (g, y) => g.mul(y.square().add(1)) },
  tanh: { result: 'float', saves: 'output', gradient: tanhBackward },
  sigmoid: { result: 'float', saves: 'output', gradient: sigmoidBackward },
  relu: { result: 'same', saves: 'output', gradient: reluBackward },
  floor: { result: 'same', saves: 'nothing', gradient: flat },
  ceil: { result: 'same', saves: 'nothing', gradient: flat },
  trunc: { result: 'same', saves: 'nothing', gradient: flat },
  round: { result: 'same', saves: 'nothing', gradient: flat },
  logicalNot: { result: 'bool', saves: 'nothing', gradient: flat },
  isnan: { result: 'bool', saves: 'nothing', gradient: flat },
  isinf: { result: 'bool', saves: 'nothing', gradient: flat },
  isfinite: { result: 'bool', saves: 'nothing', gradient: flat },
}

/** The functions that are meant for numbers and refuse true and false, as PyTorch's do. */
const refusesBool: ReadonlySet<UnaryName> = new Set<UnaryName>([
  'neg',
  'relu',
  'sign',
  'floor',
  'ceil',
  'trunc',
  'round',
])

function defineUnary(name: UnaryName): Op<[Tensor]> {
  const rule = rules[name]
  return {
    name,
    forward(context, [x]) {
      if (x.dtype === 'bool' && refusesBool.has(name)) {
        throw new DTypeError(`${name}: not defined for bool tensors; convert with to('int64') first`)
      }
      const out = allocate(x.shape, resultDtype(rule, x.dtype))
      getBackend().kernels.unary(name, x, out)
      if (rule.saves === 'input') context.save(x)
      if (rule.saves === 'output') context.save(out)
      return out
    },
    backward(context, grad) {
      const [saved = grad] = context.saved
      return [rule.gradient(grad, saved)]
    },
  }
}

function resultDtype(rule: UnaryRule, dtype: DType): DType {
  if (rule.result === 'bool') return 'bool'
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
