import type { Adapters } from './adapter'

/** Arithmetic on two operands. */
export const arithmetic: Adapters = {
  add: (c) => c.tensor(0).add(c.operand(1), { alpha: c.number(2, 'alpha', 1) }),
  sub: (c) => c.tensor(0).sub(c.operand(1), { alpha: c.number(2, 'alpha', 1) }),
  mul: (c) => c.tensor(0).mul(c.operand(1)),
  __radd__: (c) => c.tensor(0).add(c.operand(1)),
  __rmul__: (c) => c.tensor(0).mul(c.operand(1)),
  pow: (c) => c.tensor(0).pow(c.operand(1)),
  remainder: (c) => c.tensor(0).remainder(c.operand(1)),
  fmod: (c) => c.tensor(0).fmod(c.operand(1)),
  floor_divide: (c) => c.tensor(0).floorDivide(c.operand(1)),
  true_divide: (c) => c.tensor(0).div(c.operand(1)),
  atan2: (c) => c.tensor(0).atan2(c.operand(1)),
  maximum: (c) => c.tensor(0).maximum(c.operand(1)),
  minimum: (c) => c.tensor(0).minimum(c.operand(1)),
  eq: (c) => c.tensor(0).eq(c.operand(1)),
  ne: (c) => c.tensor(0).ne(c.operand(1)),
  lt: (c) => c.tensor(0).lt(c.operand(1)),
  le: (c) => c.tensor(0).le(c.operand(1)),
  gt: (c) => c.tensor(0).gt(c.operand(1)),
  ge: (c) => c.tensor(0).ge(c.operand(1)),
  logical_and: (c) => c.tensor(0).logicalAnd(c.operand(1)),
  logical_or: (c) => c.tensor(0).logicalOr(c.operand(1)),
  logical_xor: (c) => c.tensor(0).logicalXor(c.operand(1)),
}
