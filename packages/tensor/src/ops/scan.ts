import { type DType, isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { allocate, backwards } from '../core/operand'
import { normalizeDim } from '../core/shape'
import type { ScanName } from '../kernels/js/scan'
import { scan as scanInJs } from '../kernels/js/scan'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { linearRecurrence } from './linear-recurrence'
import { logcumsumexpBackward } from './logcumsumexp-backward'
import { summable } from './reduction'
import { type Direction, opposite, shift } from './shift'

const kernels = extraKernels({ scan: scanInJs })

export interface ScanOptions {
  /** Convert the elements to this dtype first. */
  dtype?: DType
}

/** How a scan differentiates: the gradient g comes back from all later totals, so it is summed the other way. */
interface ScanRule {
  /** Whether the gradient is written in the input x and the output y. */
  readonly saves: boolean
  readonly gradient: (g: Tensor, along: Direction, x: Tensor, y: Tensor) => Tensor
}

/** The gradients of the scans, an entry each. */
const rules: Readonly<Record<ScanName, ScanRule>> = {
  // ∂xₖ = Σᵢ≥ₖ gᵢ
  cumsum: { saves: false, gradient: (g, along) => scan('cumsum', g, opposite(along)) },
  // ∂xₖ = Πⱼ<ₖ xⱼ · Σᵢ≥ₖ gᵢ Πₖ<ⱼ≤ᵢ xⱼ: nothing is divided by xₖ, which may be 0.
  cumprod: {
    saves: true,
    gradient(g, along, x, y) {
      const back = opposite(along)
      return shift(y, along, 1).mul(linearRecurrence(shift(x, back, 0), g, back))
    },
  },
  logcumsumexp: { saves: true, gradient: logcumsumexpBackward },
}

function defineScan(name: ScanName): Op<[Tensor], Direction> {
  const { saves, gradient } = rules[name]
  return {
    name,
    forward(context, [x], { dim, reverse }) {
      const out = allocate(x.shape, x.dtype)
      const [from, to] = reverse ? [backwards(x, dim), backwards(out, dim)] : [x, out]
      kernels().scan(name, from, dim, to)
      if (saves) context.save(x, out)
      return out
    },
    backward({ saved, params }, grad) {
      const [x = grad, y = grad] = saved as readonly Tensor[]
      return [gradient(grad, params, x, y)]
    },
  }
}

const ops: Readonly<Record<ScanName, Op<[Tensor], Direction>>> = {
  cumsum: defineScan('cumsum'),
  cumprod: defineScan('cumprod'),
  logcumsumexp: defineScan('logcumsumexp'),
}

/** The running total of x in a direction, each element included. */
export function scan(name: ScanName, x: Tensor, direction: Direction): Tensor {
  return apply(ops[name], [x], direction)
}

/** From the first element, with the dimension checked. */
function forwardScan(name: ScanName, x: Tensor, dim: number): Tensor {
  return scan(name, x, { dim: normalizeDim(name, dim, x.ndim), reverse: false })
}

/**
 * The sum of the elements up to each, along a dimension: yₖ = x₀ + … + xₖ. Integers and booleans add up to int64.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * cumsum(tensor([1, 2, 3]), 0) // tensor([1, 3, 6])
 * @see torch.cumsum
 */
export function cumsum(x: Tensor, dim: number, { dtype }: ScanOptions = {}): Tensor {
  return forwardScan('cumsum', summable(x, dtype), dim)
}

/**
 * The product of the elements up to each, along a dimension: yₖ = x₀ · … · xₖ. Integers and booleans become int64.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * cumprod(tensor([1, 2, 3]), 0) // tensor([1, 2, 6])
 * @see torch.cumprod
 */
export function cumprod(x: Tensor, dim: number, { dtype }: ScanOptions = {}): Tensor {
  return forwardScan('cumprod', summable(x, dtype), dim)
}

/**
 * The logarithm of the sum of exponentials up to each element, along a dimension: yₖ = ln(exp x₀ + … + exp xₖ), without
 * overflow.
 *
 * @throws IndexError when there is no such dimension.
 * @throws DTypeError for integers and booleans.
 * @example
 * logcumsumexp(tensor([0.0, 0.0, 0.0], { dtype: 'float32' }), 0) // tensor([0.0000, 0.6931, 1.0986])
 * @see torch.logcumsumexp
 */
export function logcumsumexp(x: Tensor, dim: number): Tensor {
  if (!isFloatingPoint(x.dtype)) {
    throw new DTypeError(
      `logcumsumexp: needs a floating-point tensor, got ${x.dtype}; convert with to('float32') first`,
    )
  }
  return forwardScan('logcumsumexp', x, dim)
}
