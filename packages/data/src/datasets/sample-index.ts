import { IndexError, show } from '@nn/tensor'

/**
 * An index counted from either end, as Python's lists take them, as one from the front.
 *
 * @throws TypeError for what is no integer, IndexError outside the range.
 */
export function sampleIndex(op: string, index: number, length: number): number {
  checkInteger(op, index)
  if (index < -length || index >= length) {
    throw new IndexError(`${op}: index ${index} is out of range for a dataset of ${length} samples`)
  }
  return index < 0 ? index + length : index
}

/**
 * Refuses what is no list of indices, whatever the dataset would make of it.
 *
 * @throws TypeError
 */
export function checkIndices(op: string, indices: readonly number[]): void {
  if (!Array.isArray(indices)) throw new TypeError(`${op}: a batch must be a list of indices, got ${show(indices)}`)
  for (const index of indices) checkInteger(op, index)
}

function checkInteger(op: string, index: unknown): void {
  if (!Number.isInteger(index)) throw new TypeError(`${op}: an index must be an integer, got ${show(index)}`)
}
