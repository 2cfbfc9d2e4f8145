import { IndexError } from '../core/errors'
import type { Tensor } from '../tensor'

/**
 * Refuses indices along a dimension that are out of range, in the name of an op that is made of others.
 *
 * @param least 0, or -size where they may count from the end
 */
export function checkIndices(op: string, index: Tensor, least: number, size: number): void {
  if (index.numel() === 0) return
  const outside = [index.min().item(), index.max().item()].find((i) => i < least || i >= size)
  if (outside === undefined) return
  throw new IndexError(`${op}: index ${outside} is out of range for a dimension of size ${size}`)
}
