import { type DType, ones, type Tensor, tensor, zeros } from '@nn/tensor'
import { ones_, zeros_ } from '../../init/constant'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { pythonBool, pythonFloat } from '../../module/python-literal'

export interface NormLayerOptions {
  /** What is added to the variance, so that it is not 0. Default 1e-5. */
  eps?: number
  /** By what share the running values move; null averages over all batches. Default 0.1. */
  momentum?: number | null
  /** Whether to learn a factor and a bias for each channel. */
  affine?: boolean
  /** With `affine`, whether to learn the bias. Default true. */
  bias?: boolean
  /** Whether to keep running values, which are used after `eval()`. */
  trackRunningStats?: boolean
  /** Of parameters and running values. Default: the default dtype. */
  dtype?: DType
}

/** The base of batch and instance norms: a factor and a bias for each channel, running values of mean and variance. */
export abstract class NormLayer extends Module {
  readonly numFeatures: number
  readonly eps: number
  readonly momentum: number | null
  readonly affine: boolean
  readonly trackRunningStats: boolean
  /** [numFeatures], from 1 on */
  weight: Parameter | null
  /** [numFeatures], from 0 on */
  bias: Parameter | null
  /** [numFeatures], from 0 on */
  runningMean: Tensor | null
  /** [numFeatures], from 1 on; the unbiased variance */
  runningVar: Tensor | null
  /** How many batches the running values have seen. */
  numBatchesTracked: Tensor | null

  constructor(
    numFeatures: number,
    { eps = 1e-5, momentum = 0.1, affine = true, bias = true, trackRunningStats = true, ...options }: NormLayerOptions,
  ) {
    super()
    if (!Number.isInteger(numFeatures) || numFeatures < 0) {
      throw new RangeError(`${this.getName()}: numFeatures must be a non-negative integer, got ${numFeatures}`)
    }
    this.numFeatures = numFeatures
    this.eps = eps
    this.momentum = momentum
    this.affine = affine
    this.trackRunningStats = trackRunningStats
    const perChannel = [numFeatures]
    this.weight = affine ? new Parameter(ones(perChannel, options)) : null
    this.bias = affine && bias ? new Parameter(zeros(perChannel, options)) : null
    this.runningMean = trackRunningStats ? zeros(perChannel, options) : null
    this.runningVar = trackRunningStats ? ones(perChannel, options) : null
    this.numBatchesTracked = trackRunningStats ? tensor(0) : null
    for (const name of ['runningMean', 'runningVar', 'numBatchesTracked'] as const)
      this.registerBuffer(name, this[name])
  }

  /** Forgets what was learned and what was tracked. */
  resetParameters(): void {
    this.resetRunningStats()
    if (this.weight !== null) ones_(this.weight)
    if (this.bias !== null) zeros_(this.bias)
  }

  /** Forgets the running values. */
  resetRunningStats(): void {
    this.runningMean?.zero_()
    this.runningVar?.fill_(1)
    this.numBatchesTracked?.zero_()
  }

  override extraRepr(): string {
    const { numFeatures, eps, momentum, affine, bias, trackRunningStats } = this
    const values = [
      `${numFeatures}`,
      `eps=${pythonFloat(eps)}`,
      `momentum=${momentum === null ? 'None' : pythonFloat(momentum)}`,
      `affine=${pythonBool(affine)}`,
      `bias=${pythonBool(bias !== null)}`,
      `track_running_stats=${pythonBool(trackRunningStats)}`,
    ]
    return values.join(', ')
  }
}
