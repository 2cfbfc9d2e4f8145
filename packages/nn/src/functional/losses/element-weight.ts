import { type Reduction, ShapeError, sameShape, showShape, type Tensor } from '@nn/tensor'
import { type LossOptions, reduced } from '../reduction'

export interface ElementWeightOptions extends LossOptions {
  /** A weight for each element, in the shape of the input; by default all count the same. */
  weight?: Tensor | null
}

/** Losses times the weights of their elements. */
export function weighted(op: string, losses: Tensor, input: Tensor, weight: Tensor): Tensor {
  if (!sameShape(weight.shape, input.shape)) {
    throw new ShapeError(
      `${op}: weight must have the shape of the input, ${showShape(input.shape)}, got ${showShape(weight.shape)}`,
    )
  }
  return losses.mul(weight)
}

/** Weighted losses, reduced; the mean divides by the sum of the weights. */
export function reducedByWeight(losses: Tensor, weight: Tensor, reduction: Reduction): Tensor {
  return reduction === 'mean' ? losses.sum().div(weight.sum()) : reduced(losses, reduction)
}
