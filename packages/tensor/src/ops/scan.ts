import type { DType } from '../core/dtype'
import * as kinds from '../core/kinds'
import { apply } from '../core/op'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { linearRecurrence } from './linear-recurrence'
import { sumDtype, summable } from './reduction'
import { defineScan, forwards, type Scan } from './scan-op'
import { type Direction, opposite, shift } from './shift'

export interface ScanOptions {
  /** The dimension to go along. */
  dim: number
  /** Convert the elements to this dtype first. */
  dtype?: DType
}

const ops: Readonly<Record<'cumsum' | 'cumprod', Scan>> = {
  // ∂xₖ = Σᵢ≥ₖ gᵢ
  cumsum: defineScan('cumsum', { saves: false, gradient: (g, along) => scan('cumsum', g, opposite(along)) }),
  // ∂xₖ = Πⱼ<ₖ xⱼ · Σᵢ≥ₖ gᵢ Πₖ<ⱼ≤ᵢ xⱼ: nothing is divided by xₖ, which may be 0.
  cumprod: defineScan('cumprod', {
    saves: true,
    gradient(g, along, x, y) {
      const back = opposite(along)
      return shift(y, along, 1).mul(linearRecurrence(shift(x, back, 0), g, back))
    },
  }),
}

/** The running total of x in a direction, each element included. */
export function scan(name: keyof typeof ops, x: Tensor, direction: Direction): Tensor {
  return apply(ops[name], [x], direction)
}

export type ScanArgs = Args<ScanOptions, ['dim']>

const takes = signature('', { input: kinds.tensor }, { dim: kinds.required(kinds.integer) }, { dtype: kinds.dtype })

/**
 * The sum of the elements up to each, along a dimension: yₖ = x₀ + … + xₖ. Integers and booleans add up to int64.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * cumsum(tensor([1, 2, 3]), 0) // tensor([1, 3, 6])
 * @see torch.cumsum
 */
export function cumsum(x: Tensor, ...args: ScanArgs): Tensor {
  const { dim, dtype } = takes([x], args, 'cumsum')
  const type = sumDtype(x, dtype)
  return apply(ops.cumsum, [summable(x, type)], { ...forwards('cumsum', x, dim), dtype: type })
}

/**
 * The product of the elements up to each, along a dimension: yₖ = x₀ · … · xₖ. Integers and booleans become int64.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * cumprod(tensor([1, 2, 3]), 0) // tensor([1, 2, 6])
 * @see torch.cumprod
 */
export function cumprod(x: Tensor, ...args: ScanArgs): Tensor {
  const { dim, dtype } = takes([x], args, 'cumprod')
  const type = sumDtype(x, dtype)
  return apply(ops.cumprod, [summable(x, type)], { ...forwards('cumprod', x, dim), dtype: type })
}
