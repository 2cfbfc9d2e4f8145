import { type Args, kinds, signature } from '@nn/tensor'
import { type PerDimension, perDimensionKind } from '../../functional/per-dimension'
import type { LpPoolOptions } from '../../functional/pooling/lp-pool'
import { strideKind } from '../../functional/pooling/sliding-windows'
import { Module } from '../../module/module'
import { pythonBool, pythonNumbers } from '../../module/python-literal'

const takesLpPool = signature(
  'LPPoolLayer',
  { normType: kinds.number, kernelSize: perDimensionKind },
  { stride: strideKind, ceilMode: kinds.boolean },
)

/** What `LPPool1d`, `LPPool2d` and `LPPool3d` have in common. */
export abstract class LPPoolLayer extends Module {
  readonly normType: number
  readonly kernelSize: PerDimension
  /** Null is the window's size. */
  readonly stride: PerDimension | null
  readonly ceilMode: boolean

  constructor(normType: number, kernelSize: PerDimension, ...args: Args<LpPoolOptions, ['stride', 'ceilMode']>) {
    super()
    const { stride = null, ceilMode = false } = takesLpPool([normType, kernelSize], args, this.getName())
    this.normType = normType
    this.kernelSize = kernelSize
    this.stride = stride
    this.ceilMode = ceilMode
  }

  override extraRepr(): string {
    const { normType, kernelSize, stride, ceilMode } = this
    const norm = normType === Infinity ? 'inf' : normType
    const step = stride === null ? 'None' : pythonNumbers(stride)
    return `norm_type=${norm}, kernel_size=${pythonNumbers(kernelSize)}, stride=${step}, ceil_mode=${pythonBool(ceilMode)}`
  }
}
