import { type Args, kinds, ShapeError, showShape, signature, type Tensor } from '@nn/tensor'
import { type EmbeddingOptions, embedding } from '../functional/embedding'
import { pythonBool, pythonFloat } from '../module/python-literal'
import { checkInput } from './check-input'
import { type EmbeddingModuleOptions, EmbeddingTable, embeddingKinds, tableKinds, tableSizes } from './embedding-table'

interface PretrainedOptions extends EmbeddingOptions {
  /** Keep the rows as they are. Default true. */
  freeze?: boolean
}

const takesEmbedding = signature('Embedding', tableSizes, embeddingKinds, tableKinds)

const takesPretrained = signature(
  'Embedding.fromPretrained',
  { embeddings: kinds.tensor },
  { freeze: kinds.boolean, ...embeddingKinds },
)

/**
 * A table of learned rows, looked up by index: what stands for the words of a vocabulary. The row of `paddingIdx` starts as
 * zeros and is not learned.
 *
 * @param numEmbeddings number of rows
 * @param embeddingDim size of each row
 * @throws RangeError for negative sizes.
 * @throws IndexError for a `paddingIdx` that is no row, ShapeError for a `weight` of another shape.
 * @example
 * const words = new Embedding(1000, 16)
 * words.forward(tensor([[1, 2, 4]])).shape // [1, 3, 16]
 * @see torch.nn.Embedding
 */
export class Embedding extends EmbeddingTable {
  constructor(
    numEmbeddings: number,
    embeddingDim: number,
    ...args: Args<EmbeddingModuleOptions, ['paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq']>
  ) {
    super(numEmbeddings, embeddingDim, takesEmbedding([numEmbeddings, embeddingDim], args, new.target.name))
  }

  /**
   * An embedding with rows that were learned before.
   *
   * @param embeddings shape [numEmbeddings, embeddingDim]; the embedding shares its storage
   * @param options `freeze`: keep the rows as they are, default true
   * @throws ShapeError for what is no matrix.
   * @example
   * const layer = Embedding.fromPretrained(tensor([[1.5, 2], [3, 4.5]]))
   * layer.forward(tensor([1])) // tensor([[3.0000, 4.5000]])
   * @see torch.nn.Embedding.from_pretrained
   */
  static fromPretrained(
    embeddings: Tensor,
    ...args: Args<PretrainedOptions, ['freeze', 'paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq']>
  ): Embedding {
    const { freeze = true, ...options } = takesPretrained([embeddings], args)
    if (embeddings.ndim !== 2) {
      throw new ShapeError(`Embedding.fromPretrained: expects a matrix of rows, got ${showShape(embeddings.shape)}`)
    }
    const layer = embeddingOf(embeddings, options)
    layer.weight.requiresGrad_(!freeze)
    return layer
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { paddingIdx, maxNorm, normType, scaleGradByFreq } = this
    return embedding(input, this.weight, { paddingIdx, maxNorm, normType, scaleGradByFreq })
  }

  override extraRepr(): string {
    const parts = [`${this.numEmbeddings}, ${this.embeddingDim}`]
    if (this.paddingIdx !== null) parts.push(`padding_idx=${this.paddingIdx}`)
    if (this.maxNorm !== null) parts.push(`max_norm=${pythonFloat(this.maxNorm)}`)
    if (this.normType !== 2) parts.push(`norm_type=${pythonFloat(this.normType)}`)
    if (this.scaleGradByFreq) parts.push(`scale_grad_by_freq=${pythonBool(true)}`)
    return parts.join(', ')
  }
}

/** Outside of the class: bundlers rename a class that makes itself inside, and so it would print under another name. */
function embeddingOf(table: Tensor, options: EmbeddingOptions): Embedding {
  const [rows, columns] = table.shape as [number, number]
  return new Embedding(rows, columns, { ...options, weight: table })
}
