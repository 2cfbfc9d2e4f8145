import { type DType, dtypes } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { getAutograd } from '../core/graph'
import { isTensor } from '../core/is-tensor'
import * as kinds from '../core/kinds'
import { inMemoryOrder, resultStrides } from '../core/layout'
import { apply, applyInPlace, calledBy, checkResult, checkWritable, type Op } from '../core/op'
import { allocate, asTensor, broadcastTo, castTo } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import { show } from '../core/show'
import { type Args, signature } from '../core/signature'
import { type BinaryName, binaryFunctions } from '../kernels/js/binary-functions'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import type { AlphaOptions, DivOptions } from './arithmetic'
import {
  type BinaryRule,
  binaryKinds,
  checkOperands,
  computeBinary,
  itself,
  nothing,
  operandDtype,
  type Partial,
} from './binary-op'
import { zerosLike } from './creation'
import { nothingMore, takesOperand } from './takes'
import { where } from './where'

const comparison: BinaryRule = { result: 'bool', gradients: null }
const logic: BinaryRule = { ...comparison, takes: 'tensors' }

const negated: Partial = { reads: '', of: (g) => g.neg() }

/** PyTorch has two forms of some functions: with a plain number, and with a tensor. */
const numbered =
  (name: string) =>
  (b: Tensor): string =>
    `${name}Backward${b.wrapped ? 0 : 1}`

/** ∂f/∂a and ∂f/∂b of the functions that tensors have as methods. The engine sums gradients back over broadcast dimensions. */
const rules: Readonly<Record<BinaryName, BinaryRule>> = {
  add: { result: 'same', gradients: [itself, itself] },
  sub: { result: 'same', gradients: [itself, negated] },
  mul: {
    result: 'same',
    gradients: [
      { reads: 'b', of: (g, _, b) => g.mul(b) },
      { reads: 'a', of: (g, a) => g.mul(a) },
    ],
  },
  div: {
    result: 'float',
    gradients: [
      { reads: 'b', of: (g, _, b) => g.div(b) },
      { reads: 'ab', of: (g, a, b) => g.neg().mul(a.div(b).div(b)) },
    ],
  },
  floorDivide: { result: 'same', refusesBool: true, nodeFor: () => 'DivBackward2', gradients: [nothing, nothing] },
  truncDivide: { result: 'same', refusesBool: true, nodeFor: () => 'DivBackward2', gradients: [nothing, nothing] },
  // a - b ⌊a/b⌋
  remainder: {
    result: 'same',
    refusesBool: true,
    nodeFor: numbered('Remainder'),
    gradients: [itself, { reads: 'ab', of: (g, a, b) => g.neg().mul(binary('floorDivide', a, b)) }],
  },
  // a - b trunc(a/b)
  fmod: {
    result: 'same',
    refusesBool: true,
    nodeFor: numbered('Fmod'),
    gradients: [itself, { reads: 'ab', of: (g, a, b) => g.neg().mul(binary('truncDivide', a, b)) }],
  },
  pow: {
    result: 'same',
    refusesBool: true,
    nodeFor: numbered('Pow'),
    gradients: [
      { reads: 'ab', of: powByBase },
      { reads: 'ab', of: powByExponent },
    ],
  },
  maximum: {
    result: 'same',
    takes: 'tensors',
    gradients: [
      { reads: 'ab', of: (g, a, b) => halfOnTies(g, a.eq(b), a.lt(b)) },
      { reads: 'ab', of: (g, a, b) => halfOnTies(g, a.eq(b), b.lt(a)) },
    ],
  },
  minimum: {
    result: 'same',
    takes: 'tensors',
    gradients: [
      { reads: 'ab', of: (g, a, b) => halfOnTies(g, a.eq(b), a.gt(b)) },
      { reads: 'ab', of: (g, a, b) => halfOnTies(g, a.eq(b), b.gt(a)) },
    ],
  },
  eq: comparison,
  ne: comparison,
  lt: comparison,
  le: comparison,
  gt: comparison,
  ge: comparison,
  logicalAnd: logic,
  logicalOr: logic,
  logicalXor: logic,
}

/** b aᵇ⁻¹, and 0 for b = 0 whatever a is. */
function powByBase(g: Tensor, a: Tensor, b: Tensor): Tensor {
  if (!b.wrapped) return g.mul(b.mul(a.pow(b.sub(1)))).maskedFill(b.eq(0), 0)
  const exponent = b.item()
  return exponent === 0 ? zerosLike(g) : g.mul(a.pow(exponent - 1).mul(exponent))
}

/** aᵇ ln a, and 0 for a = 0 with b ≥ 0. */
function powByExponent(g: Tensor, a: Tensor, b: Tensor): Tensor {
  const isZero = a.eq(0).logicalAnd(b.ge(0))
  return g.mul(a.pow(b).mul(a.log())).maskedFill(isZero, 0)
}

/** The gradient goes to the side that won, half to each where they are equal. */
function halfOnTies(g: Tensor, tied: Tensor, lost: Tensor): Tensor {
  return where(tied, g.div(2), g).maskedFill(lost, 0)
}

const functions = binaryKinds(binaryFunctions, rules)

/**
 * f(a, b) for the binary function of that name, broadcasting and promoting as PyTorch does.
 *
 * @param none what was given after the operands, which is refused
 */
