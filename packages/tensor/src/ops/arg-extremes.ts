import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { allocate } from '../core/operand'
import { normalizeDim, reducedShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { ArgReductionName } from '../kernels/js/arg-reduction'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { checkNotEmpty } from './reduction'

/** The index of the extreme along a dimension, which stays with size 1. */
export function placeOfExtreme(name: ArgReductionName, x: Tensor, dim: number): Tensor {
  const out = allocate(reducedShape(x.shape, [dim], true), 'int64')
  getBackend().kernels.argReduce(name, x, dim, out)
  return out
}

export interface ArgExtremeOptions {
  /** The dimension to look along; null for all elements in row-major order. Default null. */
  dim?: number | null
  /** Keep the reduced dimension as size 1. Default false. */
  keepdim?: boolean
}

const takes = signature('', { input: kinds.tensor }, { dim: kinds.orNull(kinds.integer), keepdim: kinds.boolean })

function argExtreme(name: ArgReductionName, x: Tensor, args: Args<ArgExtremeOptions, ['dim', 'keepdim']>): Tensor {
  const { dim, keepdim = false } = takes([x], args, name)
  if (x.dtype === 'bool') throw new DTypeError(`${name}: not defined for bool tensors; convert with to('uint8') first`)
  if (dim === null || dim === undefined) {
    checkNotEmpty(
      name,
      x,
      x.shape.map((_, d) => d),
    )
    const index = placeOfExtreme(name, x.detach().reshape(-1), 0)
    return index.view(keepdim ? x.shape.map(() => 1) : [])
  }
  const d = normalizeDim(name, dim, x.ndim)
  if (x.ndim > 0) checkNotEmpty(name, x, [d])
  return placeOfExtreme(name, x, d).view(reducedShape(x.shape, [d], keepdim))
}

/**
 * Where the largest element is: along a dimension, or among all in row-major order. The first on ties.
 *
 * @returns int64
 * @throws ShapeError when there are no elements.
 * @throws DTypeError for booleans.
 * @throws IndexError when there is no such dimension.
 * @example
 * argmax(tensor([[1, 3, 2], [6, 5, 4]]), 1) // tensor([1, 0])
 * @see torch.argmax
 */
export function argmax(x: Tensor, ...args: Args<ArgExtremeOptions, ['dim', 'keepdim']>): Tensor {
  return argExtreme('argmax', x, args)
}

/**
 * Where the smallest element is: along a dimension, or among all in row-major order. The first on ties.
 *
 * @returns int64
 * @throws ShapeError when there are no elements.
 * @throws DTypeError for booleans.
 * @throws IndexError when there is no such dimension.
 * @example
 * argmin(tensor([[1, 3, 2], [6, 5, 4]]), 1) // tensor([0, 2])
 * @see torch.argmin
 */
export function argmin(x: Tensor, ...args: Args<ArgExtremeOptions, ['dim', 'keepdim']>): Tensor {
  return argExtreme('argmin', x, args)
}
