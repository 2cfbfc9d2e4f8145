import { type DType, dtypes, getDefaultDtype } from '../core/dtype'
import { AutogradError, DTypeError } from '../core/errors'
import { getAutograd } from '../core/graph'
import { apply, applyInPlace, type Context, checkResult, checkWritable, type Op } from '../core/op'
import { allocate, asTensor, broadcastTo, castTo } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import type { BinaryName } from '../kernels/js/binary'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zerosLike } from './creation'
import { where } from './where'

/** The gradient of one operand: grad · ∂f/∂a or grad · ∂f/∂b, and which operands it is written in. */
interface Partial {
  readonly reads: '' | 'a' | 'b' | 'ab'
  readonly of: (grad: Tensor, a: Tensor, b: Tensor) => Tensor
}

/** How a binary function differentiates, and which dtype it gives. */
interface BinaryRule {
  /** `float`: integers become the default dtype. `same`: the promoted dtype. `bool`: true or false. */
  readonly result: 'float' | 'same' | 'bool'
  /** As PyTorch names the node, where it is not the name itself: also by whether b is a plain number. */
  readonly nodeFor?: (b: Tensor) => string
  /** Of a and b; null for a function that has none. */
  readonly gradients: readonly [Partial, Partial] | null
}

const comparison: BinaryRule = { result: 'bool', gradients: null }

const itself: Partial = { reads: '', of: (g) => g }
const negated: Partial = { reads: '', of: (g) => g.neg() }
const nothing: Partial = { reads: '', of: zerosLike }

/** What PyTorch has no derivative for either. */
function unknown(name: string): Partial {
  return {
    reads: '',
    of() {
      throw new AutogradError(`${name}: this gradient is not implemented`)
    },
  }
}

/** PyTorch has two forms of some functions: with a plain number, and with a tensor. */
const numbered =
  (name: string) =>
  (b: Tensor): string =>
    `${name}Backward${b.wrapped ? 0 : 1}`

/** f, ∂f/∂a and ∂f/∂b, an entry each. The engine sums gradients back over broadcast dimensions. */
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
  floorDivide: { result: 'same', nodeFor: () => 'DivBackward2', gradients: [nothing, nothing] },
  truncDivide: { result: 'same', nodeFor: () => 'DivBackward2', gradients: [nothing, nothing] },
  // a - b ⌊a/b⌋
  remainder: {
    result: 'same',
    nodeFor: numbered('Remainder'),
    gradients: [itself, { reads: 'ab', of: (g, a, b) => g.neg().mul(binary('floorDivide', a, b)) }],
  },
  // a - b trunc(a/b)
  fmod: {
    result: 'same',
    nodeFor: numbered('Fmod'),
    gradients: [itself, { reads: 'ab', of: (g, a, b) => g.neg().mul(binary('truncDivide', a, b)) }],
  },
  pow: {
    result: 'same',
    nodeFor: numbered('Pow'),
    gradients: [
      { reads: 'ab', of: powByBase },
      { reads: 'ab', of: powByExponent },
    ],
  },
  // ∂ = (b, -a) / (a² + b²), and 0 at the origin.
  atan2: {
    result: 'float',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.mul(b.mul(inverseSquare(a, b))) },
      { reads: 'ab', of: (g, a, b) => g.mul(a.neg().mul(inverseSquare(a, b))) },
    ],
  },
  hypot: {
    result: 'same',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.mul(a.div(binary('hypot', a, b))) },
      { reads: 'ab', of: (g, a, b) => g.mul(b.div(binary('hypot', a, b))) },
    ],
  },
  // ln(eᵃ + eᵇ)
  logaddexp: {
    result: 'same',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.div(b.sub(a).exp().add(1)) },
      { reads: 'ab', of: (g, a, b) => g.div(a.sub(b).exp().add(1)) },
    ],
  },
  // log₂(2ᵃ + 2ᵇ)
  logaddexp2: {
    result: 'same',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.div(binary('pow', 2, b.sub(a)).add(1)) },
      { reads: 'ab', of: (g, a, b) => g.div(binary('pow', 2, a.sub(b)).add(1)) },
    ],
  },
  // a ln b, which is 0 for a = 0 whatever b is, and so is its gradient where ln b is no number.
  xlogy: {
    result: 'float',
    gradients: [
      { reads: 'ab', of: (g, a, b) => binary('xlogy', g, b).maskedFill(a.eq(0).logicalAnd(b.le(0)), 0) },
      { reads: 'ab', of: (g, a, b) => g.mul(a.div(b)) },
    ],
  },
  // ∂ζ(s, q)/∂q = -s ζ(s + 1, q)
  zeta: {
    result: 'float',
    gradients: [unknown('zeta'), { reads: 'ab', of: (g, s, q) => g.mul(s.neg().mul(binary('zeta', s.add(1), q))) }],
  },
  copysign: {
    result: 'float',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.mul(binary('copysign', a, b).div(a).maskedFill(a.eq(0), 0)) },
      nothing,
    ],
  },
  heaviside: { result: 'same', gradients: [unknown('heaviside'), unknown('heaviside')] },
  maximum: {
    result: 'same',
    gradients: [
      { reads: 'ab', of: (g, a, b) => halfOnTies(g, a.eq(b), a.lt(b)) },
      { reads: 'ab', of: (g, a, b) => halfOnTies(g, a.eq(b), b.lt(a)) },
    ],
  },
  minimum: {
    result: 'same',
    gradients: [
      { reads: 'ab', of: (g, a, b) => halfOnTies(g, a.eq(b), a.gt(b)) },
      { reads: 'ab', of: (g, a, b) => halfOnTies(g, a.eq(b), b.gt(a)) },
    ],
  },
  // The whole gradient goes to the side that won, to a where they are equal.
  fmax: {
    result: 'same',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.maskedFill(a.ge(b).logicalOr(b.isnan()).logicalNot(), 0) },
      { reads: 'ab', of: (g, a, b) => g.maskedFill(a.ge(b).logicalOr(b.isnan()), 0) },
    ],
  },
  fmin: {
    result: 'same',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.maskedFill(a.le(b).logicalOr(b.isnan()).logicalNot(), 0) },
      { reads: 'ab', of: (g, a, b) => g.maskedFill(a.le(b).logicalOr(b.isnan()), 0) },
    ],
  },
  eq: comparison,
  ne: comparison,
  lt: comparison,
  le: comparison,
  gt: comparison,
  ge: comparison,
  logicalAnd: comparison,
  logicalOr: comparison,
  logicalXor: comparison,
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

