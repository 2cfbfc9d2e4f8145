import { AutogradError } from '../core/errors'
import { apply, applyInPlace, type Op } from '../core/op'
import { asTensor } from '../core/operand'
import type { Operand, Tensor } from '../tensor'
import { binary } from './binary'
import { nothingMore, takesOperand } from './takes'

/** ⌊a / b⌋. PyTorch leaves it without a derivative, though `div` with a rounding mode has one, which is 0. */
const floorDivideOp: Op<[Tensor, Tensor]> = {
  name: 'floorDivide',
  node: 'NotImplemented',
  forward: (_, [a, b]) => binary('floorDivide', a, b),
  backward() {
    throw new AutogradError(
      "floorDivide: its derivative is not implemented; div(a, b, { roundingMode: 'floor' }) has one, which is 0",
    )
  },
}

/** Division rounded down: ⌊a / b⌋. */
export function floorDivided(a: Operand, b: Operand, none: readonly unknown[] = nothingMore): Tensor {
  takesOperand([a, b], none, 'floorDivide')
  return apply(floorDivideOp, [asTensor('floorDivide', a), asTensor('floorDivide', b)], undefined)
}

/** a becomes ⌊a / b⌋. */
export function floorDividedInPlace(a: Tensor, b: Operand, none: readonly unknown[]): Tensor {
  takesOperand([a, b], none, 'floorDivide_')
  return applyInPlace(floorDivideOp, [a, asTensor('floorDivide_', b)], undefined)
}
