import type { Tensor } from '@nn/tensor'
import { type InterpolateOptions, interpolate } from '../../functional/vision/interpolate'
import { Module } from '../../module/module'
import { pythonFloat, pythonNumbers, pythonTuple } from '../../module/python-literal'

/**
 * Makes images, sequences or volumes larger or smaller by `interpolate`.
 *
 * @throws RangeError and ShapeError in `forward`, as `interpolate`.
 * @example
 * new Upsample({ scaleFactor: 2 }).forward(ones([1, 3, 8, 8])).shape // [1, 3, 16, 16]
 * @see torch.nn.Upsample
 */
export class Upsample extends Module {
  readonly options: InterpolateOptions

  constructor(options: InterpolateOptions = {}) {
    super()
    this.options = options
  }

  forward(input: Tensor): Tensor {
    return interpolate(input, this.options)
  }

  override extraRepr(): string {
    const { size = null, scaleFactor = null, mode = 'nearest' } = this.options
    const target =
      scaleFactor === null
        ? `size=${size === null ? 'None' : pythonNumbers(size)}`
        : `scale_factor=${typeof scaleFactor === 'number' ? pythonFloat(scaleFactor) : pythonTuple(scaleFactor.map(pythonFloat))}`
    return `${target}, mode='${mode}'`
  }
}
