import { type Args, kinds, signature } from '@nn/tensor'
import { Module } from '../../module/module'

export interface SoftmaxLayerOptions {
  /** The dimension along which the classes lie. */
  dim: number
}

const takesDim = signature('SoftmaxLayer', {}, { dim: kinds.required(kinds.integer) })

/** What `Softmax`, `Softmin` and `LogSoftmax` have in common. */
export abstract class SoftmaxLayer extends Module {
  readonly dim: number

  constructor(...args: Args<SoftmaxLayerOptions, ['dim']>) {
    super()
    this.dim = takesDim([], args, this.getName()).dim
  }

  override extraRepr(): string {
    return `dim=${this.dim}`
  }
}
