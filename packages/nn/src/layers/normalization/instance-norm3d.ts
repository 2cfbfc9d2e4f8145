import { InstanceNormLayer } from './instance-norm-layer'
import type { NormArgs } from './norm-layer'

/**
 * Gives every channel of every sample the mean 0 and the variance 1 over its positions. By default it learns nothing
 * and keeps no running values.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param numFeatures C, channels of the input, whose shape is [N, C, D, H, W] or [C, D, H, W]
 * @throws ShapeError in `forward`, for an input of another shape, and for channels of a single position.
 * @example
 * new InstanceNorm3d(4).forward(randn([2, 4, 3, 8, 8])).shape // [2, 4, 3, 8, 8]
 * @see torch.nn.InstanceNorm3d
 */
export class InstanceNorm3d extends InstanceNormLayer {
  constructor(numFeatures: number, ...args: NormArgs) {
    super(numFeatures, 4, args)
  }
}
