import { loadPartial, storePartial } from './partial'

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
