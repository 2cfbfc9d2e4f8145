import {
  type Args,
  type Generator,
  kinds,
  log1p,
  normalizeDim,
  rand,
  scatter,
  signature,
  type Tensor,
  zerosLike,
} from '@nn/tensor'
import { checkFloatingPoint } from './check-floating-point'
import { generatorKind } from './kinds'

export interface GumbelSoftmaxOptions {
  /** The temperature: the lower it is, the nearer the samples are to 0 and 1. Default 1. */
  tau?: number
  /** Give samples of 0 and 1, with the gradients of those in between. Default false. */
  hard?: boolean
  /** The dimension along which the classes lie. Default -1. */
  dim?: number
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

const takesGumbelSoftmax = signature(
  'gumbelSoftmax',
  { logits: kinds.tensor },
  { tau: kinds.number, hard: kinds.boolean },
  { dim: kinds.integer, generator: generatorKind },
)

/**
 * Draws classes from logits so that there is a gradient: softmax of the logits with noise from the Gumbel distribution.
 *
 * $$ y = \text{softmax}((x + g) / \tau), \quad g \sim \text{Gumbel}(0, 1) $$
 *
 * @param logits the logarithms of the probabilities, up to a constant
 * @throws IndexError for a dimension that the logits do not have.
 * @throws DTypeError for integers.
 * @example
 * functional.gumbelSoftmax(zeros([4, 3]), { hard: true }).sum(1) // tensor([1., 1., 1., 1.])
 * @see torch.nn.functional.gumbel_softmax
 */
export function gumbelSoftmax(logits: Tensor, ...args: Args<GumbelSoftmaxOptions, ['tau', 'hard']>): Tensor {
  const { tau = 1, hard = false, dim: along = -1, generator } = takesGumbelSoftmax([logits], args)
  checkFloatingPoint('gumbelSoftmax', logits)
  const dim = normalizeDim('gumbelSoftmax', along, logits.ndim)
  const soft = logits.add(gumbelNoise(logits, generator)).div(tau).softmax(dim)
  if (!hard) return soft
  const choice = soft.detach().argmax(dim, { keepdim: true })
  return scatter(zerosLike(logits.detach()), dim, choice, 1).sub(soft.detach()).add(soft)
}

/** -ln e of exponentially distributed e, which as in PyTorch are drawn in double precision. */
function gumbelNoise({ shape, dtype }: Tensor, generator: Generator | undefined): Tensor {
  const uniform = rand(shape, generator === undefined ? { dtype: 'float64' } : { dtype: 'float64', generator })
  const exponential = log1p(uniform.neg()).neg().to(dtype)
  return exponential.log().neg()
}
