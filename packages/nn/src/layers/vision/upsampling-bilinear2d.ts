import { Upsample } from './upsample'
import { takesTarget, type UpsamplingArgs } from './upsampling-target'

/**
 * Makes images, [N, C, H, W], larger or smaller by the neighbours' weighted means; the corner elements stay at their places.
 *
 * @param options either `size` or `scaleFactor`
 * @throws RangeError and ShapeError in `forward`, as `interpolate`.
 * @example
 * new UpsamplingBilinear2d({ size: [1, 3] }).forward(tensor([[[[1.0, 2.5]]]])) // tensor([[[[1.0000, 1.7500, 2.5000]]]])
 * @see torch.nn.UpsamplingBilinear2d
 */
export class UpsamplingBilinear2d extends Upsample {
  constructor(...args: UpsamplingArgs) {
    super({ ...takesTarget([], args, new.target.name), mode: 'bilinear', alignCorners: true })
  }
}
