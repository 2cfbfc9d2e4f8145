import { type Args, broadcastShapes, kinds, type Reduction, signature, type Tensor, xlogy } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { word } from '../kinds'
import { checkReduction, reduced } from '../reduction'
import { warnOnce } from '../warn-once'

/** `'batchmean'` divides the sum by the size of the first dimension, as the definition of the divergence has it. */
export type KlDivReduction = Reduction | 'batchmean'

export interface KlDivOptions {
  /** Give all losses as they are, their sum, their mean, or their sum by sample. Default `'mean'`. */
  reduction?: KlDivReduction
  /** Whether the target holds logarithms too. Default false. */
  logTarget?: boolean
}

const takesKlDiv = signature(
  'klDiv',
  { input: kinds.tensor, target: kinds.tensor },
  {},
  { reduction: word<KlDivReduction>(), logTarget: kinds.boolean },
)

/**
 * The Kullback-Leibler divergence of a target distribution from log-probabilities.
 *
 * $$ \ell = \sum_i t_i (\ln t_i - x_i) $$
 *
 * @param input log-probabilities, any shape
 * @param target probabilities, or their logarithms with `logTarget`, of a shape that broadcasts with it
 * @throws RangeError for a reduction that is not there.
 * @throws ShapeError where the shapes do not broadcast.
 * @throws DTypeError for integers.
 * @example
 * const input = tensor([[0.5, 0.5]]).log()
 * functional.klDiv(input, tensor([[0.25, 0.75]]), { reduction: 'batchmean' }) // tensor(0.1308)
 * @see torch.nn.functional.kl_div
 */
export function klDiv(input: Tensor, target: Tensor, ...args: Args<KlDivOptions>): Tensor {
  const { reduction = 'mean', logTarget = false } = takesKlDiv([input, target], args)
  checkKlDivReduction('klDiv', reduction)
  checkFloatingPoint('klDiv', input, target)
  broadcastShapes('klDiv', input.shape, target.shape)
  if (reduction === 'mean') {
    warnOnce("klDiv: reduction 'mean' divides by all elements; 'batchmean' divides by the samples only, as is usual")
  }
  const losses = logTarget ? target.exp().mul(target.sub(input)) : xlogy(target, target).sub(target.mul(input))
  if (reduction !== 'batchmean') return reduced(losses, reduction)
  return losses.sum().div(input.shape[0] ?? 1)
}

export function checkKlDivReduction(op: string, reduction: string): asserts reduction is KlDivReduction {
  if (reduction !== 'batchmean') checkReduction(op, reduction)
}
