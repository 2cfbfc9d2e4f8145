import { noGrad } from '@nn/autograd'
import { numelOf, type Tensor } from '@nn/tensor'
import { checkPerChannel, perChannel } from './channels'
import type { Moments } from './standardize'

/** Mean and variance of each channel as they were over many batches, shape [C]; they are updated in place. */
export interface RunningMoments {
  readonly mean: Tensor | null
  readonly variance: Tensor | null
}

/**
 * The running moments in the shape that broadcasts against an input.
 *
 * @throws TypeError where there are none.
 * @throws ShapeError where there are not as many values as channels.
 */
export function asMoments(op: string, { mean, variance }: RunningMoments, input: Tensor): Moments {
  if (mean === null || variance === null) {
    throw new TypeError(`${op}: needs runningMean and runningVar where it does not use the input's own`)
  }
  return {
    mean: perChannel(op, 'runningMean', mean, input),
    variance: perChannel(op, 'runningVar', variance, input),
  }
}

/**
 * Moves running moments by the share `momentum` to those of a batch, with the unbiased variance.
 *
 * @param dims over which the batch's moments were taken; those of several samples are averaged
 */
export function updateRunning(
  op: string,
  { mean, variance }: RunningMoments,
  ofBatch: Moments,
  input: Tensor,
  dims: readonly number[],
  momentum: number,
): void {
  if (mean !== null) checkPerChannel(op, 'runningMean', mean, input)
  if (variance !== null) checkPerChannel(op, 'runningVar', variance, input)
  const count = numelOf(dims.map((d) => input.shape[d] as number))
  noGrad(() => {
    mean?.mul_(1 - momentum).add_(channelMeans(ofBatch.mean), { alpha: momentum })
    variance?.mul_(1 - momentum).add_(channelMeans(ofBatch.variance).mul(count / (count - 1)), { alpha: momentum })
  })
}

/** One value for each channel, from shape [1 or N, C, 1, ...]. */
function channelMeans(moment: Tensor): Tensor {
  return moment.flatten(1).squeeze(-1).mean(0)
}
