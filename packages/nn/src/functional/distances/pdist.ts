import {
  type Args,
  cdist,
  kinds,
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
  // A batch of pairs: two matrices of one row each.
  const [firsts, seconds] = pairsOf(input.shape[0] as number).map((rows) => input.indexSelect(0, rows).unsqueeze(1))
  return nameStep('PdistBackward0', cdist(firsts as Tensor, seconds as Tensor, p).flatten())
}

/** All pairs i < j below `count`: every i, and every j. */
function pairsOf(count: number): readonly [Tensor, Tensor] {
  const above = triu(ones([count, count], { dtype: 'bool' }), 1)
  return nonzero(above, { asTuple: true }) as [Tensor, Tensor]
}
