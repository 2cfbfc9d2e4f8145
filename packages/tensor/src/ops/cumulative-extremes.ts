import * as kinds from '../core/kinds'
import { allocate } from '../core/operand'
import { normalizeDim } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { ArgScanName } from '../kernels/js/arg-scan'
import { argScan } from '../kernels/js/arg-scan'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { type Picked, pick } from './pick'

const kernels = extraKernels({ argScan })

export interface CumulativeExtremeOptions {
  /** The dimension to go along. */
  dim: number
}

type CumulativeExtremeArgs = Args<CumulativeExtremeOptions, ['dim']>

const takesDim = signature('', { input: kinds.tensor }, { dim: kinds.required(kinds.integer) })

function cumulativeExtreme(name: ArgScanName, x: Tensor, args: CumulativeExtremeArgs): Picked {
  const { dim } = takesDim([x], args, name)
  const d = normalizeDim(name, dim, x.ndim)
  const indices = allocate(x.shape, 'int64')
  kernels().argScan(name, x, d, indices)
  return pick(name, x, d, indices)
}

/**
 * The largest of the elements up to each, along a dimension, and where it is: the last on ties. From a NaN on it is NaN.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * cummax(tensor([1, 3, 2]), 0).values // tensor([1, 3, 3])
 * @see torch.cummax
 */
export function cummax(x: Tensor, ...args: CumulativeExtremeArgs): Picked {
  return cumulativeExtreme('cummax', x, args)
}

/**
 * The smallest of the elements up to each, along a dimension, and where it is: the last on ties. From a NaN on it is NaN.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * cummin(tensor([3, 1, 2]), 0).values // tensor([3, 1, 1])
 * @see torch.cummin
 */
export function cummin(x: Tensor, ...args: CumulativeExtremeArgs): Picked {
  return cumulativeExtreme('cummin', x, args)
}
