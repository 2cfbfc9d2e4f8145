import type { Picked } from '@nn/tensor'

/** PyTorch's named tuple of values and indices, as the fixtures have it. */
export function picked({ values, indices }: Picked): unknown {
  return [values, indices]
}
