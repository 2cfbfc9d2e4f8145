import {
  add,
  addcdiv,
  addcmul,
  atan2,
  clamp,
  clampMax,
  clampMin,
  copysign,
  div,
  eq,
  floorDivide,
  fmax,
  fmin,
  fmod,
  ge,
  gt,
  heaviside,
  hypot,
  isclose,
  le,
  lerp,
  logaddexp,
  logaddexp2,
  logicalAnd,
  logicalOr,
  logicalXor,
  lt,
  maximum,
  minimum,
  mul,
  ne,
  type Operand,
  pow,
  remainder,
  rsub,
  sub,
  type Tensor,
  where,
  xlogy,
} from '@nn/tensor'
import type { Call } from '../call'
import { type Adapters, adaptEach } from './adapter'

/** Functions of two tensors. */
const ofTensors: Readonly<Record<string, (a: Tensor, b: Tensor) => Tensor>> = {
  atan2,
  fmax,
  fmin,
  heaviside,
  hypot,
  logaddexp,
  logaddexp2,
  logical_and: logicalAnd,
  logical_or: logicalOr,
  logical_xor: logicalXor,
  maximum,
  minimum,
}

/** Functions of a tensor and another one or a number. */
const ofOperands: Readonly<Record<string, (a: Tensor, b: Operand) => Tensor>> = {
  clamp_max: clampMax,
  clamp_min: clampMin,
  copysign,
  eq,
  floor_divide: floorDivide,
  fmod,
  ge,
  gt,
  le,
  lt,
  mul,
  ne,
  pow,
  remainder,
  true_divide: div,
  xlogy,
}

/** Python's operators with the tensor on the right. */
const reversed: Readonly<Record<string, (a: Operand, b: Tensor) => Tensor>> = {
  __radd__: add,
  __rdiv__: div,
  __rmul__: mul,
  __rpow__: pow,
  __rsub__: sub,
}

const alpha = (c: Call): { alpha: number } => ({ alpha: c.number(2, 'alpha', 1) })
const bound = (c: Call, index: number, name: string): Operand | null =>
  c.value(index, name) == null ? null : c.operand(index, name)

/** Functions of two or three operands. */
export const arithmetic: Adapters = {
  ...adaptEach(ofTensors, (f) => (c) => f(c.tensor(0), c.tensor(1))),
  ...adaptEach(ofOperands, (f) => (c) => f(c.tensor(0), c.operand(1))),
  ...adaptEach(reversed, (f) => (c) => f(c.operand(1), c.tensor(0))),
  add: (c) => add(c.tensor(0), c.operand(1), alpha(c)),
  sub: (c) => sub(c.tensor(0), c.operand(1), alpha(c)),
  rsub: (c) => rsub(c.tensor(0), c.operand(1), alpha(c)),
  div: (c) => div(c.tensor(0), c.operand(1), c.options({ roundingMode: ['rounding_mode', 2] })),
  addcmul: (c) => addcmul(c.tensor(0), c.tensor(1), c.tensor(2), c.options({ value: ['value', 3] })),
  addcdiv: (c) => addcdiv(c.tensor(0), c.tensor(1), c.tensor(2), c.options({ value: ['value', 3] })),
  lerp: (c) => lerp(c.tensor(0), c.tensor(1), c.value(2) as Tensor | number),
  clamp: (c) => clamp(c.tensor(0), bound(c, 1, 'min'), bound(c, 2, 'max')),
  // The fixtures call it as a method: the receiver is what the condition chooses first.
  where: (c) => where(c.tensor(1), c.operand(0), c.operand(2)),
  isclose: (c) =>
    isclose(c.tensor(0), c.tensor(1), c.options({ rtol: ['rtol', 2], atol: ['atol', 3], equalNan: ['equal_nan', 4] })),
}
