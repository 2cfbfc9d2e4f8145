import { isFloatingPoint } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { allocate, reshaped } from '../core/operand'
import { numelOf, type Shape, sameShape, showShape } from '../core/shape'
import type { NllSettings } from '../kernels/kernels'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

/** How the losses of a batch become what is returned: one each, their sum, or their mean. */
export type Reduction = 'none' | 'sum' | 'mean'

interface NllParams {
  readonly settings: NllSettings
  /** Shape [N, S]. */
  readonly target: Tensor
  readonly weight: Tensor | null
}

/** What the kernels work on: [N, C, S], the S being all positions of a sample. */
function inRows(shape: Shape): [n: number, classes: number, positions: number] {
  if (shape.length === 1) return [1, shape[0] as number, 1]
  return [shape[0] as number, shape[1] as number, numelOf(shape.slice(2))]
}

/** The shape of the targets of an input: all dimensions but the classes. */
function targetShape(shape: Shape): Shape {
  return shape.length === 1 ? [] : [...shape.slice(0, 1), ...shape.slice(2)]
}

const nllLossOp: Op<[Tensor], NllParams & { total: number }> = {
  name: 'nllLoss',
  nodeFor: ([x]) => (x.ndim > 2 ? 'NllLoss2DBackward0' : 'NllLossBackward0'),
  forward(context, [x], params) {
    const { settings, target, weight } = params
    const out = allocate(settings.reduction === 'none' ? target.shape : [], x.dtype)
    params.total = getBackend().kernels.nllLoss(x.detach().reshape(inRows(x.shape)), target, weight, settings, out)
    context.save(target, weight)
    return settings.reduction === 'none' ? reshaped(out, targetShape(x.shape)) : out
  },
  backward({ saved, params: { settings, total }, shapes: [shape = []] }, grad) {
    const [target, weight] = saved as [Tensor, Tensor | null]
    return [apply(nllLossBackwardOp, [grad], { settings, target, weight, total, shape })]
  },
}

const nllLossBackwardOp: Op<[Tensor], NllParams & { total: number; shape: Shape }> = {
  name: 'nllLossBackward',
  forward(context, [grad], { settings, target, weight, total, shape }) {
    const out = allocate(shape, grad.dtype)
    const perElement = settings.reduction === 'none' ? grad.detach().reshape(target.shape) : grad
    const rows = reshaped(out, inRows(shape))
    getBackend().kernels.nllLossBackward(perElement, target, weight, settings, total, rows)
    context.save(target, weight)
    return out
  },
  // Linear in the gradient: its derivative is the loss itself, with the total that was used.
  backward({ saved, params: { settings, total } }, gg) {
    const [target, weight] = saved as [Tensor, Tensor | null]
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
  const { op = 'nllLoss' } = settings
  if (!isFloatingPoint(x.dtype)) throw new DTypeError(`${op}: the input must be floating point, got ${x.dtype}`)
  if (target.dtype !== 'int64' && target.dtype !== 'uint8') {
    throw new DTypeError(`${op}: targets must be class indices of dtype int64, got ${target.dtype}`)
  }
  const expected = targetShape(x.shape)
  if (x.ndim === 0 || !sameShape(target.shape, expected)) {
    throw new ShapeError(
      `${op}: a target ${showShape(target.shape)} does not fit an input ${showShape(x.shape)}, expected ${showShape(expected)}`,
    )
  }
  const [rows, classes, positions] = inRows(x.shape)
  if (weight !== null && (weight.ndim !== 1 || weight.shape[0] !== classes)) {
    throw new ShapeError(`${op}: weight must hold one value a class, ${classes}, got ${showShape(weight.shape)}`)
  }
  return nllLossOf(x, target.reshape([rows, positions]), weight, settings)
}
