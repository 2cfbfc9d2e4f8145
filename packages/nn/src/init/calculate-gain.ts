import { type Args, show, signature } from '@nn/tensor'
import { numberOrNull, word } from '../functional/kinds'

/** Non-linear functions by PyTorch's names of them. */
export type Nonlinearity =
  | 'linear'
  | 'conv1d'
  | 'conv2d'
  | 'conv3d'
  | 'conv_transpose1d'
  | 'conv_transpose2d'
  | 'conv_transpose3d'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leaky_relu'
  | 'selu'

const gains: Readonly<Record<Nonlinearity, (negativeSlope: number) => number>> = {
  linear: () => 1,
  conv1d: () => 1,
  conv2d: () => 1,
  conv3d: () => 1,
  conv_transpose1d: () => 1,
  conv_transpose2d: () => 1,
  conv_transpose3d: () => 1,
  sigmoid: () => 1,
  tanh: () => 5 / 3,
  relu: () => Math.sqrt(2),
  leaky_relu: (negativeSlope) => Math.sqrt(2 / (1 + negativeSlope ** 2)),
  // Found by experiment.
  selu: () => 3 / 4,
}

export interface GainOptions {
  /** The slope of a leaky ReLU below 0. Default 0.01. */
  param?: number | null
}

const takesCalculateGain = signature('calculateGain', { nonlinearity: word<Nonlinearity>() }, { param: numberOrNull })

/**
 * By how much weights must be larger before a non-linear function, so that the magnitudes of a network's signals stay.
 *
 * @throws RangeError for a function that it does not know.
 * @example
 * init.calculateGain('relu') // 1.4142135623730951
 * @see torch.nn.init.calculate_gain
 */
export function calculateGain(nonlinearity: Nonlinearity, ...args: Args<GainOptions, ['param']>): number {
  const { param = null } = takesCalculateGain([nonlinearity], args)
  return gainOf('calculateGain', nonlinearity, param ?? 0.01)
}

/** The gain, in the name of the function that asks for it. */
export function gainOf(op: string, nonlinearity: Nonlinearity, negativeSlope: number): number {
  if (!Object.hasOwn(gains, nonlinearity)) {
    throw new RangeError(`${op}: no gain is known for ${show(nonlinearity)}, only for ${Object.keys(gains).join(', ')}`)
  }
  return gains[nonlinearity](negativeSlope)
}
