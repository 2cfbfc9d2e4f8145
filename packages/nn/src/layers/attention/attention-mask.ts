import { type DType, DTypeError, type Shape, ShapeError, sameShape, showShape, type Tensor, zeros } from '@nn/tensor'

/** The sizes of an attention: N examples, H heads, L queries, S keys. */
export interface AttentionSizes {
  readonly batch: number
  readonly heads: number
  readonly queries: number
  readonly keys: number
}

/**
 * What is added to the scores [N, H, L, S] so that nobody looks at what is masked.
 *
 * @param attnMask which keys each query must not see, [L, S] or [N · H, L, S]
 * @param keyPaddingMask which keys of each example are padding, [N, S]
 * @returns a tensor that broadcasts to the scores, or null without masks
 */
export function scoreMask(
  attnMask: Tensor | null,
  keyPaddingMask: Tensor | null,
  { batch, heads, queries, keys }: AttentionSizes,
  dtype: DType,
): Tensor | null {
  const masks: Tensor[] = []
  if (attnMask !== null) {
    const shape = attnMask.ndim === 3 ? [batch * heads, queries, keys] : [queries, keys]
    checkMask('attnMask', attnMask, shape)
    masks.push(
      additive(attnMask, dtype).view(attnMask.ndim === 3 ? [batch, heads, queries, keys] : [1, 1, queries, keys]),
    )
  }
  if (keyPaddingMask !== null) {
    checkMask('keyPaddingMask', keyPaddingMask, [batch, keys])
    masks.push(additive(keyPaddingMask, dtype).view(batch, 1, 1, keys))
  }
  return masks.length === 0 ? null : masks.reduce((sum, mask) => sum.add(mask))
}

/** -∞ where a bool mask is true and 0 elsewhere; other masks are added as they are. */
function additive(mask: Tensor, dtype: DType): Tensor {
  return mask.dtype === 'bool' ? zeros(mask.shape, { dtype }).maskedFill_(mask, -Infinity) : mask
}

function checkMask(name: string, mask: Tensor, shape: Shape): void {
  if (mask.dtype !== 'bool' && !mask.isFloatingPoint()) {
    throw new DTypeError(`MultiheadAttention: ${name} must be bool or floating point, got ${mask.dtype}`)
  }
  if (!sameShape(mask.shape, shape)) {
    throw new ShapeError(
      `MultiheadAttention: ${name} must have shape ${showShape(shape)}, got ${showShape(mask.shape)}`,
    )
  }
}
