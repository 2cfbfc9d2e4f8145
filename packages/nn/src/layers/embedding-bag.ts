import { type Args, type Kind, kinds, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import {
  checkBagMode,
  type EmbeddingBagMode,
  type EmbeddingBagOptions,
  embeddingBag,
} from '../functional/embedding-bag'
import { pythonBool, pythonFloat } from '../module/python-literal'
import { type EmbeddingModuleOptions, EmbeddingTable, embeddingKinds, tableKinds, tableSizes } from './embedding-table'

export interface EmbeddingBagModuleOptions extends EmbeddingModuleOptions {
  /** What is made of the rows of a bag. Default `'mean'`. */
  mode?: EmbeddingBagMode
  /** Whether the last offset is the end of the last bag instead of the beginning of another. Default false. */
  includeLastOffset?: boolean
}

interface PretrainedOptions extends Omit<EmbeddingBagModuleOptions, 'weight' | 'dtype'> {
  /** Keep the rows as they are. Default true. */
  freeze?: boolean
}

const { paddingIdx, ...bagKinds } = embeddingKinds
const mode = kinds.text as Kind<EmbeddingBagMode>

const takesEmbeddingBag = signature(
  'EmbeddingBag',
  tableSizes,
  { ...bagKinds, mode },
  { ...tableKinds, includeLastOffset: kinds.boolean, paddingIdx },
)

const takesPretrained = signature(
  'EmbeddingBag.fromPretrained',
  { embeddings: kinds.tensor },
  { freeze: kinds.boolean, ...bagKinds, mode },
  { includeLastOffset: kinds.boolean, paddingIdx },
)

const takesForward = signature(
  'forward',
  { input: kinds.tensor },
  { offsets: kinds.orNull(kinds.tensor), perSampleWeights: kinds.orNull(kinds.tensor) },
)

/**
 * A table of learned rows, looked up by index, of which those in each bag become their sum, mean or maximum: what stands
 * for texts as bags of words. Rows of `paddingIdx` start as zeros, are not learned and do not belong to their bags.
 *
 * @param numEmbeddings number of rows
 * @param embeddingDim size of each row
 * @throws RangeError for negative sizes, and for a mode that is not there.
 * @throws IndexError for a `paddingIdx` that is no row, ShapeError for a `weight` of another shape.
 * @example
 * const texts = new EmbeddingBag(1000, 16)
 * texts.forward(tensor([[1, 2, 4], [5, 5, 5]])).shape // [2, 16]
 * texts.forward(tensor([1, 2, 4, 5]), { offsets: tensor([0, 3]) }).shape // [2, 16]
 * @see torch.nn.EmbeddingBag
 */
export class EmbeddingBag extends EmbeddingTable {
  readonly mode: EmbeddingBagMode
  readonly includeLastOffset: boolean

  constructor(
    numEmbeddings: number,
    embeddingDim: number,
    ...args: Args<EmbeddingBagModuleOptions, ['maxNorm', 'normType', 'scaleGradByFreq', 'mode']>
  ) {
    const options = takesEmbeddingBag([numEmbeddings, embeddingDim], args, new.target.name)
    const { mode = 'mean', includeLastOffset = false, ...table } = options
    super(numEmbeddings, embeddingDim, table)
    checkBagMode(this.getName(), mode)
    this.mode = mode
    this.includeLastOffset = includeLastOffset
  }

  /**
   * An embedding with rows that were learned before.
   *
   * @param embeddings shape [numEmbeddings, embeddingDim]; the embedding shares its storage
   * @param options `freeze`: keep the rows as they are, default true
   * @throws ShapeError for what is no matrix.
   * @example
   * const layer = EmbeddingBag.fromPretrained(tensor([[1.5, 2], [3, 4.5]]))
   * layer.forward(tensor([[0, 1]])) // tensor([[2.2500, 3.2500]])
   * @see torch.nn.EmbeddingBag.from_pretrained
   */
  static fromPretrained(
    embeddings: Tensor,
    ...args: Args<PretrainedOptions, ['freeze', 'maxNorm', 'normType', 'scaleGradByFreq', 'mode']>
  ): EmbeddingBag {
    const { freeze = true, ...options } = takesPretrained([embeddings], args)
    if (embeddings.ndim !== 2) {
      throw new ShapeError(`EmbeddingBag.fromPretrained: expects a matrix of rows, got ${showShape(embeddings.shape)}`)
    }
    const layer = embeddingBagOf(embeddings, options)
    layer.weight.requiresGrad_(!freeze)
    return layer
  }

  /**
   * @param input indices (int64 or int32), shape [B, N] for bags of N, or [total] with `offsets`
   * @param options `offsets`: where each bag begins; `perSampleWeights`: with the mode `'sum'`, a factor for each row
   */
  forward(
    input: Tensor,
    ...args: Args<Pick<EmbeddingBagOptions, 'offsets' | 'perSampleWeights'>, ['offsets', 'perSampleWeights']>
  ): Tensor {
    const options = takesForward([input], args, this.getName())
    const { mode, includeLastOffset, paddingIdx, maxNorm, normType, scaleGradByFreq } = this
    const settings = { mode, includeLastOffset, paddingIdx, maxNorm, normType, scaleGradByFreq }
    return embeddingBag(input, this.weight, { ...settings, ...options })
  }

  override extraRepr(): string {
    const parts = [`${this.numEmbeddings}, ${this.embeddingDim}`]
    if (this.maxNorm !== null) parts.push(`max_norm=${pythonFloat(this.maxNorm)}`)
    if (this.normType !== 2) parts.push(`norm_type=${pythonFloat(this.normType)}`)
    if (this.scaleGradByFreq) parts.push(`scale_grad_by_freq=${pythonBool(true)}`)
    parts.push(`mode='${this.mode}'`)
    if (this.paddingIdx !== null) parts.push(`padding_idx=${this.paddingIdx}`)
    return parts.join(', ')
  }
}

/** Outside of the class: bundlers rename a class that makes itself inside, and so it would print under another name. */
function embeddingBagOf(table: Tensor, options: EmbeddingBagModuleOptions): EmbeddingBag {
  const [rows, columns] = table.shape as [number, number]
  return new EmbeddingBag(rows, columns, { ...options, weight: table })
}
