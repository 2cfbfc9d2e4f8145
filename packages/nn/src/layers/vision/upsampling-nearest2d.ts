import type { InterpolateOptions } from '../../functional/vision/interpolate'
import { Upsample } from './upsample'

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
  constructor({ size = null, scaleFactor = null }: Pick<InterpolateOptions, 'size' | 'scaleFactor'> = {}) {
    super({ size, scaleFactor, mode: 'nearest' })
  }
}
