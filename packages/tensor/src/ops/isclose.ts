import { getDefaultDtype } from '../core/dtype'
import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { broadcastShapes } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'

export interface IscloseOptions {
  /** Allowed difference relative to the second tensor. Default 1e-5. */
  rtol?: number
  /** Allowed difference besides. Default 1e-8. */
  atol?: number
  /** Whether NaN is close to NaN. Default false. */
  equalNan?: boolean
}

type IscloseArgs = Args<IscloseOptions, ['rtol', 'atol', 'equalNan']>

const takesIsclose = signature(
  'isclose',
  { input: kinds.tensor, other: kinds.tensor },
  { rtol: kinds.number, atol: kinds.number, equalNan: kinds.boolean },
)

/** What `isclose` says, in the name of an op. */
function closeness(op: string, a: Tensor, b: Tensor, args: IscloseArgs): Tensor {
  const { rtol = 1e-5, atol = 1e-8, equalNan = false } = takesIsclose([a, b], args, op)
  if (a.dtype !== b.dtype) throw new DTypeError(`${op}: the dtypes differ, ${a.dtype} and ${b.dtype}`)
  if (!(rtol >= 0)) throw new RangeError(`${op}: rtol must not be below 0, got ${rtol}`)
  if (!(atol >= 0)) throw new RangeError(`${op}: atol must not be below 0, got ${atol}`)
  broadcastShapes(op, a.shape, b.shape)
  const equal = equalNan ? a.eq(b).logicalOr(a.isnan().logicalAnd(b.isnan())) : a.eq(b)
  if (rtol === 0 && atol === 0) return equal
  const dtype = a.isFloatingPoint() ? a.dtype : getDefaultDtype()
  const [x, y] = [a.detach().to(dtype), b.detach().to(dtype)]
  const difference = x.sub(y).abs()
  const allowed = y.mul(rtol).abs().add(atol)
  return equal.logicalOr(difference.isfinite().logicalAnd(difference.le(allowed)))
}

/**
 * Where two tensors are as good as equal: |a - b| ≤ atol + rtol · |b|. Infinities are close to themselves only.
 *
 * @returns bool, of the shape that both broadcast to
 * @throws DTypeError where the dtypes differ.
 * @throws RangeError for a tolerance below 0.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * isclose(tensor([1.5, 2.5]), tensor([1.500001, 2.6])) // tensor([ True, False])
 * @see torch.isclose
 */
export function isclose(a: Tensor, b: Tensor, ...args: IscloseArgs): Tensor {
  return closeness('isclose', a, b, args)
}

/**
 * Whether two tensors are as good as equal everywhere, as `isclose` has it.
 *
 * @throws DTypeError where the dtypes differ.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * allclose(tensor([0.1]).add(0.2), tensor([0.3])) // true
 * @see torch.allclose
 */
export function allclose(a: Tensor, b: Tensor, ...args: IscloseArgs): boolean {
  return closeness('allclose', a, b, args).all().item() === 1
}
