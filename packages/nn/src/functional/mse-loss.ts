import {
  apply,
  broadcastShapes,
  DTypeError,
  type Op,
  type Reduction,
  sameShape,
  showShape,
  type Tensor,
} from '@nn/tensor'
import { checkReduction, reduced } from './reduction'

/** (x - t)²:  ∂x = 2 (x - t) ∂loss,  ∂t = -∂x;  of the mean, a share of it. Both inputs have the same shape. */
const mseLossOp: Op<[Tensor, Tensor], Reduction> = {
  name: 'mseLoss',
  forward(context, [input, target], reduction) {
    context.save(input, target)
    return reduced(input.sub(target).square(), reduction)
  },
  backward({ saved, params: reduction, needs }, grad) {
    const [input, target] = saved as [Tensor, Tensor]
    const share = reduction === 'mean' ? 1 / input.numel() : 1
    const byInput = input.sub(target).mul(grad.mul(2 * share))
    return [needs[0] === true ? byInput : null, needs[1] === true ? byInput.neg() : null]
  },
}

export interface MSELossOptions {
  /** Give the loss of each element, their sum, or their mean. Default `'mean'`. */
  reduction?: Reduction
}

/** The pairs of shapes that were warned about. */
const warned = new Set<string>()

/**
 * The squared difference of input and target. They should have the same shape; where they do not, they broadcast with a
 * warning.
 *
 * $$ \ell = \frac{1}{n} \sum_i (x_i - t_i)^2 $$
 *
 * @param input what was predicted, any shape
 * @param target what it should be, the same shape
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError where neither is floating point.
 * @example
 * functional.mseLoss(tensor([1.0, 2.0]), tensor([0.0, 0.0])) // tensor(2.5000)
 * @see torch.nn.functional.mse_loss
 */
export function mseLoss(input: Tensor, target: Tensor, { reduction = 'mean' }: MSELossOptions = {}): Tensor {
  checkReduction('mseLoss', reduction)
  if (!input.isFloatingPoint() && !target.isFloatingPoint()) {
    throw new DTypeError(`mseLoss: needs floating-point tensors, got ${input.dtype} and ${target.dtype}`)
  }
  if (sameShape(input.shape, target.shape)) return apply(mseLossOp, [input, target], reduction)
  const shape = broadcastShapes('mseLoss', input.shape, target.shape)
  warnOnce(showShape(input.shape), showShape(target.shape))
  return apply(mseLossOp, [input.expand(shape), target.expand(shape)], reduction)
}

function warnOnce(input: string, target: string): void {
  const pair = `${input} ${target}`
  if (warned.has(pair)) return
  warned.add(pair)
  console.warn(
    `mseLoss: the target has shape ${target} and the input ${input}. They broadcast, which will likely give a wrong ` +
      'result; give them the same shape',
  )
}
