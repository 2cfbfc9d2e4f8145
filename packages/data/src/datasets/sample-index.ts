import { IndexError } from '@nn/tensor'

/**
 * An index counted from either end, as Python's lists take them, as one from the front.
 *
 * @throws IndexError outside the range.
 */
export function sampleIndex(op: string, index: number, length: number): number {
  if (!Number.isInteger(index) || index < -length || index >= length) {
    throw new IndexError(`${op}: index ${index} is out of range for a dataset of ${length} samples`)
  }
  return index < 0 ? index + length : index
}
