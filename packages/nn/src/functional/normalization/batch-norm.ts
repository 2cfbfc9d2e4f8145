import { type Args, kinds, nameStep, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { tensorOrNull } from '../kinds'
import { checkChannels, perChannel } from './channels'
import { asMoments, updateRunning } from './running-moments'
import { momentsOf, standardize } from './standardize'

export interface BatchNormOptions {
  /** What each channel is multiplied by, shape [C]. */
  weight?: Tensor | null
  /** What is added to each channel, shape [C]. */
  bias?: Tensor | null
  /** Use the batch's own mean and variance, and move the running ones towards them. Default false. */
  training?: boolean
  /** By what share the running values move. Default 0.1. */
  momentum?: number
  /** What is added to the variance, so that it is not 0. Default 1e-5. */
  eps?: number
}

const takesBatchNorm = signature(
  'batchNorm',
  { input: kinds.tensor, runningMean: tensorOrNull, runningVar: tensorOrNull },
  { weight: tensorOrNull, bias: tensorOrNull, training: kinds.boolean, momentum: kinds.number, eps: kinds.number },
)

/**
 * Gives every channel the mean 0 and the variance 1, over all samples and positions: of the batch while training, else
 * running ones. The running variance is the unbiased one.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param input shape [N, C, ...]
 * @param runningMean shape [C], changed in place while training; null where nobody needs it
 * @param runningVar shape [C], likewise
 * @throws ShapeError where there are not as many values as channels, and while training for a single value per channel.
 * @throws RangeError for an `eps` that is not positive.
 * @throws TypeError where it does not train and there are no running values.
 * @throws DTypeError for integers.
 * @example
 * functional.batchNorm(tensor([[1.5], [3.5]]), null, null, { training: true }) // tensor([[-1.0000], [ 1.0000]])
 * @see torch.nn.functional.batch_norm
 */
export function batchNorm(
  input: Tensor,
  runningMean: Tensor | null,
  runningVar: Tensor | null,
  ...args: Args<BatchNormOptions, ['weight', 'bias', 'training', 'momentum', 'eps']>
): Tensor {
  const {
    weight = null,
    bias = null,
    training = false,
    momentum = 0.1,
    eps = 1e-5,
  } = takesBatchNorm([input, runningMean, runningVar], args)
  checkFloatingPoint('batchNorm', input)
  if (training ? !(eps > 0) : !(eps >= 0)) throw new RangeError(`batchNorm: eps must be positive, got ${eps}`)
  if (training) checkBatch(input)
  if (input.numel() === 0) return withoutElements(input, weight, bias)
  checkChannels('batchNorm', input)
  const [scale, shift] = [
    perChannel('batchNorm', 'weight', weight, input),
    perChannel('batchNorm', 'bias', bias, input),
  ]
  const running = { mean: runningMean, variance: runningVar }
  if (!training) return named(standardize(input, asMoments('batchNorm', running, input), eps, scale, shift))
  const dims = input.shape.map((_, d) => d).filter((d) => d !== 1)
  const moments = momentsOf(input, dims)
  updateRunning('batchNorm', running, moments, input, dims, momentum)
  return named(standardize(input, moments, eps, scale, shift))
}

const named = (result: Tensor): Tensor => nameStep('NativeBatchNormBackward0', result)

/** A single value per channel is its own mean, which leaves nothing of it. */
function checkBatch({ shape }: Tensor): void {
  const perChannel = shape.reduce((product, size, d) => (d === 1 ? product : product * size), 1)
  if (perChannel === 1) {
    throw new ShapeError(
      `batchNorm: expected more than 1 value per channel when training, got input size ${showShape(shape)}`,
    )
  }
}

/** There is nothing to standardise, but weight and bias shall still get gradients. */
function withoutElements(input: Tensor, weight: Tensor | null, bias: Tensor | null): Tensor {
  const scaled = weight === null ? input.clone() : input.mul(weight.at(0))
  return bias === null ? scaled : scaled.add(bias.at(0))
}
