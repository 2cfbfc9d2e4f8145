import { noGrad } from '@nn/autograd'
import type { Tensor } from '@nn/tensor'

/** x with its elements raised to at least `min`. Their gradients pass on as if they had not been raised. */
export function raisedTo(x: Tensor, min: number): Tensor {
  const raised = x.clone()
  noGrad(() => raised.clampMin_(min))
  return raised
}
