import { Upsample } from './upsample'
import { takesTarget, type UpsamplingArgs } from './upsampling-target'

/**
 * Makes images, [N, C, H, W], larger or smaller by the nearest elements.
 *
 * @param options either `size` or `scaleFactor`
 * @throws RangeError and ShapeError in `forward`, as `interpolate`.
 * @example
 * new UpsamplingNearest2d({ scaleFactor: 2 }).forward(ones([1, 3, 8, 8])).shape // [1, 3, 16, 16]
 * @see torch.nn.UpsamplingNearest2d
 */
export class UpsamplingNearest2d extends Upsample {
  constructor(...args: UpsamplingArgs) {
    super({ ...takesTarget([], args, new.target.name), mode: 'nearest' })
  }
}
