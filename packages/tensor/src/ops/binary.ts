import { type DType, dtypes, getDefaultDtype } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { getAutograd } from '../core/graph'
import { apply, applyInPlace, type Context, checkResult, checkWritable, type Op } from '../core/op'
import { allocate, asTensor, broadcastTo, castTo } from '../core/operand'
import { resultType } from '../core/promotion'
import { broadcastShapes } from '../core/shape'
import type { BinaryName } from '../kernels/js/binary'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

/** How a binary function differentiates, and which dtype it gives. */
interface BinaryRule {
  /** `float`: integers become the default dtype. `same`: the promoted dtype. `bool`: true or false. */
  readonly result: 'float' | 'same' | 'bool'
  /** As PyTorch names the node, where it is not the name itself. */
  readonly node?: string
  /** grad · ∂f/∂a and grad · ∂f/∂b; null for a function that has none. Without `saves`, a and b are not there. */
  readonly gradients: ((grad: Tensor, a: Tensor, b: Tensor) => [() => Tensor | null, () => Tensor | null]) | null
  readonly saves?: boolean
}

const comparison: BinaryRule = { result: 'bool', gradients: null }

/** f, ∂f/∂a and ∂f/∂b, an entry each. The engine sums gradients back over broadcast dimensions. */
const rules: Readonly<Record<BinaryName, BinaryRule>> = {
  add: { result: 'same', gradients: (g) => [() => g, () => g] },
  sub: { result: 'same', gradients: (g) => [() => g, () => g.neg()] },
  mul: { result: 'same', saves: true, gradients: (g, a, b) => [() => g.mul(b), () => g.mul(a)] },
  div: {
    result: 'float',
    saves: true,
    gradients: (g, a, b) => [() => g.div(b), () => g.neg().mul(a.div(b).div(b))],
  },
  floorDivide: { result: 'same', gradients: null },
  // a - b ⌊a/b⌋
  remainder: {
    result: 'same',
    saves: true,
    gradients: (g, a, b) => [() => g, () => g.neg().mul(binary('floorDivide', a, b))],
  },
  // a - b trunc(a/b)
  fmod: { result: 'same', saves: true, gradients: (g, a, b) => [() => g, () => g.neg().mul(a.div(b).trunc())] },
  // b aᵇ⁻¹, which is 0 for b = 0 whatever a is;  aᵇ ln a, which is 0 for a = 0 and b ≥ 0.
  pow: {
    result: 'same',
    saves: true,
    gradients: (g, a, b) => [
      () => g.mul(b.mul(a.pow(b.sub(1)))).maskedFill(b.eq(0), 0),
      () =>
        g
          .mul(a.pow(b))
          .mul(a.log())
          .maskedFill(a.eq(0).logicalAnd(b.ge(0)), 0),
    ],
  },
  atan2: {
    result: 'float',
    saves: true,
    gradients: (g, a, b) => {
      const over = (): Tensor => g.div(a.square().add(b.square()))
      return [() => over().mul(b), () => over().mul(a).neg()]
    },
  },
  maximum: { result: 'same', saves: true, gradients: (g, a, b) => halvesOnTies(g, a.gt(b), b.gt(a)) },
  minimum: { result: 'same', saves: true, gradients: (g, a, b) => halvesOnTies(g, a.lt(b), b.lt(a)) },
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

/** The gradient goes to the side that won, half to each where they are equal. */
function halvesOnTies(g: Tensor, aWins: Tensor, bWins: Tensor): [() => Tensor, () => Tensor] {
  const half = g.div(2).maskedFill(aWins.logicalOr(bWins), 0)
  return [() => half.add(g.maskedFill(aWins.logicalNot(), 0)), () => half.add(g.maskedFill(bWins.logicalNot(), 0))]
}

const refusesBool: ReadonlySet<BinaryName> = new Set<BinaryName>(['sub'])
const dividesIntegers: ReadonlySet<BinaryName> = new Set<BinaryName>(['floorDivide', 'remainder', 'fmod'])

function defineBinary(name: BinaryName): Op<[Tensor, Tensor]> {
  const rule = rules[name]
  return {
    name,
    ...(rule.node === undefined ? {} : { node: rule.node }),
    forward(context, [a, b]) {
      const out = compute(name, a, b, null)
      if (rule.saves === true) context.save(a, b)
      return out
    },
    backward(context: Context<undefined>, grad): [Tensor | null, Tensor | null] {
      if (rule.gradients === null) return [null, null]
      const [a = grad, b = grad] = context.saved
      const [byA, byB] = rule.gradients(grad, a, b)
      return [context.needs[0] === true ? byA() : null, context.needs[1] === true ? byB() : null]
    },
  }
}

/** Computes f(a, b) into `target`, or into a new tensor where there is none. */
function compute(name: BinaryName, a: Tensor, b: Tensor, target: Tensor | null): Tensor {
  const shape = broadcastShapes(name, a.shape, b.shape)
  const dtype = operandDtype(name, a, b)
  checkOperands(name, dtype, b)
  const out = target ?? allocate(shape, rules[name].result === 'bool' ? 'bool' : dtype)
  getBackend().kernels.binary(name, broadcastTo(castTo(a, dtype), shape), broadcastTo(castTo(b, dtype), shape), out)
  return out
}

function operandDtype(name: BinaryName, a: Tensor, b: Tensor): DType {
  const dtype = resultType(a, b)
  return rules[name].result === 'float' && dtypes[dtype].category < 2 ? getDefaultDtype() : dtype
}

function checkOperands(name: BinaryName, dtype: DType, b: Tensor): void {
  if (dtype === 'bool' && refusesBool.has(name)) {
    throw new DTypeError(`${name}: not defined for two bool tensors; logicalXor or ne tells where they differ`)
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
  return apply(ops[name], [asTensor(a), asTensor(b)], undefined)
}

/** a becomes f(a, b). */
export function binaryInPlace(name: BinaryName, a: Tensor, b: Tensor | number | boolean): Tensor {
  const other = asTensor(b)
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

const addScaledOp: Op<[Tensor, Tensor], number> = {
  name: 'add',
  forward(_, [a, b], alpha) {
    const shape = broadcastShapes('add', a.shape, b.shape)
    const dtype = resultType(a, b)
    checkAlpha(dtype, alpha)
    const out = allocate(shape, dtype)
    getBackend().kernels.addScaled(
      broadcastTo(castTo(a, dtype), shape),
      broadcastTo(castTo(b, dtype), shape),
      alpha,
      out,
    )
    return out
  },
  backward({ params: alpha, needs }, grad) {
    return [grad, needs[1] === true ? grad.mul(alpha) : null]
  },
}

function checkAlpha(dtype: DType, alpha: number): void {
  if (dtypes[dtype].category < 2 && !Number.isInteger(alpha)) {
    throw new DTypeError(`add: alpha ${alpha} is no integer, the operands are ${dtype}`)
  }
}

/** a + alpha · b. */
export function addScaled(a: Tensor, b: Tensor | number | boolean, alpha: number): Tensor {
  return alpha === 1 ? binary('add', a, b) : apply(addScaledOp, [a, asTensor(b)], alpha)
}

/** a becomes a + alpha · b. */
export function addScaledInPlace(a: Tensor, b: Tensor | number | boolean, alpha: number): Tensor {
  if (alpha === 1) return binaryInPlace('add', a, b)
  return applyInPlace(addScaledOp, [a, asTensor(b)], alpha)
}
