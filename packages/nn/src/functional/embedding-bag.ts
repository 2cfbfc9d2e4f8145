import {
  type Args,
  arange,
  DTypeError,
  indexAdd,
  kinds,
  nameStep,
  nonzero,
  ShapeError,
  sameShape,
  scatterReduce,
  showShape,
  signature,
  type Tensor,
  tensor,
} from '@nn/tensor'
import { type EmbeddingOptions, lookUp, rowIndex } from './embedding'
import { numberOrNull, tensorOrNull, word } from './kinds'

export type EmbeddingBagMode = 'sum' | 'mean' | 'max'

export interface EmbeddingBagOptions extends EmbeddingOptions {
  /** Of an input in one dimension: where each bag begins, int64, shape [B]. Default null. */
  offsets?: Tensor | null
  /** What is made of the rows of a bag. Default `'mean'`. */
  mode?: EmbeddingBagMode
  /** With the mode `'sum'`, a factor for each row that is looked up, in the input's shape. Default null. */
  perSampleWeights?: Tensor | null
  /** Whether the last offset is the end of the last bag instead of the beginning of another. Default false. */
  includeLastOffset?: boolean
}

/** The indices of all bags in one list, and to which bag each belongs. */
interface Bags {
  readonly indices: Tensor
  readonly bagOf: Tensor
  readonly count: number
}

const takesEmbeddingBag = signature(
  'embeddingBag',
  { input: kinds.tensor, weight: kinds.tensor },
  {
    offsets: tensorOrNull,
    maxNorm: numberOrNull,
    normType: kinds.number,
    scaleGradByFreq: kinds.boolean,
    mode: word<EmbeddingBagMode>(),
  },
  { perSampleWeights: tensorOrNull, includeLastOffset: kinds.boolean, paddingIdx: kinds.orNull(kinds.integer) },
)

/**
 * Looks up rows of a table and makes the sum, the mean or the maximum of those in each bag; of an empty bag it is 0. Rows
 * of `paddingIdx` do not belong to their bags.
 *
 * @param input indices (int64 or int32), shape [B, N] for bags of N, or [total] with `offsets`
 * @param weight the table, shape [V, D]
 * @returns shape [B, D]
 * @throws ShapeError where input, offsets and weights do not belong together, and for a weight that is no matrix.
 * @throws RangeError for a mode that is not there or does not go with the other options, and for offsets that do not begin
 *   with 0 or decrease.
 * @throws DTypeError for indices and offsets that are no integers, and for `perSampleWeights` of another dtype than the weight.
 * @throws IndexError for an index that is no row.
 * @example
 * const table = tensor([[1.5, 2], [3, 4], [5, 6]])
 * functional.embeddingBag(tensor([[0, 1]]), table) // tensor([[2.2500, 3.0000]])
 * functional.embeddingBag(tensor([0, 1, 2]), table, { offsets: tensor([0, 1]), mode: 'sum' }) // tensor([[ 1.5000,  2.0000], [ 8.0000, 10.0000]])
 * @see torch.nn.functional.embedding_bag
 */
export function embeddingBag(
  input: Tensor,
  weight: Tensor,
  ...args: Args<EmbeddingBagOptions, ['offsets', 'maxNorm', 'normType', 'scaleGradByFreq', 'mode']>
): Tensor {
  const {
    offsets = null,
    mode = 'mean',
    perSampleWeights = null,
    includeLastOffset = false,
    paddingIdx = null,
    ...options
  } = takesEmbeddingBag([input, weight], args)
  checkBagMode('embeddingBag', mode)
  if (mode === 'max' && options.scaleGradByFreq === true) {
    throw new RangeError("embeddingBag: scaleGradByFreq does not go with the mode 'max'")
  }
  checkWeights(input, weight, perSampleWeights, mode)
  const { indices, bagOf, count } = bagsOf(input, offsets, includeLastOffset)
  const all = lookUp('embeddingBag', indices, weight, options)
  const weighted = perSampleWeights === null ? all : all.mul(perSampleWeights.reshape([-1, 1]))
  const counts = (x: Tensor): Tensor => {
    if (paddingIdx === null) return x
    const padding = rowIndex('embeddingBag', paddingIdx, weight.shape[0] as number)
    return x.indexSelect(0, nonzero(indices.ne(padding)).reshape(-1))
  }
  return nameStep('EmbeddingBagBackward0', combined(counts(weighted), counts(bagOf), count, mode))
}

