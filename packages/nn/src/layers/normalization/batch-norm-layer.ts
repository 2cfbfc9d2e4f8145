import { ShapeError, showShape, type Tensor } from '@nn/tensor'
import { batchNorm } from '../../functional/normalization/batch-norm'
import { checkInput } from '../check-input'
import { type NormArgs, NormLayer } from './norm-layer'

/** What `BatchNorm1d`, `BatchNorm2d` and `BatchNorm3d` have in common. */
export abstract class BatchNormLayer extends NormLayer {
  private readonly ranks: readonly number[]

  /** @param ranks the numbers of dimensions that inputs may have */
  constructor(numFeatures: number, ranks: readonly number[], args: NormArgs) {
    super(numFeatures, args, true)
    this.ranks = ranks
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    if (!this.ranks.includes(input.ndim)) {
      throw new ShapeError(
        `${this.getName()}: the input must have ${this.ranks.join(' or ')} dimensions, got ${showShape(input.shape)}`,
      )
    }
    const { training, trackRunningStats, weight, bias, eps } = this
    const usesRunning = !training || trackRunningStats
    const [runningMean, runningVar] = usesRunning ? [this.runningMean, this.runningVar] : [null, null]
    const usesBatch = training || (runningMean === null && runningVar === null)
    const momentum = training && trackRunningStats ? this.countBatch() : 0
    return batchNorm(input, runningMean, runningVar, { weight, bias, training: usesBatch, momentum, eps })
  }

  /** Counts one more batch; returns by what share the running values move to it. */
  private countBatch(): number {
    this.numBatchesTracked?.add_(1)
    return this.momentum ?? 1 / (this.numBatchesTracked?.item() ?? 1)
  }
}
