import { ShapeError, showShape, type Tensor } from '@nn/tensor'
import { type EmbeddingOptions, embedding } from '../functional/embedding'
import { pythonBool, pythonFloat } from '../module/python-literal'
import { EmbeddingTable } from './embedding-table'

/**
 * A table of learned rows, looked up by index: what stands for the words of a vocabulary. The row of `paddingIdx` starts as
 * zeros and is not learned.
 *
 * @param numEmbeddings number of rows
 * @param embeddingDim size of each row
 * @throws RangeError for sizes that are no non-negative integers.
 * @throws IndexError for a `paddingIdx` that is no row, ShapeError for a `weight` of another shape.
 * @example
 * const words = new Embedding(1000, 16)
 * words.forward(tensor([[1, 2, 4]])).shape // [1, 3, 16]
 * @see torch.nn.Embedding
 */
export class Embedding extends EmbeddingTable {
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
    { freeze = true, ...options }: EmbeddingOptions & { freeze?: boolean } = {},
  ): Embedding {
    if (embeddings.ndim !== 2) {
      throw new ShapeError(`Embedding: expects a matrix of rows, got ${showShape(embeddings.shape)}`)
    }
    const layer = embeddingOf(embeddings, options)
    layer.weight.requiresGrad_(!freeze)
    return layer
  }

  forward(input: Tensor): Tensor {
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
