import { type Args, kinds, nameStep, numelOf, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { tensorOrNull } from '../kinds'
import { perChannel } from './channels'
import { momentsOf, standardize } from './standardize'

export interface GroupNormOptions {
  /** Into how many groups the channels are split. */
  numGroups: number
  /** What each channel is multiplied by, shape [C]. */
  weight?: Tensor | null
  /** What is added to each channel, shape [C]. */
  bias?: Tensor | null
  /** What is added to the variance, so that it is not 0. Default 1e-5. */
  eps?: number
}

const takesGroupNorm = signature(
  'groupNorm',
  { input: kinds.tensor },
  { numGroups: kinds.required(kinds.integer), weight: tensorOrNull, bias: tensorOrNull, eps: kinds.number },
)

/**
 * Gives every group of channels of every sample the mean 0 and the variance 1.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param input shape [N, C, ...]
 * @throws ShapeError where the channels cannot be split so, there are not as many values as channels, or each group has
 * a single value.
 * @throws RangeError for a number of groups that is no positive integer.
 * @throws DTypeError for integers.
 * @example
 * functional.groupNorm(tensor([[1.5, 3.5, 5.0, 9.0]]), 2) // tensor([[-1.0000, 1.0000, -1.0000, 1.0000]])
 * @see torch.nn.functional.group_norm
 */
export function groupNorm(
  input: Tensor,
  ...args: Args<GroupNormOptions, ['numGroups', 'weight', 'bias', 'eps']>
): Tensor {
  const { numGroups, weight = null, bias = null, eps = 1e-5 } = takesGroupNorm([input], args)
  checkFloatingPoint('groupNorm', input)
  checkGroups(input, numGroups)
  const [batch, channels, ...positions] = input.shape as [number, number, ...number[]]
  const groups = input.reshape([batch, numGroups, (channels / numGroups) * numelOf(positions)])
  const standardized = standardize(groups, momentsOf(groups, [2]), eps, null, null).reshape(input.shape)
  const scaled = weight === null ? standardized : standardized.mul(perChannel('groupNorm', 'weight', weight, input))
  const shifted = bias === null ? scaled : scaled.add(perChannel('groupNorm', 'bias', bias, input))
  return nameStep('NativeGroupNormBackward0', shifted)
}

function checkGroups({ shape }: Tensor, numGroups: number): void {
  if (!Number.isInteger(numGroups) || numGroups < 1) {
    throw new RangeError(`groupNorm: numGroups must be a positive integer, got ${numGroups}`)
  }
  const [batch, channels, ...positions] = shape
  if (batch === undefined || channels === undefined) {
    throw new ShapeError(`groupNorm: the input must have at least 2 dimensions, got ${showShape(shape)}`)
  }
  if (channels % numGroups !== 0) {
    throw new ShapeError(
      `groupNorm: ${channels} channels cannot be split into ${numGroups} groups, in ${showShape(shape)}`,
    )
  }
  if (((batch * channels) / numGroups) * numelOf(positions) === 1) {
    throw new ShapeError(`groupNorm: expected more than 1 value per group, got input size ${showShape(shape)}`)
  }
}
