import { isFloatingPoint } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { sameShape, showShape } from '../core/shape'
import type { NllSettings } from '../kernels/kernels'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

/** How the losses of a batch become what is returned: one each, their sum, or their mean. */
export type Reduction = 'none' | 'sum' | 'mean'

interface NllParams {
  readonly settings: NllSettings
  readonly target: Tensor
  readonly weight: Tensor | null
}

/** x is [N, C, S], the target [N, S]. */
const nllLossOp: Op<[Tensor], NllParams & { total: number }> = {
  name: 'nllLoss',
  forward(_, [x], params) {
    const { settings, target, weight } = params
    const out = allocate(settings.reduction === 'none' ? target.shape : [], x.dtype)
    params.total = getBackend().kernels.nllLoss(x, target, weight, settings, out)
    return out
  },
  backward: ({ params, shapes: [shape = []] }, grad) => [apply(nllLossBackwardOp, [grad], { ...params, shape })],
}

const nllLossBackwardOp: Op<[Tensor], NllParams & { total: number; shape: readonly number[] }> = {
  name: 'nllLossBackward',
  forward(_, [grad], { settings, target, weight, total, shape }) {
    const out = allocate(shape, grad.dtype)
    getBackend().kernels.nllLossBackward(grad, target, weight, settings, total, out)
    return out
  },
  // Linear in the gradient: its derivative is the loss itself, with the total that was used.
  backward({ params: { settings, target, weight, total } }, gg) {
    if (settings.reduction !== 'mean') return [nllLossOf(gg, target, weight, settings)]
    return [nllLossOf(gg, target, weight, { ...settings, reduction: 'sum' }).div(total)]
  },
}

function nllLossOf(x: Tensor, target: Tensor, weight: Tensor | null, settings: NllSettings): Tensor {
  return apply(nllLossOp, [x], { settings, target, weight, total: 0 })
}

/**
 * The negative log-likelihood of class indices under log-probabilities.
 *
 * @param x log-probabilities, shape [N, C], [C] or [N, C, d1, ...]
 * @param target class indices (int64 or uint8), shape [N], [] or [N, d1, ...]
 * @throws ShapeError when the shapes do not belong together.
 * @throws IndexError for a class that is not there.
 */
export function nllLoss(x: Tensor, target: Tensor, weight: Tensor | null, settings: NllSettings): Tensor {
  if (!isFloatingPoint(x.dtype)) throw new DTypeError(`nllLoss: the input must be floating point, got ${x.dtype}`)
  if (target.dtype !== 'int64' && target.dtype !== 'uint8') {
    throw new DTypeError(`nllLoss: targets must be class indices of dtype int64, got ${target.dtype}`)
  }
  const expected = x.ndim === 1 ? [] : [...x.shape.slice(0, 1), ...x.shape.slice(2)]
  if (x.ndim === 0 || !sameShape(target.shape, expected)) {
    throw new ShapeError(
      `nllLoss: a target ${showShape(target.shape)} does not fit an input ${showShape(x.shape)}, expected ${showShape(expected)}`,
    )
  }
  const classes = (x.ndim === 1 ? x.shape[0] : x.shape[1]) as number
  if (weight !== null && (weight.ndim !== 1 || weight.shape[0] !== classes)) {
    throw new ShapeError(`nllLoss: weight must hold one value a class, ${classes}, got ${showShape(weight.shape)}`)
  }
  const rows = (x.ndim === 1 ? 1 : x.shape[0]) as number
  const loss = nllLossOf(
    x.reshape([rows, classes, x.ndim > 2 ? -1 : 1]),
    target.detach().reshape([rows, x.ndim > 2 ? -1 : 1]),
    weight,
    settings,
  )
  return settings.reduction === 'none' ? loss.reshape(expected) : loss
}
