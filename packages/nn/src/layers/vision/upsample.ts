import { type Args, type Kind, kinds, signature, type Tensor } from '@nn/tensor'
import { type InterpolateMode, type InterpolateOptions, interpolate } from '../../functional/vision/interpolate'
import { Module } from '../../module/module'
import { pythonFloat, pythonNumbers, pythonTuple } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { targetKinds } from './upsampling-target'

const takesUpsample = signature(
  'Upsample',
  {},
  {
    ...targetKinds,
    mode: kinds.text as Kind<InterpolateMode>,
    alignCorners: kinds.orNull(kinds.boolean),
    recomputeScaleFactor: kinds.orNull(kinds.boolean),
  },
)

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

  constructor(
    ...args: Args<InterpolateOptions, ['size', 'scaleFactor', 'mode', 'alignCorners', 'recomputeScaleFactor']>
  ) {
    super()
    this.options = { ...takesUpsample([], args, this.getName()) }
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
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
