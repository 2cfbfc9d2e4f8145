import { type Args, kinds, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { tensorOrNull } from '../kinds'
import { checkChannels, perChannel } from './channels'
import { asMoments, updateRunning } from './running-moments'
import { momentsOf, standardize } from './standardize'

export interface InstanceNormOptions {
  /** Shape [C], changed in place while the input's own mean is used. */
  runningMean?: Tensor | null
  /** Shape [C], likewise. */
  runningVar?: Tensor | null
  /** What each channel is multiplied by, shape [C]. */
  weight?: Tensor | null
  /** What is added to each channel, shape [C]. */
  bias?: Tensor | null
  /** Use the mean and variance of each channel itself, not the running ones. Default true. */
  useInputStats?: boolean
  /** By what share the running values move. Default 0.1. */
  momentum?: number
  /** What is added to the variance, so that it is not 0. Default 1e-5. */
  eps?: number
}

const takesInstanceNorm = signature(
  'instanceNorm',
  { input: kinds.tensor },
  {
    runningMean: tensorOrNull,
    runningVar: tensorOrNull,
    weight: tensorOrNull,
    bias: tensorOrNull,
    useInputStats: kinds.boolean,
    momentum: kinds.number,
    eps: kinds.number,
  },
)

/**
 * Gives every channel of every sample the mean 0 and the variance 1 over its positions.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param input shape [N, C, L] or [N, C, H, W]
 * @throws ShapeError where there are not as many values as channels, and for channels of a single position.
 * @throws TypeError where it shall use running values and there are none.
 * @throws DTypeError for integers.
 * @example
 * functional.instanceNorm(tensor([[[1.5, 3.5]]])) // tensor([[[-1.0000, 1.0000]]])
 * @see torch.nn.functional.instance_norm
 */
export function instanceNorm(
  input: Tensor,
  ...args: Args<
    InstanceNormOptions,
    ['runningMean', 'runningVar', 'weight', 'bias', 'useInputStats', 'momentum', 'eps']
  >
): Tensor {
  const {
    runningMean = null,
    runningVar = null,
    weight = null,
    bias = null,
    useInputStats = true,
    momentum = 0.1,
    eps = 1e-5,
  } = takesInstanceNorm([input], args)
  checkFloatingPoint('instanceNorm', input)
  checkChannels('instanceNorm', input)
  const dims = input.shape.map((_, d) => d).slice(2)
  if (useInputStats && dims.every((d) => input.shape[d] === 1)) {
    throw new ShapeError(
      `instanceNorm: expected more than 1 position per channel when training, got input size ${showShape(input.shape)}`,
    )
  }
  const scale = perChannel('instanceNorm', 'weight', weight, input)
  const shift = perChannel('instanceNorm', 'bias', bias, input)
  const running = { mean: runningMean, variance: runningVar }
  if (!useInputStats) return standardize(input, asMoments('instanceNorm', running, input), eps, scale, shift)
  const moments = momentsOf(input, dims)
  updateRunning('instanceNorm', running, moments, input, dims, momentum)
  return standardize(input, moments, eps, scale, shift)
}
