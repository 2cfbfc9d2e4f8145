import { noGrad } from '@nn/autograd'
import { type DType, empty, type Kind, kinds, ShapeError, sameShape, showShape, type Tensor } from '@nn/tensor'
import { type EmbeddingOptions, rowIndex } from '../functional/embedding'
import { normal_ } from '../init/normal'
import { Module } from '../module/module'
import { Parameter } from '../module/parameter'
import { checkSizes } from './check-sizes'

export interface EmbeddingModuleOptions extends EmbeddingOptions {
  /** The table to start with, shape [numEmbeddings, embeddingDim]. By default it is drawn from the normal distribution. */
  weight?: Tensor | null
  /** Of the table that is drawn. Default: the default dtype. */
  dtype?: DType
}

/** What all tables must be given. */
export const tableSizes: { readonly numEmbeddings: Kind<number>; readonly embeddingDim: Kind<number> } = {
  numEmbeddings: kinds.integer,
  embeddingDim: kinds.integer,
}

export const embeddingKinds: {
  readonly paddingIdx: Kind<number | null>
  readonly maxNorm: Kind<number | null>
  readonly normType: Kind<number>
  readonly scaleGradByFreq: Kind<boolean>
} = {
  paddingIdx: kinds.orNull(kinds.integer),
  maxNorm: kinds.orNull(kinds.number),
  normType: kinds.number,
  scaleGradByFreq: kinds.boolean,
}

export const tableKinds: { readonly weight: Kind<Tensor | null>; readonly dtype: Kind<DType> } = {
  weight: kinds.orNull(kinds.tensor),
  dtype: kinds.dtype,
}

/** What `Embedding` and `EmbeddingBag` have in common: the table. */
export abstract class EmbeddingTable extends Module {
  readonly numEmbeddings: number
  readonly embeddingDim: number
  readonly paddingIdx: number | null
  readonly maxNorm: number | null
  readonly normType: number
  readonly scaleGradByFreq: boolean
  /** [numEmbeddings, embeddingDim] */
  weight: Parameter

  constructor(numEmbeddings: number, embeddingDim: number, options: EmbeddingModuleOptions = {}) {
    super()
    const name = this.getName()
    const { paddingIdx = null, maxNorm = null, normType = 2, scaleGradByFreq = false, weight = null, ...rest } = options
    checkSizes(name, { numEmbeddings, embeddingDim })
    const shape = [numEmbeddings, embeddingDim]
    if (weight !== null && !sameShape(weight.shape, shape)) {
      throw new ShapeError(`${name}: a weight ${showShape(weight.shape)} does not have the shape ${showShape(shape)}`)
    }
    this.numEmbeddings = numEmbeddings
    this.embeddingDim = embeddingDim
    this.paddingIdx = paddingIdx === null ? null : rowIndex(name, paddingIdx, numEmbeddings)
    this.maxNorm = maxNorm
    this.normType = normType
    this.scaleGradByFreq = scaleGradByFreq
    this.weight = new Parameter(weight ?? empty(shape, rest))
    if (weight === null) this.resetParameters()
  }

  /** Draws the rows anew. */
  resetParameters(): void {
    normal_(this.weight)
    const { paddingIdx } = this
    if (paddingIdx !== null) noGrad(() => this.weight.select(0, paddingIdx).fill_(0))
  }
}