export function binary(
  name: BinaryName,
  a: Tensor | number | boolean,
  b: Tensor | number | boolean,
  none: readonly unknown[] = nothingMore,
): Tensor {
  if (none.length > 0) takesOperand([a, b], none, name)
  const { op, rule } = functions[name]
  if (rule.takes !== undefined && !isTensor(b)) throw new TypeError(`${name}: other must be a tensor, got ${show(b)}`)
  return apply(op, [asTensor(name, a, 'input'), asTensor(name, b)], undefined)
}

/** a becomes f(a, b). */
export function binaryInPlace(
  name: BinaryName,
  a: Tensor,
  b: Tensor | number | boolean,
  none: readonly unknown[] = nothingMore,
): Tensor {
  if (none.length > 0) takesOperand([a, b], none, `${name}_`)
  const { f, rule, op } = functions[name]
  const other = asTensor(`${name}_`, b)
  if (!canComputeInPlace(rule, a, other)) return applyInPlace(op, [a, other], undefined)
  checkWritable(`${name}_`, a)
  getAutograd()?.checkInPlace(`${name}_`, a)
  const shape = broadcastShapes(`${name}_`, a.shape, other.shape)
  checkResult(`${name}_`, a, { shape, dtype: operandDtype(rule, a, other) })
  try {
    computeBinary(f, rule, a, other, a)
  } catch (error) {
    throw calledBy(`${name}_`, name, error)
  }
  a.storage.version++
  return a
}

/** True where no graph needs the old elements, and none is read after it was overwritten. */
function canComputeInPlace(rule: BinaryRule, a: Tensor, b: Tensor): boolean {
  if (getAutograd()?.needsGraph([a, b]) === true) return false
  return a.storage !== b.storage && operandDtype(rule, a, b) === a.dtype && rule.result !== 'bool'
}

/** a ± alpha · b, named as the plain op is. */
const scaledOps = { add: scaled('add', 1), sub: scaled('sub', -1) }

function scaled(name: 'add' | 'sub', sign: 1 | -1): Op<[Tensor, Tensor], number> {
  return {
    name,
    forward(_, [a, b], alpha) {
      const shape = broadcastShapes(name, a.shape, b.shape)
      const dtype = resultType(a, b)
      checkOperands(name, rules[name], dtype, a, b)
      checkAlpha(name, dtype, alpha)
      const [x, y] = [castTo(a, dtype), castTo(b, dtype)]
      const out = allocate(shape, dtype, resultStrides(shape, x, y))
      const [to, p, q] = inMemoryOrder(out, broadcastTo(x, shape), broadcastTo(y, shape))
      getBackend().kernels.addScaled(p, q, sign * alpha, to)
      return out
    },
    backward({ params: alpha, needs }, grad) {
      return [grad, needs[1] === true ? grad.mul(sign * alpha) : null]
    },
  }
}

function checkAlpha(name: string, dtype: DType, alpha: number): void {
  if (dtypes[dtype].category < 2 && !Number.isInteger(alpha)) {
    throw new DTypeError(`${name}: alpha ${alpha} is no integer, the operands are ${dtype}`)
  }
}

const takesAlpha = signature('', { input: kinds.operand, other: kinds.operand }, {}, { alpha: kinds.number })

/** The weight of the second operand among the arguments that follow it. */
export function alphaOf(op: string, a: Tensor, b: Tensor | number | boolean, args: Args<AlphaOptions>): number {
  return args.length === 0 ? 1 : (takesAlpha([a, b], args, op).alpha ?? 1)
}

/** a ± alpha · b. */
export function addOrSub(name: 'add' | 'sub', a: Tensor, b: Tensor | number | boolean, alpha: number): Tensor {
  return alpha === 1 ? binary(name, a, b) : apply(scaledOps[name], [a, asTensor(name, b)], alpha)
}

/** a becomes a ± alpha · b. */
export function addOrSubInPlace(name: 'add' | 'sub', a: Tensor, b: Tensor | number | boolean, alpha: number): Tensor {
  return alpha === 1 ? binaryInPlace(name, a, b) : applyInPlace(scaledOps[name], [a, asTensor(`${name}_`, b)], alpha)
}

/** How a quotient becomes a whole number: not at all, rounded towards zero, or rounded down. */
export type RoundingMode = null | 'trunc' | 'floor'

const takesDiv = signature(
  '',
  { input: kinds.operand, other: kinds.operand },
  {},
  { roundingMode: kinds.oneOf(null, 'trunc', 'floor') },
)

/** The rounding mode among the arguments that follow a divisor. */
export function roundingModeOf(
  op: string,
  a: Tensor,
  b: Tensor | number | boolean,
  args: Args<DivOptions>,
): RoundingMode {
  return args.length === 0 ? null : (takesDiv([a, b], args, op).roundingMode ?? null)
}

/** a / b, rounded as asked. */
export function divide(a: Tensor, b: Tensor | number | boolean, roundingMode: RoundingMode): Tensor {
  return binary(divisionFor(roundingMode), a, b)
}

/** a becomes a / b. */
export function divideInPlace(a: Tensor, b: Tensor | number | boolean, roundingMode: RoundingMode): Tensor {
  return binaryInPlace(divisionFor(roundingMode), a, b)
}

function divisionFor(roundingMode: RoundingMode): BinaryName {
  if (roundingMode === null) return 'div'
  if (roundingMode === 'trunc') return 'truncDivide'
  if (roundingMode === 'floor') return 'floorDivide'
  throw new RangeError(`div: roundingMode must be null, 'trunc' or 'floor', got ${String(roundingMode)}`)
}
