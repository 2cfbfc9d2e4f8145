import { dtypes } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { ones, zeros } from './creation'
import { scatterAdd } from './scatter'

export interface BincountOptions {
  /** What each element adds to its bin, of x's shape. Without it each adds 1. */
  weights?: Tensor | null
  /** The least number of bins. Default 0. */
  minlength?: number
}

const takesBincount = signature(
  'bincount',
  { input: kinds.tensor },
  { weights: kinds.orNull(kinds.tensor), minlength: kinds.integer },
)

/**
 * How often each non-negative integer occurs: the n-th bin counts the elements that are n, or sums their weights.
 *
 * @param x integers, shape [n]
 * @returns shape [max(x) + 1] or [minlength], whichever is longer; int64 without weights, else float32 for float32 weights
 *   and float64 for others
 * @throws ShapeError when x is not one-dimensional, or the weights have another shape.
 * @throws DTypeError when x is neither integer nor empty.
 * @throws RangeError for a negative element or `minlength`.
 * @example
 * bincount(tensor([0, 2, 2])) // tensor([1, 0, 2])
 * @see torch.bincount
 */
export function bincount(x: Tensor, ...args: Args<BincountOptions, ['weights', 'minlength']>): Tensor {
  const { weights = null, minlength = 0 } = takesBincount([x], args)
  if (x.ndim !== 1) throw new ShapeError(`bincount: needs one dimension, got ${showShape(x.shape)}`)
  if (dtypes[x.dtype].category !== 1) throw new DTypeError(`bincount: counts integers, got ${x.dtype}`)
  if (minlength < 0) throw new RangeError(`bincount: minlength must not be negative, got ${minlength}`)
  if (weights !== null && (weights.ndim !== 1 || weights.numel() !== x.numel())) {
    throw new ShapeError(`bincount: weights ${showShape(weights.shape)} do not fit elements ${showShape(x.shape)}`)
  }
  const isEmpty = x.numel() === 0
  const least = isEmpty ? 0 : x.min().item()
  if (least < 0) throw new RangeError(`bincount: elements must not be negative, got ${least}`)
  const length = Math.max(isEmpty ? 0 : x.max().item() + 1, minlength)
  const added = weights === null ? ones(x.shape, { dtype: 'int64' }) : weighted(weights)
  return scatterAdd(zeros([length], { dtype: added.dtype }), 0, x.long(), added)
}

/** Weights add up in floating point, outside of any graph. */
function weighted(weights: Tensor): Tensor {
  return weights.detach().to(weights.dtype === 'float32' ? 'float32' : 'float64')
}
