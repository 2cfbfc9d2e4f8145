import {
  type Args,
  broadcastShapes,
  DTypeError,
  kinds,
  ones,
  repeatInterleave,
  type Shape,
  ShapeError,
  showShape,
  signature,
  type Tensor,
  where,
} from '@nn/tensor'
import { checkFloatingPoint } from './check-floating-point'
import { dropout } from './dropout'
import { numberOrNull, tensorOrNull } from './kinds'

export interface AttentionOptions {
  /** What each query may look at, shape [..., L, S]: bool, where true takes part, or numbers that are added to the scores. */
  attnMask?: Tensor | null
  /** The probability of a weight to become 0. Default 0. */
  dropoutP?: number
  /** Let query i look at keys 0 to i only. Default false. */
  isCausal?: boolean
  /** What scores are multiplied by. Default 1/√E. */
  scale?: number | null
  /** Let several query heads share a key and value head: dimension -3 of the query is a multiple of theirs. Default false. */
  enableGqa?: boolean
}

const takesAttention = signature(
  'scaledDotProductAttention',
  { query: kinds.tensor, key: kinds.tensor, value: kinds.tensor },
  { attnMask: tensorOrNull, dropoutP: kinds.number, isCausal: kinds.boolean },
  { scale: numberOrNull, enableGqa: kinds.boolean },
)

/**
 * Attention: every query gets the mean of the values, weighed by how well their keys fit it. A query that may look at nothing
 * gets 0.
 *
 * $$ \text{softmax}\Big(\frac{Q K^T}{\sqrt{E}} + \text{mask}\Big) V $$
 *
 * @param query shape [..., L, E]
 * @param key shape [..., S, E]
 * @param value shape [..., S, Ev]
 * @returns shape [..., L, Ev]
 * @throws ShapeError where the shapes do not belong together.
 * @throws DTypeError for integers, for different dtypes, and for a mask that is neither bool nor of the query's dtype.
 * @throws RangeError for a mask together with `isCausal`, and for a probability outside [0, 1].
 * @example
 * const x = ones([1, 3, 8])
 * functional.scaledDotProductAttention(x, x, x, { isCausal: true }).shape // [1, 3, 8]
 * @see torch.nn.functional.scaled_dot_product_attention
 */
export function scaledDotProductAttention(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  ...args: Args<AttentionOptions, ['attnMask', 'dropoutP', 'isCausal']>
): Tensor {
  const {
    attnMask = null,
    dropoutP = 0,
    isCausal = false,
    scale = null,
    enableGqa = false,
  } = takesAttention([query, key, value], args)
  checkOperands(query, key, value, attnMask)
  if (!(dropoutP >= 0 && dropoutP <= 1)) {
    throw new RangeError(`scaledDotProductAttention: dropoutP must lie between 0 and 1, got ${dropoutP}`)
  }
  if (attnMask !== null && isCausal) {
    throw new RangeError('scaledDotProductAttention: give either attnMask or isCausal, not both')
  }
  const [keys, values] = enableGqa ? [headsFor(query, key), headsFor(query, value)] : [key, value]
  checkBroadcasts(query, keys, values, attnMask)
  // Without features all scores are 0.
  const factor = scale ?? 1 / Math.sqrt(Math.max(query.shape.at(-1) as number, 1))
  const scores = query.matmul(keys.transpose(-2, -1)).mul(factor)
  const mask = isCausal ? causalMask(scores) : attnMask
  const weights = weightsOf(mask === null ? scores : masked(scores, mask))
  return dropout(weights, { p: dropoutP }).matmul(values)
}

/** What a query may look at, where nobody looks ahead. */
function causalMask(scores: Tensor): Tensor {
  return ones(scores.shape.slice(-2), { dtype: 'bool' }).tril()
}

function masked(scores: Tensor, mask: Tensor): Tensor {
  return scores.add(mask.dtype === 'bool' ? where(mask, 0, -Infinity).to(scores.dtype) : mask)
}

/** The softmax of each row; rows of -∞, which have none, become 0 and pass no gradient. */
function weightsOf(scores: Tensor): Tensor {
  const isClosed = scores.eq(-Infinity).all(-1, { keepdim: true })
  return scores.maskedFill(isClosed, 0).softmax(-1).maskedFill(isClosed, 0)
}

/** Each head as often as there are query heads for it. */
function headsFor(query: Tensor, x: Tensor): Tensor {
  const [heads, shared] = [query.shape.at(-3), x.shape.at(-3)]
  if (heads === undefined || shared === undefined || shared === 0 || heads % shared !== 0) {
    throw new ShapeError(
      `scaledDotProductAttention: the heads of ${showShape(x.shape)} do not divide those of the query ${showShape(query.shape)}`,
    )
  }
  return repeatInterleave(x, heads / shared, -3)
}

/** Refuses batches, and a mask, that do not broadcast. */
function checkBroadcasts(query: Tensor, keys: Tensor, values: Tensor, mask: Tensor | null): void {
  const op = 'scaledDotProductAttention'
  const batchOf = ({ shape }: Tensor): Shape => shape.slice(0, -2)
  const batch = broadcastShapes(op, batchOf(query), batchOf(keys))
  broadcastShapes(op, batch, batchOf(values))
  if (mask === null) return
  const scores = [...batch, query.shape.at(-2) as number, keys.shape.at(-2) as number]
  broadcastShapes(op, scores, mask.shape)
}

function checkOperands(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | null): void {
  const [q, k, v] = [query, key, value].map((x) => showShape(x.shape))
  const fits =
    Math.min(query.ndim, key.ndim, value.ndim) >= 2 &&
    query.shape.at(-1) === key.shape.at(-1) &&
    key.shape.at(-2) === value.shape.at(-2)
  if (!fits) {
    throw new ShapeError(`scaledDotProductAttention: query ${q}, key ${k} and value ${v} do not belong together`)
  }
  checkFloatingPoint('scaledDotProductAttention', query)
  if (key.dtype !== query.dtype || value.dtype !== query.dtype) {
    throw new DTypeError(
      `scaledDotProductAttention: operands have different dtypes, ${query.dtype}, ${key.dtype} and ${value.dtype}`,
    )
  }
  if (mask !== null && mask.dtype !== 'bool' && mask.dtype !== query.dtype) {
    throw new DTypeError(`scaledDotProductAttention: the mask must be bool or ${query.dtype}, got ${mask.dtype}`)
  }
}
