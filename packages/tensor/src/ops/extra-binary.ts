import { AutogradError } from '../core/errors'
import { isTensor } from '../core/is-tensor'
import { apply } from '../core/op'
import { asTensor } from '../core/operand'
import { type ExtraBinaryName, extraBinaryFunctions } from '../kernels/js/extra-binary-functions'
import type { Tensor } from '../tensor'
import { binary } from './binary'
import { type BinaryRule, binaryKinds, nothing, type Partial } from './binary-op'
import { nothingMore, takesOperand, takesTwo } from './takes'

/** What PyTorch has no derivative for either. */
function unknown(name: string): Partial {
  return {
    reads: '',
    of() {
      throw new AutogradError(`${name}: its derivative is not implemented`)
    },
  }
}

/** ∂f/∂a and ∂f/∂b of the functions that are no methods. Programs that use none go without them. */
const rules: Readonly<Record<ExtraBinaryName, BinaryRule>> = {
  // ∂ = (b, -a) / (a² + b²), and 0 at the origin.
  atan2: {
    result: 'float',
    takes: 'tensors',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.mul(b.mul(inverseSquare(a, b))) },
      { reads: 'ab', of: (g, a, b) => g.mul(a.neg().mul(inverseSquare(a, b))) },
    ],
  },
  hypot: {
    result: 'same',
    takes: 'floating-point tensors',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.mul(a.div(extraBinary('hypot', a, b))) },
      { reads: 'ab', of: (g, a, b) => g.mul(b.div(extraBinary('hypot', a, b))) },
    ],
  },
  // ln(eᵃ + eᵇ)
  logaddexp: {
    result: 'same',
    takes: 'floating-point tensors',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.div(b.sub(a).exp().add(1)) },
      { reads: 'ab', of: (g, a, b) => g.div(a.sub(b).exp().add(1)) },
    ],
  },
  // log₂(2ᵃ + 2ᵇ)
  logaddexp2: {
    result: 'same',
    takes: 'floating-point tensors',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.div(binary('pow', 2, b.sub(a)).add(1)) },
      { reads: 'ab', of: (g, a, b) => g.div(binary('pow', 2, a.sub(b)).add(1)) },
    ],
  },
  // a ln b, which is 0 for a = 0 whatever b is, and so is its gradient where ln b is no number.
  xlogy: {
    result: 'float',
    gradients: [
      { reads: 'ab', of: (g, a, b) => extraBinary('xlogy', g, b).maskedFill(a.eq(0).logicalAnd(b.le(0)), 0) },
      { reads: 'ab', of: (g, a, b) => g.mul(a.div(b)) },
    ],
  },
  // ∂ζ(s, q)/∂q = -s ζ(s + 1, q)
  zeta: {
    result: 'float',
    gradients: [
      unknown('zeta'),
      { reads: 'ab', of: (g, s, q) => g.mul(s.neg().mul(extraBinary('zeta', s.add(1), q))) },
    ],
  },
  copysign: {
    result: 'float',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.mul(extraBinary('copysign', a, b).div(a).maskedFill(a.eq(0), 0)) },
      nothing,
    ],
  },
  heaviside: {
    result: 'same',
    takes: 'tensors',
    nodeFor: () => 'NotImplemented',
    gradients: [unknown('heaviside'), unknown('heaviside')],
  },
  // The whole gradient goes to the side that won, to a where they are equal.
  fmax: {
    result: 'same',
    takes: 'tensors',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.maskedFill(a.ge(b).logicalOr(b.isnan()).logicalNot(), 0) },
      { reads: 'ab', of: (g, a, b) => g.maskedFill(a.ge(b).logicalOr(b.isnan()), 0) },
    ],
  },
  fmin: {
    result: 'same',
    takes: 'tensors',
    gradients: [
      { reads: 'ab', of: (g, a, b) => g.maskedFill(a.le(b).logicalOr(b.isnan()).logicalNot(), 0) },
      { reads: 'ab', of: (g, a, b) => g.maskedFill(a.le(b).logicalOr(b.isnan()), 0) },
    ],
  },
}

function inverseSquare(a: Tensor, b: Tensor): Tensor {
  const square = a.square().add(b.square())
  return square.reciprocal().maskedFill(square.eq(0), 0)
}

const functions = binaryKinds(extraBinaryFunctions, rules)

/**
 * f(a, b) for the binary function of that name, broadcasting and promoting as PyTorch does.
 *
 * @param none what was given after the operands, which is refused
 */
export function extraBinary(
  name: ExtraBinaryName,
  a: Tensor | number | boolean,
  b: Tensor | number | boolean,
  none: readonly unknown[] = nothingMore,
): Tensor {
  const { op, rule } = functions[name]
  if (rule.takes !== undefined) {
    if (none.length > 0 || !isTensor(a) || !isTensor(b)) takesTwo([a, b], none, name)
  } else if (none.length > 0) takesOperand([a, b], none, name)
  return apply(op, [asTensor(name, a, 'input'), asTensor(name, b)], undefined)
}
