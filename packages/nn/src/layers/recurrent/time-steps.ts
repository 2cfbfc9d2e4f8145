import type { Tensor } from '@nn/tensor'

/**
 * The steps of a sequence, [T, ...], each without its dimension. The sequence is halved again and again, so that going
 * back through all of it adds up log T gradients of its size and not T of them.
 */
export function timeSteps(sequence: Tensor): Tensor[] {
  const length = sequence.shape[0] as number
  if (length <= 1) return length === 1 ? [sequence.squeeze(0)] : []
  const half = Math.ceil(length / 2)
  return [...timeSteps(sequence.narrow(0, 0, half)), ...timeSteps(sequence.narrow(0, half, length - half))]
}
