import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { type PerDimension, perDimension, perDimensionKind } from '../../functional/per-dimension'
import type { MaxUnpoolOptions } from '../../functional/pooling/max-unpool'
import { strideKind } from '../../functional/pooling/sliding-windows'
import { Module } from '../../module/module'
import { pythonTuple } from '../../module/python-literal'

export type MaxUnpoolLayerOptions = Omit<MaxUnpoolOptions, 'outputSize'>
export type MaxUnpoolForwardOptions = Pick<MaxUnpoolOptions, 'outputSize'>

/** What follows the window's size, in PyTorch's order. */
export type MaxUnpoolArgs = Args<MaxUnpoolLayerOptions, ['stride', 'padding']>

const takesMaxUnpool = signature(
  'MaxUnpoolLayer',
  { kernelSize: perDimensionKind },
  { stride: strideKind, padding: perDimensionKind },
)

const takesForward = signature(
  'forward',
  { input: kinds.tensor, indices: kinds.tensor },
  { outputSize: kinds.orNull(kinds.integers) },
)

/** What the layers that undo `MaxPool` have in common. */
export abstract class MaxUnpoolLayer extends Module {
  readonly kernelSize: readonly number[]
  readonly stride: readonly number[]
  readonly padding: readonly number[]

  constructor(rank: number, kernelSize: PerDimension, args: MaxUnpoolArgs) {
    super()
    const name = this.getName()
    const { stride, padding = 0 } = takesMaxUnpool([kernelSize], args, name)
    this.kernelSize = perDimension(name, 'kernelSize', kernelSize, rank, 1)
    this.stride = perDimension(name, 'stride', stride ?? kernelSize, rank, 1)
    this.padding = perDimension(name, 'padding', padding, rank, 0)
  }

  /** The function of this layer's rank. */
  protected abstract unpool(input: Tensor, indices: Tensor, kernelSize: PerDimension, options: MaxUnpoolOptions): Tensor

  /**
   * @param input the largest elements
   * @param indices their places, as `MaxPool` gives them with `returnIndices`
   */
  forward(input: Tensor, indices: Tensor, ...args: Args<MaxUnpoolForwardOptions, ['outputSize']>): Tensor {
    const { outputSize = null } = takesForward([input, indices], args, this.getName())
    const { kernelSize, stride, padding } = this
    return this.unpool(input, indices, kernelSize, { stride, padding, outputSize })
  }

  override extraRepr(): string {
    const [kernel, stride, padding] = [this.kernelSize, this.stride, this.padding].map(pythonTuple)
    return `kernel_size=${kernel}, stride=${stride}, padding=${padding}`
  }
}
