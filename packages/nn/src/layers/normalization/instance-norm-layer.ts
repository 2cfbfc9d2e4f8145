import { ShapeError, showShape, type Tensor } from '@nn/tensor'
import { instanceNorm } from '../../functional/normalization/instance-norm'
import { checkInput } from '../check-input'
import { type NormArgs, NormLayer } from './norm-layer'

/** What `InstanceNorm1d`, `InstanceNorm2d` and `InstanceNorm3d` have in common. */
export abstract class InstanceNormLayer extends NormLayer {
  private readonly rank: number

  /** @param rank the number of dimensions of one sample */
  constructor(numFeatures: number, rank: number, args: NormArgs) {
    super(numFeatures, args, false)
    this.rank = rank
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { rank } = this
    if (input.ndim !== rank && input.ndim !== rank + 1) {
      throw new ShapeError(
        `${this.getName()}: the input must have ${rank} or ${rank + 1} dimensions, got ${showShape(input.shape)}`,
      )
    }
    if (this.affine && input.shape[input.ndim - rank] !== this.numFeatures) {
      throw new ShapeError(
        `${this.getName()}: the input must have ${this.numFeatures} channels, got ${showShape(input.shape)}`,
      )
    }
    return input.ndim === rank ? this.normalize(input.unsqueeze(0)).squeeze(0) : this.normalize(input)
  }

  private normalize(input: Tensor): Tensor {
    const { runningMean, runningVar, weight, bias, training, trackRunningStats, momentum, eps } = this
    return instanceNorm(input, {
      runningMean,
      runningVar,
      weight,
      bias,
      useInputStats: training || !trackRunningStats,
      momentum: momentum ?? 0,
      eps,
    })
  }
}