function inverseSquare(a: Tensor, b: Tensor): Tensor {
  const square = a.square().add(b.square())
  return square.reciprocal().maskedFill(square.eq(0), 0)
}

/** The gradient goes to the side that won, half to each where they are equal. */
function halfOnTies(g: Tensor, tied: Tensor, lost: Tensor): Tensor {
  return where(tied, g.div(2), g).maskedFill(lost, 0)
}

type Names = ReadonlySet<BinaryName>

/** Not defined for two bool tensors, as in PyTorch. */
const refusesBool: Names = new Set<BinaryName>(['floorDivide', 'truncDivide', 'remainder', 'fmod', 'pow'])
/** Not defined for a plain number, as in PyTorch. */
const takesTensors: Names = new Set<BinaryName>([
  'atan2',
  'hypot',
  'logaddexp',
  'logaddexp2',
  'heaviside',
  'maximum',
  'minimum',
  'fmax',
  'fmin',
  'logicalAnd',
  'logicalOr',
  'logicalXor',
])
/** Not defined for whole numbers, as in PyTorch. */
const takesFloats: Names = new Set<BinaryName>(['hypot', 'logaddexp', 'logaddexp2'])
const dividesIntegers: Names = new Set<BinaryName>(['floorDivide', 'truncDivide', 'remainder', 'fmod'])

function defineBinary(name: BinaryName): Op<[Tensor, Tensor]> {
  const { gradients, nodeFor } = rules[name]
  return {
    name,
    ...(nodeFor === undefined ? {} : { nodeFor: ([, b]: readonly [Tensor, Tensor]) => nodeFor(b) }),
    forward(context, [a, b]) {
      const out = compute(name, a, b, null)
      if (gradients !== null) saveWhatIsRead(context, gradients, a, b)
      return out
    },
    backward(context, grad) {
      if (gradients === null) return [null, null]
      const [a, b] = context.saved as [Tensor, Tensor]
      const [byA, byB] = gradients
      return [
        context.needs[0] === true ? byA.of(grad, a, b) : null,
        context.needs[1] === true ? byB.of(grad, a, b) : null,
      ]
    },
  }
}

/** Saves the operands that the gradients of those that need one are written in. */
function saveWhatIsRead(context: Context<undefined>, gradients: readonly Partial[], a: Tensor, b: Tensor): void {
  const read = gradients.map(({ reads }, i) => (context.needs[i] === true ? reads : '')).join('')
  context.save(read.includes('a') ? a : null, read.includes('b') ? b : null)
}

