import {
  type Args,
  kinds,
  linalg,
  nameStep,
  nonzero,
  ones,
  ShapeError,
  showShape,
  signature,
  type Tensor,
  triu,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'

export interface PdistOptions {
  /** 0 or more; ∞ gives the largest difference, 0 the number of coordinates that differ. Default 2. */
  p?: number
}

const takesPdist = signature('pdist', { input: kinds.tensor }, { p: kinds.number })

/**
 * The p-norm distance of every two rows: what `cdist(input, input)` has above its diagonal, row by row.
 *
 * @param input vectors, shape [N, D]
 * @returns shape [N (N - 1) / 2]
 * @throws ShapeError for what is no matrix.
 * @throws RangeError for a negative p.
 * @throws DTypeError for integers.
 * @example
 * functional.pdist(tensor([[0.0, 0.5], [3.0, 4.5], [0.0, 1.5]])) // tensor([5.0000, 1.0000, 4.2426])
 * @see torch.nn.functional.pdist
 */
export function pdist(input: Tensor, ...args: Args<PdistOptions, ['p']>): Tensor {
  const { p = 2 } = takesPdist([input], args)
  checkFloatingPoint('pdist', input)
  if (input.ndim !== 2) throw new ShapeError(`pdist: the input must be a matrix, got ${showShape(input.shape)}`)
  if (!(p >= 0)) throw new RangeError(`pdist: p must be 0 or more, got ${p}`)
  const [rows, columns] = input.shape as [number, number]
  const [firsts, seconds] = pairsOf(rows)
  const differences = input.indexSelect(0, firsts).sub(input.indexSelect(0, seconds))
  // A sign is 0 for equal coordinates and has the gradient 0, as the count of the others.
  if (p === 0) return nameStep('PdistBackward0', differences.sign().abs().sum(-1))
  // Points without coordinates are 0 apart, also where no largest difference exists.
  return nameStep('PdistBackward0', linalg.vectorNorm(differences, columns === 0 ? 1 : p, -1))
}

/** All pairs i < j below `count`: every i, and every j. */
function pairsOf(count: number): readonly [Tensor, Tensor] {
  const above = triu(ones([count, count], { dtype: 'bool' }), 1)
  return nonzero(above, { asTuple: true }) as [Tensor, Tensor]
}
