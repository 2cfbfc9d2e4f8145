import { BatchNormLayer } from './batch-norm-layer'
import type { NormArgs } from './norm-layer'

/**
 * Gives every channel the mean 0 and the variance 1, over all samples and positions of a batch, and then a learned
 * factor and bias. After `eval()` it uses the running mean and variance of the batches that it was trained with.
 *
 * $$ y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, w + b $$
 *
 * A batch is normalised with its biased variance; the running variance is the unbiased one.
 *
 * @param numFeatures C, channels of the input, whose shape is [N, C] or [N, C, L]
 * @throws ShapeError in `forward`, for an input of another shape, and while training for a single value per channel.
 * @example
 * new BatchNorm1d(100).forward(randn([20, 100])).shape // [20, 100]
 * @see torch.nn.BatchNorm1d
 */
export class BatchNorm1d extends BatchNormLayer {
  constructor(numFeatures: number, ...args: NormArgs) {
    super(numFeatures, [2, 3], args)
  }
}
