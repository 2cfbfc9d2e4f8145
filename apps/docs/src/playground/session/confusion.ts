import { CLASSES } from '@nn/trainer'
import type { Mistake } from './mistakes'

/**
 * Counts how often each class got each answer.
 *
 * @param labels of all images
 * @param mistakes all images whose answer is not their label
 * @returns rows of labels, columns of answers
 */
export function countConfusions(labels: ArrayLike<number>, mistakes: readonly Mistake[]): number[][] {
  const counts = Array.from({ length: CLASSES }, () => new Array<number>(CLASSES).fill(0))
  const add = (label: number, answer: number, n: number): void => {
    const row = counts[label] as number[]
    row[answer] = (row[answer] as number) + n
  }
  for (const label of Array.from(labels)) add(label, label, 1)
  for (const { label, answer } of mistakes) {
    add(label, label, -1)
    add(label, answer, 1)
  }
  return counts
}
