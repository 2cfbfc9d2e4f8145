import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { type CosineSimilarityOptions, cosineSimilarity } from '../functional/distances/cosine-similarity'
import { Module } from '../module/module'
import { takesTwo } from './takes-two'

const takesCosineSimilarity = signature('CosineSimilarity', {}, { dim: kinds.integer, eps: kinds.number })

/**
 * The cosine of the angle between vectors.
 *
 * $$ y = \frac{x_1 \cdot x_2}{\max(\|x_1\|, \varepsilon) \, \max(\|x_2\|, \varepsilon)} $$
 *
 * @example
 * const cosine = new CosineSimilarity()
 * cosine.forward(tensor([[1.5, 0.0]]), tensor([[0.0, 2.5]])) // tensor([0.])
 * @see torch.nn.CosineSimilarity
 */
export class CosineSimilarity extends Module {
  /** The dimension along which the vectors lie. */
  readonly dim: number
  /** The least length to divide by. */
  readonly eps: number

  constructor(...args: Args<CosineSimilarityOptions, ['dim', 'eps']>) {
    super()
    const { dim = 1, eps = 1e-8 } = takesCosineSimilarity([], args, this.getName())
    this.dim = dim
    this.eps = eps
  }

  /**
   * @param x1 vectors along the dimension `dim`
   * @param x2 vectors, of a shape that broadcasts with it
   */
  forward(x1: Tensor, x2: Tensor, ...none: []): Tensor {
    takesTwo([x1, x2], none, this.getName())
    const { dim, eps } = this
    return cosineSimilarity(x1, x2, { dim, eps })
  }
}
