import { InstanceNormLayer } from './instance-norm-layer'
import type { NormArgs } from './norm-layer'

/**
 * Gives every channel of every sample the mean 0 and the variance 1 over its positions. By default it learns nothing
 * and keeps no running values.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param numFeatures C, channels of the input, whose shape is [N, C, H, W] or [C, H, W]
 * @throws ShapeError in `forward`, for an input of another shape, and for channels of a single position.
 * @example
 * new InstanceNorm2d(8).forward(randn([64, 8, 28, 28])).shape // [64, 8, 28, 28]
 * @see torch.nn.InstanceNorm2d
 */
export class InstanceNorm2d extends InstanceNormLayer {
  constructor(numFeatures: number, ...args: NormArgs) {
    super(numFeatures, 3, args)
  }
}
