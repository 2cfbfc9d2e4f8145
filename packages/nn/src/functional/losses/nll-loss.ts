import { type Args, kinds, nllLoss as nllLossOf, type Reduction, signature, type Tensor } from '@nn/tensor'
import { tensorOrNull } from '../kinds'
import { checkReduction, reductionKind } from '../reduction'

export interface NLLLossOptions {
  /** A weight for each class, shape [C]; by default all count the same. */
  weight?: Tensor | null
  /** Targets of this class count for nothing. Default -100. */
  ignoreIndex?: number
  /** Give the loss of each target, their sum, or their mean by weight. Default `'mean'`. */
  reduction?: Reduction
}

const takesNllLoss = signature(
  'nllLoss',
  { input: kinds.tensor, target: kinds.tensor },
  { weight: tensorOrNull },
  { ignoreIndex: kinds.integer, reduction: reductionKind },
)

/**
 * The negative log-likelihood of class indices under log-probabilities.
 *
 * $$ \ell = -\frac{\sum_n w_{t_n} x_{n,t_n}}{\sum_n w_{t_n}} $$
 *
 * @param input log-probabilities, shape [N, C], [C] or [N, C, d1, ...]
 * @param target class indices (int64 or uint8), shape [N], [] or [N, d1, ...]
 * @throws ShapeError where the shapes do not belong together.
 * @throws DTypeError for targets that are no class indices.
 * @throws IndexError for a class that is not there.
 * @example
 * const logProbabilities = functional.logSoftmax(zeros([1, 2]), 1)
 * functional.nllLoss(logProbabilities, tensor([0])) // tensor(0.6931)
 * @see torch.nn.functional.nll_loss
 */
export function nllLoss(input: Tensor, target: Tensor, ...args: Args<NLLLossOptions, ['weight']>): Tensor {
  const { weight = null, ignoreIndex = -100, reduction = 'mean' } = takesNllLoss([input, target], args)
  checkReduction('nllLoss', reduction)
  return nllLossOf(input, target, weight, { reduction, ignoreIndex })
}
