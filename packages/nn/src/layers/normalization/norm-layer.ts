import { type Args, type DType, kinds, ones, signature, type Tensor, tensor, zeros } from '@nn/tensor'
import { ones_, zeros_ } from '../../init/constant'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { pythonBool, pythonFloat } from '../../module/python-literal'
import { checkSizes } from '../check-sizes'

export interface NormLayerOptions {
  /** What is added to the variance, so that it is not 0. Default 1e-5. */
  eps?: number
  /** By what share the running values move; null averages over all batches. Default 0.1. */
  momentum?: number | null
  /** Whether to learn a factor and a bias for each channel. Default true, for instance norms false. */
  affine?: boolean
  /** With `affine`, whether to learn the bias. Default true. */
  bias?: boolean
  /** Whether to keep running values, which are used after `eval()`. Default true, for instance norms false. */
  trackRunningStats?: boolean
  /** Of parameters and running values. Default: the default dtype. */
  dtype?: DType
}

/** What follows the number of features, in PyTorch's order. */
export type NormArgs = Args<NormLayerOptions, ['eps', 'momentum', 'affine', 'trackRunningStats']>

const takesNorm = signature(
  'NormLayer',
  { numFeatures: kinds.integer },
  {
    eps: kinds.number,
    momentum: kinds.orNull(kinds.number),
    affine: kinds.boolean,
    trackRunningStats: kinds.boolean,
  },
  { bias: kinds.boolean, dtype: kinds.dtype },
)

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

  /** @param byDefault whether to learn and to keep running values where the options do not say */
  constructor(numFeatures: number, args: NormArgs, byDefault: boolean) {
    super()
    const given = takesNorm([numFeatures], args, this.getName())
    const { eps = 1e-5, momentum = 0.1, affine = byDefault, trackRunningStats = byDefault, ...rest } = given
    const { bias = true, ...options } = rest
    checkSizes(this.getName(), { numFeatures })
    this.numFeatures = numFeatures
    this.eps = eps
    this.momentum = momentum
    this.affine = affine
    this.trackRunningStats = trackRunningStats
    const perChannel = [numFeatures]
    this.weight = this.registerParameter('weight', affine ? new Parameter(ones(perChannel, options)) : null)
    this.bias = this.registerParameter('bias', affine && bias ? new Parameter(zeros(perChannel, options)) : null)
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

  /** PyTorch's checkpoints from before it counted batches. */
  protected override optionalState(): readonly string[] {
    return ['num_batches_tracked']
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
