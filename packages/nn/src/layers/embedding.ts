import { noGrad } from '@nn/autograd'
import { type DType, empty, ShapeError, sameShape, showShape, type Tensor } from '@nn/tensor'
import { type EmbeddingOptions, embedding, rowIndex } from '../functional/embedding'
import { normal_ } from '../init/normal'
import { Module } from '../module/module'
import { Parameter } from '../module/parameter'
import { pythonBool, pythonFloat } from '../module/python-literal'

export interface EmbeddingModuleOptions extends EmbeddingOptions {
  /** The table to start with, shape [numEmbeddings, embeddingDim]. By default it is drawn from the normal distribution. */
  weight?: Tensor | null
  /** Of the table that is drawn. Default: the default dtype. */
  dtype?: DType
}

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
export class Embedding extends Module {
  readonly numEmbeddings: number
  readonly embeddingDim: number
  readonly paddingIdx: number | null
  readonly maxNorm: number | null
  readonly normType: number
  readonly scaleGradByFreq: boolean
  /** [numEmbeddings, embeddingDim] */
  weight: Parameter

  constructor(
    numEmbeddings: number,
    embeddingDim: number,
    {
      paddingIdx = null,
      maxNorm = null,
      normType = 2,
      scaleGradByFreq = false,
      weight = null,
      ...options
    }: EmbeddingModuleOptions = {},
  ) {
    super()
    checkSize('numEmbeddings', numEmbeddings)
    checkSize('embeddingDim', embeddingDim)
    const shape = [numEmbeddings, embeddingDim]
    if (weight !== null && !sameShape(weight.shape, shape)) {
      throw new ShapeError(`Embedding: a weight ${showShape(weight.shape)} does not have the shape ${showShape(shape)}`)
    }
    this.numEmbeddings = numEmbeddings
    this.embeddingDim = embeddingDim
    this.paddingIdx = paddingIdx === null ? null : rowIndex('Embedding', paddingIdx, numEmbeddings)
    this.maxNorm = maxNorm
    this.normType = normType
    this.scaleGradByFreq = scaleGradByFreq
    this.weight = new Parameter(weight ?? empty(shape, options))
    if (weight === null) this.resetParameters()
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
    { freeze = true, ...options }: EmbeddingOptions & { freeze?: boolean } = {},
  ): Embedding {
    if (embeddings.ndim !== 2) {
      throw new ShapeError(`Embedding: expects a matrix of rows, got ${showShape(embeddings.shape)}`)
    }
    const layer = embeddingOf(embeddings, options)
    layer.weight.requiresGrad_(!freeze)
    return layer
  }

  /** Draws the rows anew. */
  resetParameters(): void {
    normal_(this.weight)
    const { paddingIdx } = this
    if (paddingIdx !== null) noGrad(() => this.weight.select(0, paddingIdx).fill_(0))
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

function checkSize(name: string, size: number): void {
  if (!Number.isInteger(size) || size < 0) {
    throw new RangeError(`Embedding: ${name} must be a non-negative integer, got ${size}`)
  }
}

/** Outside of the class: bundlers rename a class that makes itself inside, and so it would print under another name. */
function embeddingOf(table: Tensor, options: EmbeddingOptions): Embedding {
  const [rows, columns] = table.shape as [number, number]
  return new Embedding(rows, columns, { ...options, weight: table })
}
