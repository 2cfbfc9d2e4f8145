import { InstanceNormLayer } from './instance-norm-layer'
import type { NormArgs } from './norm-layer'

/**
 * Gives every channel of every sample the mean 0 and the variance 1 over its positions. By default it learns nothing
 * and keeps no running values.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * @param numFeatures C, channels of the input, whose shape is [N, C, L] or [C, L]
 * @throws ShapeError in `forward`, for an input of another shape, and for channels of a single position.
 * @example
 * new InstanceNorm1d(100).forward(randn([20, 100, 40])).shape // [20, 100, 40]
 * @see torch.nn.InstanceNorm1d
 */
export class InstanceNorm1d extends InstanceNormLayer {
  constructor(numFeatures: number, ...args: NormArgs) {
    super(numFeatures, 2, args)
  }
}