/** Computes f(a, b) into `target`, or into a new tensor where there is none. */
function compute(name: BinaryName, a: Tensor, b: Tensor, target: Tensor | null): Tensor {
  const shape = broadcastShapes(name, a.shape, b.shape)
  const dtype = operandDtype(name, a, b)
  checkOperands(name, dtype, a, b)
  const out = target ?? allocate(shape, rules[name].result === 'bool' ? 'bool' : dtype)
  getBackend().kernels.binary(name, broadcastTo(castTo(a, dtype), shape), broadcastTo(castTo(b, dtype), shape), out)
  return out
}

function operandDtype(name: BinaryName, a: Tensor, b: Tensor): DType {
  const dtype = resultType(a, b)
  return rules[name].result === 'float' && dtypes[dtype].category < 2 ? getDefaultDtype() : dtype
}

function checkOperands(name: BinaryName, dtype: DType, a: Tensor, b: Tensor): void {
  if (name === 'sub' && (a.dtype === 'bool' || b.dtype === 'bool')) {
    throw new DTypeError("sub: not defined for bool tensors; use logicalXor, or convert with to('int64') first")
  }
  if (dtype === 'bool' && refusesBool.has(name)) {
    throw new DTypeError(`${name}: not defined for two bool tensors; convert one with to('int64') first`)
  }
  if (takesFloats.has(name) && dtypes[dtype].category < 2) {
    throw new DTypeError(`${name}: needs floating-point tensors, got ${dtype}`)
  }
  if (dividesIntegers.has(name) && dtypes[dtype].category < 2 && hasZero(b)) {
    throw new RangeError(`${name}: an integer was divided by zero`)
  }
  if (name === 'pow' && dtypes[dtype].category < 2 && b.wrapped && b.item() < 0) {
    throw new DTypeError(
      `pow: integers to the negative power ${b.item()} are no integers; convert with to('float32') first`,
    )
  }
}

function hasZero(x: Tensor): boolean {
  const zeros = allocate(x.shape, 'bool')
  getBackend().kernels.unary('logicalNot', x, zeros)
  return zeros.any().item() !== 0
}

const ops = Object.fromEntries(Object.keys(rules).map((name) => [name, defineBinary(name as BinaryName)])) as Readonly<
  Record<BinaryName, Op<[Tensor, Tensor]>>
>

/** f(a, b) for the binary function of that name, broadcasting and promoting as PyTorch does. */
export function binary(name: BinaryName, a: Tensor | number | boolean, b: Tensor | number | boolean): Tensor {
  if (takesTensors.has(name) && typeof b !== 'object') throw new DTypeError(`${name}: expects a tensor, got ${b}`)
  return apply(ops[name], [asTensor(name, a), asTensor(name, b)], undefined)
}

/** a becomes f(a, b). */
export function binaryInPlace(name: BinaryName, a: Tensor, b: Tensor | number | boolean): Tensor {
  const other = asTensor(`${name}_`, b)
  if (!canComputeInPlace(name, a, other)) return applyInPlace(ops[name], [a, other], undefined)
  checkWritable(`${name}_`, a)
  getAutograd()?.checkInPlace(`${name}_`, a)
  const shape = broadcastShapes(`${name}_`, a.shape, other.shape)
  checkResult(`${name}_`, a, { shape, dtype: operandDtype(name, a, other) })
  compute(name, a, other, a)
  a.storage.version++
  return a
}

/** True where no graph needs the old elements, and none is read after it was overwritten. */
function canComputeInPlace(name: BinaryName, a: Tensor, b: Tensor): boolean {
  if (getAutograd()?.needsGraph([a, b]) === true) return false
  return a.storage !== b.storage && operandDtype(name, a, b) === a.dtype && rules[name].result !== 'bool'
}

/** a ± alpha · b, named as the plain op is. */
const scaledOps = { add: scaled('add', 1), sub: scaled('sub', -1) }

function scaled(name: 'add' | 'sub', sign: 1 | -1): Op<[Tensor, Tensor], number> {
  return {
    name,
    forward(_, [a, b], alpha) {
      const shape = broadcastShapes(name, a.shape, b.shape)
      const dtype = resultType(a, b)
      checkOperands(name, dtype, a, b)
      checkAlpha(name, dtype, alpha)
      const out = allocate(shape, dtype)
      const [x, y] = [broadcastTo(castTo(a, dtype), shape), broadcastTo(castTo(b, dtype), shape)]
      getBackend().kernels.addScaled(x, y, sign * alpha, out)
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
