import type { Tensor } from '@nn/tensor'
import type { Slot } from './slot'

/**
 * The accumulated gradient for somebody who only looks at it now, such as an optimizer: unlike `x.grad` it may be freed
 * by the next `clearGrad`.
 */
export function peekGrad(x: Tensor): Tensor | null {
  return (x.graph as Slot | null)?.grad ?? null
}

/** Forgets the accumulated gradient, and gives its memory back at once where nobody has asked for `x.grad`. */
export function clearGrad(x: Tensor): void {
  const slot = x.graph as Slot | null
  if (slot === null || slot.grad === null) return
  if (!slot.gradIsShared) slot.grad.storage.free()
  slot.grad = null
  slot.gradIsShared = false
}
