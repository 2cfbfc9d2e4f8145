import { type Args, type DType, kinds, ones, signature, type Tensor, zeros } from '@nn/tensor'
import { groupNorm } from '../../functional/normalization/group-norm'
import { ones_, zeros_ } from '../../init/constant'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { pythonBool, pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'

export interface GroupNormLayerOptions {
  /** What is added to the variance, so that it is not 0. Default 1e-5. */
  eps?: number
  /** Whether to learn a factor and a bias for each channel. Default true. */
  affine?: boolean
  /** With `affine`, whether to learn the bias. Default true. */
  bias?: boolean
  /** Of weight and bias. Default: the default dtype. */
  dtype?: DType
}

const takesGroupNorm = signature(
  'GroupNorm',
  { numGroups: kinds.integer, numChannels: kinds.integer },
  { eps: kinds.number, affine: kinds.boolean },
  { bias: kinds.boolean, dtype: kinds.dtype },
)

/**
 * Gives every group of channels of every sample the mean 0 and the variance 1, and then each channel a learned factor
 * and bias.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param numGroups into how many groups the channels are split
 * @param numChannels channels of the input, whose shape is [N, numChannels, ...]
 * @throws RangeError where the channels cannot be split so.
 * @throws ShapeError in `forward`, for an input of another number of channels.
 * @example
 * const layer = new GroupNorm(3, 6)
 * layer.forward(randn([20, 6, 10, 10])).shape // [20, 6, 10, 10]
 * @see torch.nn.GroupNorm
 */
export class GroupNorm extends Module {
  readonly numGroups: number
  readonly numChannels: number
  readonly eps: number
  readonly affine: boolean
  /** [numChannels], from 1 on */
  weight: Parameter | null
  /** [numChannels], from 0 on */
  bias: Parameter | null

  constructor(numGroups: number, numChannels: number, ...args: Args<GroupNormLayerOptions, ['eps', 'affine']>) {
    super()
    const given = takesGroupNorm([numGroups, numChannels], args, this.getName())
    const { eps = 1e-5, affine = true, bias = true, ...options } = given
    if (numGroups < 1 || numChannels < 0 || numChannels % numGroups !== 0) {
      throw new RangeError(`${this.getName()}: ${numChannels} channels cannot be split into ${numGroups} groups`)
    }
    this.numGroups = numGroups
    this.numChannels = numChannels
    this.eps = eps
    this.affine = affine
    this.weight = this.registerParameter('weight', affine ? new Parameter(ones([numChannels], options)) : null)
    this.bias = this.registerParameter('bias', affine && bias ? new Parameter(zeros([numChannels], options)) : null)
  }

  /** Forgets what was learned. */
  resetParameters(): void {
    if (this.weight !== null) ones_(this.weight)
    if (this.bias !== null) zeros_(this.bias)
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { numGroups, weight, bias, eps } = this
    return groupNorm(input, numGroups, { weight, bias, eps })
  }

  override extraRepr(): string {
    const { numGroups, numChannels, eps, affine, bias } = this
    const values = [numGroups, numChannels, `eps=${pythonFloat(eps)}`, `affine=${pythonBool(affine)}`]
    return [...values, `bias=${pythonBool(bias !== null)}`].join(', ')
  }
}
