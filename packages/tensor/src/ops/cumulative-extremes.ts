import { allocate } from '../core/operand'
import { normalizeDim } from '../core/shape'
import type { ArgScanName } from '../kernels/js/arg-scan'
import { argScan } from '../kernels/js/arg-scan'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { type Picked, pick } from './pick'

const kernels = extraKernels({ argScan })

function cumulativeExtreme(name: ArgScanName, x: Tensor, dim: number): Picked {
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
export function cummax(x: Tensor, dim: number): Picked {
  return cumulativeExtreme('cummax', x, dim)
}

/**
 * The smallest of the elements up to each, along a dimension, and where it is: the last on ties. From a NaN on it is NaN.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * cummin(tensor([3, 1, 2]), 0).values // tensor([3, 1, 1])
 * @see torch.cummin
 */
export function cummin(x: Tensor, dim: number): Picked {
  return cumulativeExtreme('cummin', x, dim)
}
