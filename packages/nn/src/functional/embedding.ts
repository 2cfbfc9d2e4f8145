import { noGrad } from '@nn/autograd'
import {
  type Args,
  apply,
  bincount,
  DTypeError,
  IndexError,
  indexAdd,
  kinds,
  norm,
  type Op,
  ShapeError,
  showShape,
  signature,
  type Tensor,
  where,
} from '@nn/tensor'
import { numberOrNull } from './kinds'

export interface EmbeddingOptions {
  /** A row that gets no gradient, counted from either end. Default null. */
  paddingIdx?: number | null
  /** Rows that are looked up and have a larger norm are scaled to it, in the weight itself. Default null. */
  maxNorm?: number | null
  /** The p of the p-norm that `maxNorm` is about. Default 2. */
  normType?: number
  /** Divide the gradient of each row by how often it was looked up. Default false. */
  scaleGradByFreq?: boolean
}

interface Lookup {
  readonly indices: Tensor
  readonly paddingIdx: number | null
  readonly scaleGradByFreq: boolean
}

/** Rows of W by index; the gradient of each row is the sum of those of the places that it went to. */
const embeddingOp: Op<[Tensor], Lookup> = {
  name: 'embedding',
  forward(context, [weight], { indices }) {
    context.save(indices)
    return rowsOf(weight, indices)
  },
  backward({ params, saved, shapes: [shape = []] }, grad) {
    const indices = (saved[0] as Tensor).reshape(-1)
    const rows = grad.reshape([indices.numel(), shape[1] as number])
    const counted = weighGradients(rows, indices, params)
    return [indexAdd(grad.newZeros(shape), 0, indices, counted)]
  },
}

function rowsOf(weight: Tensor, indices: Tensor): Tensor {
  return weight.indexSelect(0, indices.reshape(-1)).reshape([...indices.shape, weight.shape[1] as number])
}

/** The gradients of looked-up rows as far as they count. */
function weighGradients(rows: Tensor, indices: Tensor, { paddingIdx, scaleGradByFreq }: Lookup): Tensor {
  const counting = paddingIdx === null ? rows : rows.maskedFill(indices.eq(paddingIdx).unsqueeze(1), 0)
  if (!scaleGradByFreq) return counting
  const frequencies = bincount(indices).indexSelect(0, indices)
  return counting.div(frequencies.unsqueeze(1))
}

const takesEmbedding = signature(
  'embedding',
  { input: kinds.tensor, weight: kinds.tensor },
  {
    paddingIdx: kinds.orNull(kinds.integer),
    maxNorm: numberOrNull,
    normType: kinds.number,
    scaleGradByFreq: kinds.boolean,
  },
)

/**
 * Looks up the rows of a table: what stands for the words of a vocabulary, by their numbers.
 *
 * @param input indices (int64 or int32), any shape
 * @param weight the table, shape [V, D]
 * @returns shape [..., D]
 * @throws ShapeError for a weight that is no matrix.
 * @throws DTypeError for indices that are no integers.
 * @throws IndexError for an index that is no row.
 * @example
 * functional.embedding(tensor([1, 1, 0]), tensor([[1.5, 2], [3, 4]])) // tensor([[3.0000, 4.0000], [3.0000, 4.0000], [1.5000, 2.0000]])
 * @see torch.nn.functional.embedding
 */
export function embedding(
  input: Tensor,
  weight: Tensor,
  ...args: Args<EmbeddingOptions, ['paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq']>
): Tensor {
  return lookUp('embedding', input, weight, takesEmbedding([input, weight], args))
}

/** `embedding`, with the name of the op for errors. */
export function lookUp(
  op: string,
  input: Tensor,
  weight: Tensor,
  { paddingIdx = null, maxNorm = null, normType = 2, scaleGradByFreq = false }: EmbeddingOptions,
): Tensor {
  if (weight.ndim !== 2) throw new ShapeError(`${op}: the weight must be a matrix, got ${showShape(weight.shape)}`)
  if (input.dtype !== 'int64' && input.dtype !== 'int32') {
    throw new DTypeError(`${op}: indices must be int64 or int32, got ${input.dtype}`)
  }
  const padding = paddingIdx === null ? null : rowIndex(op, paddingIdx, weight.shape[0] as number)
  const indices = input.detach()
  checkIndices(op, indices, weight)
  if (maxNorm !== null) renormalize_(weight, indices, maxNorm, normType)
  return apply(embeddingOp, [weight], { indices, paddingIdx: padding, scaleGradByFreq })
}

/** A row that may be counted from the end as one from the front. */
export function rowIndex(op: string, paddingIdx: number, rows: number): number {
  if (!Number.isInteger(paddingIdx) || paddingIdx < -rows || paddingIdx >= rows) {
    throw new IndexError(`${op}: paddingIdx ${paddingIdx} is none of ${rows} rows`)
  }
  return paddingIdx < 0 ? paddingIdx + rows : paddingIdx
}

function checkIndices(op: string, indices: Tensor, weight: Tensor): void {
  const rows = weight.shape[0] as number
  const wrong = indices.toTypedArray().find((index) => index < 0 || index >= rows)
  if (wrong !== undefined) throw new IndexError(`${op}: index ${wrong} is none of ${rows} rows`)
}

/** Scales the rows that are looked up so that no norm is above the limit. */
function renormalize_(weight: Tensor, indices: Tensor, maxNorm: number, normType: number): void {
  noGrad(() => {
    const places = indices.reshape(-1)
    const rows = weight.indexSelect(0, places)
    const norms = norm(rows, normType, 1, { keepdim: true })
    // The small number keeps rounding from leaving a norm above the limit.
    const scaled = rows.mul(norms.add(1e-7).reciprocal().mul(maxNorm))
    weight.setAt_([places], where(norms.gt(maxNorm), scaled, rows))
  })
}
