import type { Tensor } from '../tensor'

/**
 * The gradient of a value that several elements reach at once: an equal part for each of them, 0 for the others.
 *
 * @param grad with the reduced dimensions as size 1
 * @param reached bool, true where an element reaches the value
 */
export function shareEvenly(grad: Tensor, reached: Tensor, dims: readonly number[]): Tensor {
  const share = grad.div(reached.sum(dims, { keepdim: true }))
  return reached.to(grad.dtype).mul(share)
}
