import type { Tensor } from '../tensor'

let isNew = true

/** A mask of bytes, as programs for older versions of PyTorch have them, as one of booleans; the first one is warned of. */
export function fromByteMask(bytes: Tensor): Tensor {
  if (isNew) console.warn('uint8 tensors as masks are deprecated; make them bool')
  isNew = false
  return bytes.bool()
}