/** The sum, mean or maximum of the rows of each bag. */
function combined(rows: Tensor, bagOf: Tensor, count: number, mode: EmbeddingBagMode): Tensor {
  const [, width] = rows.shape as [number, number]
  const empty = rows.newZeros([count, width])
  if (mode === 'max') {
    const places = bagOf.unsqueeze(1).expand([-1, width])
    return scatterReduce(empty, 0, places, rows, 'amax', { includeSelf: false })
  }
  const sums = indexAdd(empty, 0, bagOf, rows)
  if (mode === 'sum') return sums
  const sizes = indexAdd(rows.newZeros([count]), 0, bagOf, rows.newOnes(bagOf.shape))
  return sums.div(sizes.clampMin(1).unsqueeze(1))
}

function bagsOf(input: Tensor, offsets: Tensor | null, includeLastOffset: boolean): Bags {
  const indices = input.detach().reshape(-1)
  if (input.ndim === 2) {
    if (offsets !== null)
      throw new ShapeError('embeddingBag: the rows of an input of 2 dimensions are bags; give no offsets')
    const [count, size] = input.shape as [number, number]
    return { indices, bagOf: arange(count).unsqueeze(1).expand([count, size]).reshape(-1), count }
  }
  if (input.ndim !== 1 || offsets?.ndim !== 1) {
    throw new ShapeError(
      `embeddingBag: expects an input of 2 dimensions, or of 1 with offsets of 1, got ${showShape(input.shape)} and ` +
        `${offsets === null ? 'no offsets' : showShape(offsets.shape)}`,
    )
  }
  if (offsets.dtype !== 'int64' && offsets.dtype !== 'int32') {
    throw new DTypeError(`embeddingBag: offsets must be int64 or int32, got ${offsets.dtype}`)
  }
  const starts = startsOf(offsets, indices.numel(), includeLastOffset)
  const ends = [...starts.slice(1), indices.numel()]
  const bagOf = starts.flatMap((start, bag) => new Array<number>((ends[bag] as number) - start).fill(bag))
  return { indices, bagOf: tensor(bagOf, { dtype: 'int64' }), count: starts.length }
}

/** Where the bags begin. */
function startsOf(offsets: Tensor, length: number, includeLastOffset: boolean): number[] {
  const starts = Array.from(offsets.toTypedArray(), Number)
  const isOrdered = starts.every((start, i) => start >= (starts[i - 1] ?? 0) && start <= length)
  if ((starts[0] ?? 0) !== 0 || !isOrdered) {
    throw new RangeError(
      `embeddingBag: offsets must begin with 0 and increase up to ${length} at most, got [${starts.join(', ')}]`,
    )
  }
  return includeLastOffset ? starts.slice(0, -1) : starts
}

export function checkBagMode(op: string, mode: string): asserts mode is EmbeddingBagMode {
  if (mode !== 'sum' && mode !== 'mean' && mode !== 'max') {
    throw new RangeError(`${op}: mode must be 'sum', 'mean' or 'max', got '${mode}'`)
  }
}

function checkWeights(input: Tensor, weight: Tensor, perSampleWeights: Tensor | null, mode: EmbeddingBagMode): void {
  if (perSampleWeights === null) return
  if (mode !== 'sum') throw new RangeError(`embeddingBag: perSampleWeights are for the mode 'sum', not for '${mode}'`)
  if (!sameShape(perSampleWeights.shape, input.shape)) {
    throw new ShapeError(
      `embeddingBag: perSampleWeights must have the input's shape ${showShape(input.shape)}, got ` +
        `${showShape(perSampleWeights.shape)}`,
    )
  }
  if (perSampleWeights.dtype !== weight.dtype) {
    throw new DTypeError(
      `embeddingBag: perSampleWeights must have the weight's dtype ${weight.dtype}, got ${perSampleWeights.dtype}`,
    )
  }
}
