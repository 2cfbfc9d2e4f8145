import { type DType, dtypes, getDefaultDtype } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { inMemoryOrder, resultStrides } from '../core/layout'
import type { Context, Op } from '../core/op'
import { allocate, broadcastTo, castTo } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import type { BinaryFunction } from '../kernels/elementwise-function'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zerosLike } from './creation'

/** The gradient of one operand: grad · ∂f/∂a or grad · ∂f/∂b, and which operands it is written in. */
export interface Partial {
  readonly reads: '' | 'a' | 'b' | 'ab'
  readonly of: (grad: Tensor, a: Tensor, b: Tensor) => Tensor
}

/** How a binary function differentiates, and which dtypes it takes and gives. */
export interface BinaryRule {
  /** `float`: integers become the default dtype. `same`: the promoted dtype. `bool`: true or false. */
  readonly result: 'float' | 'same' | 'bool'
  /** Not defined for a plain number, or not for whole numbers either, as in PyTorch. */
  readonly takes?: 'tensors' | 'floating-point tensors'
  /** Not defined for two bool tensors, as in PyTorch. */
  readonly refusesBool?: boolean
  /** As PyTorch names the node, where it is not the name itself: also by whether b is a plain number. */
  readonly nodeFor?: (b: Tensor) => string
  /** Of a and b; null for a function that has none. */
  readonly gradients: readonly [Partial, Partial] | null
}

/** A binary function with its rule, and the op that both make. */
export interface BinaryKind {
  readonly f: BinaryFunction
  readonly rule: BinaryRule
  readonly op: Op<[Tensor, Tensor]>
}

export const itself: Partial = { reads: '', of: (g) => g }
export const nothing: Partial = { reads: '', of: (g) => zerosLike(g) }

/** A family of functions, by name. */
export function binaryKinds<Name extends string>(
  functions: Readonly<Record<Name, BinaryFunction['of']>>,
  rules: Readonly<Record<Name, BinaryRule>>,
): Readonly<Record<Name, BinaryKind>> {
  const names = Object.keys(functions) as Name[]
  const kinds = names.map((name) => [name, binaryKind({ name, of: functions[name] }, rules[name])])
  return Object.fromEntries(kinds) as Record<Name, BinaryKind>
}

function binaryKind(f: BinaryFunction, rule: BinaryRule): BinaryKind {
  const { nodeFor, gradients } = rule
  const op: Op<[Tensor, Tensor]> = {
    name: f.name,
    ...(nodeFor === undefined ? {} : { nodeFor: ([, b]: readonly [Tensor, Tensor]) => nodeFor(b) }),
    forward(context, [a, b]) {
      const out = computeBinary(f, rule, a, b, null)
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
  return { f, rule, op }
}

/** Saves the operands that the gradients of those that need one are written in. */
function saveWhatIsRead(context: Context<undefined>, gradients: readonly Partial[], a: Tensor, b: Tensor): void {
  const read = gradients.map(({ reads }, i) => (context.needs[i] === true ? reads : '')).join('')
  context.save(read.includes('a') ? a : null, read.includes('b') ? b : null)
}

/** Computes f(a, b) into `target`, or into a new tensor where there is none. */
export function computeBinary(
  f: BinaryFunction,
  rule: BinaryRule,
  a: Tensor,
  b: Tensor,
  target: Tensor | null,
): Tensor {
  const shape = broadcastShapes(f.name, a.shape, b.shape)
  const dtype = operandDtype(rule, a, b)
  checkOperands(f.name, rule, dtype, a, b)
  const [x, y] = [castTo(a, dtype), castTo(b, dtype)]
  const out = target ?? allocate(shape, rule.result === 'bool' ? 'bool' : dtype, resultStrides(shape, x, y))
  const [to, p, q] = inMemoryOrder(out, broadcastTo(x, shape), broadcastTo(y, shape))
  getBackend().kernels.binary(f, p, q, to)
  return out
}

/** The dtype in which f is computed. */
export function operandDtype(rule: BinaryRule, a: Tensor, b: Tensor): DType {
  const dtype = resultType(a, b)
  return rule.result === 'float' && dtypes[dtype].category < 2 ? getDefaultDtype() : dtype
}

/** Refuses operands for which PyTorch does not define the function. */
export function checkOperands(name: string, rule: BinaryRule, dtype: DType, a: Tensor, b: Tensor): void {
  const isWhole = dtypes[dtype].category < 2
  if (name === 'sub' && (a.dtype === 'bool' || b.dtype === 'bool')) {
    throw new DTypeError("sub: not defined for bool tensors; use logicalXor, or convert with to('int64') first")
  }
  if (dtype === 'bool' && rule.refusesBool === true) {
    throw new DTypeError(`${name}: not defined for two bool tensors; convert one with to('int64') first`)
  }
  if (rule.takes === 'floating-point tensors' && isWhole) {
    throw new DTypeError(`${name}: needs floating-point tensors, got ${dtype}`)
  }
  if (isWhole && dividesIntegers.has(name) && b.eq(0).any().item() !== 0) {
    throw new RangeError(`${name}: an integer was divided by zero`)
  }
  if (name === 'pow' && isWhole && b.wrapped && b.item() < 0) {
    throw new DTypeError(
      `pow: integers to the negative power ${b.item()} are no integers; convert with to('float32') first`,
    )
  }
}

const dividesIntegers: ReadonlySet<string> = new Set(['floorDivide', 'truncDivide', 'remainder', 'fmod'])
