import { type PerDimension, perDimension } from '../../functional/per-dimension'
import type { MaxUnpoolOptions } from '../../functional/pooling/max-unpool'
import { Module } from '../../module/module'
import { pythonTuple } from '../../module/python-literal'

export type MaxUnpoolLayerOptions = Omit<MaxUnpoolOptions, 'outputSize'>
export type MaxUnpoolForwardOptions = Pick<MaxUnpoolOptions, 'outputSize'>

/** What the layers that undo `MaxPool` have in common. */
export abstract class MaxUnpoolLayer extends Module {
  readonly kernelSize: readonly number[]
  readonly stride: readonly number[]
  readonly padding: readonly number[]

  constructor(rank: number, kernelSize: PerDimension, { stride, padding = 0 }: MaxUnpoolLayerOptions) {
    super()
    const name = this.getName()
    this.kernelSize = perDimension(name, 'kernelSize', kernelSize, rank, 1)
    this.stride = perDimension(name, 'stride', stride ?? kernelSize, rank, 1)
    this.padding = perDimension(name, 'padding', padding, rank, 0)
  }

  override extraRepr(): string {
    const [kernel, stride, padding] = [this.kernelSize, this.stride, this.padding].map(pythonTuple)
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`
  }
}
