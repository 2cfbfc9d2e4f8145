import { type Picked, poolMax, poolMean, type Tensor, type Windows } from '@nn/tensor'
import type { MaxName, MeanName } from './pool-names'
import { maxOfVolumes, meanOfVolumes } from './pool-volumes'

// Pools are 2-d: a sequence is an image of one row, and a volume is pooled twice.

const oneRow: Windows = { start: [0], end: [1], step: 1 }

/** The largest element of each window and its place; `windows` has those of every spatial dimension. */
export function maxOfWindows(name: MaxName, input: Tensor, windows: readonly Windows[]): Picked {
  const [first, second, third] = windows as [Windows, Windows?, Windows?]
  if (second !== undefined && third !== undefined) return maxOfVolumes(name, input, [first, second, third])
  if (second !== undefined) return poolMax(name, input, first, second)
  const { values, indices } = poolMax(name, input.unsqueeze(-2), oneRow, first)
  return { values: values.squeeze(-2), indices: indices.squeeze(-2) }
}

/** The sum of each window over its divisor; a tensor of divisors has a dimension for each spatial one. */
export function meanOfWindows(
  name: MeanName,
  input: Tensor,
  windows: readonly Windows[],
  divisor: Tensor | number,
): Tensor {
  const [first, second, third] = windows as [Windows, Windows?, Windows?]
  if (second !== undefined && third !== undefined) return meanOfVolumes(name, input, [first, second, third], divisor)
  if (second !== undefined) return poolMean(name, input, first, second, divisor)
  return poolMean(name, input.unsqueeze(-2), oneRow, first, divisor).squeeze(-2)
}
