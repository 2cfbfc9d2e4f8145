import { isTensor } from '../core/is-tensor'
import * as kinds from '../core/kinds'
import { signature } from '../core/signature'
import type { Operand, Tensor } from '../tensor'

const takesTensorFirst = signature('', { input: kinds.tensor, other: kinds.operand })

/** The first operand of a function that takes no number there, as arithmetic does. */
export function tensorFirst(op: string, a: Tensor, b: Operand): Tensor {
  if (!isTensor(a)) takesTensorFirst([a, b], [], op)
  return a
}
