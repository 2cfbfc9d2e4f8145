import { loadPartial, loadUpTo4, storePartial, storeUpTo4 } from './partial'

/**
 * out[i] = Op.of(x[i]) for i < n. `out` may be `x`.
 *
 * An operation is a class without fields, given as a type: the compiler puts its code into the loop.
 */
@inline
export function map<Op>(x: usize, out: usize, n: usize): void {
  const op = changetype<Op>(0)
  for (; n >= 4; n -= 4) {
    v128.store(out, op.of(v128.load(x)))
    x += 16
    out += 16
  }
  if (n > 0) storePartial(out, op.of(loadPartial(x, n, 1)), n)
}

/** The same for an operation of many instructions, whose code stands in the module once: the end has no loop of its own. */
@inline
export function mapOnce<Op>(x: usize, out: usize, n: usize): void {
  const op = changetype<Op>(0)
  while (n > 0) {
    const count = min(n, 4)
    storeUpTo4(out, op.of(loadUpTo4(x, count)), count)
    x += 16
    out += 16
    n -= count
  }
}
