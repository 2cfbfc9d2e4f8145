import { type Args, broadcastShapes, kinds, signature, type Tensor } from '@nn/tensor'
import { checkReduction, type LossOptions, reduced, reductionKind } from '../reduction'

export interface PoissonNLLLossOptions extends LossOptions {
  /** Whether the input is the logarithm of the expected number. Default true. */
  logInput?: boolean
  /** Add Stirling's approximation of ln t!, which does not depend on the input. Default false. */
  full?: boolean
  /** Added to an input that is no logarithm, so that it has one. Default 1e-8. */
  eps?: number
}

const takesPoissonNllLoss = signature(
  'poissonNllLoss',
  { input: kinds.tensor, target: kinds.tensor },
  { logInput: kinds.boolean, full: kinds.boolean },
  { eps: kinds.number, reduction: reductionKind },
)

/**
 * The negative log-likelihood of counts under Poisson distributions.
 *
 * $$ \ell = e^x - t x + [\ln t!], \qquad \text{or without } \texttt{logInput} \quad \ell = x - t \ln(x + \varepsilon) + [\ln t!] $$
 *
 * @param input what was expected, any shape
 * @param target counts, of a shape that broadcasts with it
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * functional.poissonNllLoss(zeros([1]), tensor([3])) // tensor(1.)
 * @see torch.nn.functional.poisson_nll_loss
 */
export function poissonNllLoss(
  input: Tensor,
  target: Tensor,
  ...args: Args<PoissonNLLLossOptions, ['logInput', 'full']>
): Tensor {
  const { logInput = true, full = false, eps = 1e-8, reduction = 'mean' } = takesPoissonNllLoss([input, target], args)
  checkReduction('poissonNllLoss', reduction)
  broadcastShapes('poissonNllLoss', input.shape, target.shape)
  const losses = logInput ? input.exp().sub(target.mul(input)) : input.sub(target.mul(input.add(eps).log()))
  return reduced(full ? losses.add(logFactorial(target)) : losses, reduction)
}

/** Stirling's ln t! ≈ t ln t - t + ½ ln(2πt), and 0 up to 1. */
function logFactorial(t: Tensor): Tensor {
  const approximation = t
    .mul(t.log())
    .sub(t)
    .add(
      t
        .mul(2 * Math.PI)
        .log()
        .mul(0.5),
    )
  return approximation.maskedFill(t.le(1), 0)
}
