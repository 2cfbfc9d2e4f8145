import { type Args, type DType, full, kinds, ShapeError, showShape, signature, type Tensor, triu } from '@nn/tensor'
import { xavierUniform_ } from '../../init/xavier'
import { Module } from '../../module/module'
import { checkPositiveSizes } from '../check-positive-sizes'
import { LayerNorm } from '../normalization/layer-norm'
import { checkLayerOptions } from './check-layer-options'
import { activationOf } from './transformer-activation'
import { TransformerDecoder } from './transformer-decoder'
import { TransformerDecoderLayer, type TransformerDecoderMasks } from './transformer-decoder-layer'
import { TransformerEncoder } from './transformer-encoder'
import {
  TransformerEncoderLayer,
  type TransformerLayerOptions,
  type TransformerMasks,
} from './transformer-encoder-layer'
import {
  feedForwardKinds,
  layerSizes,
  normAndBiasKinds,
  sourceMaskKinds,
  targetMaskKinds,
} from './transformer-layer-kinds'

export interface TransformerOptions extends TransformerLayerOptions {
  /** Features of the inputs and outputs. Default 512. */
  dModel?: number
  /** Heads of the attentions. Default 8. */
  nhead?: number
  /** Layers of the encoder. Default 6. */
  numEncoderLayers?: number
  /** Layers of the decoder. Default 6. */
  numDecoderLayers?: number
}

/** In PyTorch's order. */
export type TransformerArgs = Args<
  TransformerOptions,
  ['dModel', 'nhead', 'numEncoderLayers', 'numDecoderLayers', 'dimFeedforward', 'dropout', 'activation']
>

const takesTransformer = signature(
  'Transformer',
  {},
  { ...layerSizes, numEncoderLayers: kinds.integer, numDecoderLayers: kinds.integer, ...feedForwardKinds },
  { ...normAndBiasKinds, dtype: kinds.dtype },
)

const { srcMask, srcKeyPaddingMask } = sourceMaskKinds
const { tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask } = targetMaskKinds

const takesForward = signature(
  'forward',
  { src: kinds.tensor, tgt: kinds.tensor },
  { srcMask, tgtMask, memoryMask, srcKeyPaddingMask, tgtKeyPaddingMask, memoryKeyPaddingMask },
)

const takesMaskSize = signature('generateSquareSubsequentMask', { size: kinds.integer }, {}, { dtype: kinds.dtype })

/**
 * A transformer (Vaswani et al., 2017): an encoder makes a memory of the source, and a decoder the output from the target
 * and the memory. All matrices start as `init.xavierUniform_` fills them.
 *
 * @throws RangeError for sizes that are no positive integers or do not divide, for an activation that does not exist, and
 *   for a dropout outside [0, 1].
 * @throws ShapeError in `forward`, where the inputs and the masks do not belong together.
 * @example
 * const transformer = new Transformer({ dModel: 8, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 1, dimFeedforward: 16 })
 * transformer.forward(randn([7, 3, 8]), randn([5, 3, 8])).shape // [5, 3, 8]
 * @see torch.nn.Transformer
 */
export class Transformer extends Module {
  encoder: TransformerEncoder
  decoder: TransformerDecoder
  readonly dModel: number
  readonly nhead: number
  readonly batchFirst: boolean

  constructor(...args: TransformerArgs) {
    super()
    const name = this.getName()
    const options = takesTransformer([], args, name)
    const { dModel = 512, nhead = 8, numEncoderLayers = 6, numDecoderLayers = 6, ...layerOptions } = options
    const { dimFeedforward = 2048, dropout = 0.1, activation = 'relu' } = layerOptions
    checkLayerOptions(name, { dModel, nhead }, dimFeedforward, dropout)
    checkPositiveSizes(name, { numEncoderLayers, numDecoderLayers })
    activationOf(name, activation)
    const { layerNormEps: eps = 1e-5, bias = true, batchFirst = false, dtype } = layerOptions
    const norm = (): LayerNorm => new LayerNorm(dModel, { eps, bias, ...(dtype === undefined ? {} : { dtype }) })
    const encoderLayer = new TransformerEncoderLayer(dModel, nhead, layerOptions)
    this.encoder = new TransformerEncoder(encoderLayer, numEncoderLayers, { norm: norm() })
    const decoderLayer = new TransformerDecoderLayer(dModel, nhead, layerOptions)
    this.decoder = new TransformerDecoder(decoderLayer, numDecoderLayers, { norm: norm() })
    this.dModel = dModel
    this.nhead = nhead
    this.batchFirst = batchFirst
    this.resetParameters()
  }

  /** Draws all matrices anew. */
  resetParameters(): void {
    for (const parameter of this.parameters()) if (parameter.ndim > 1) xavierUniform_(parameter)
  }

  /**
   * @param src [length S, batch N, dModel], with `batchFirst` [N, S, dModel], or [S, dModel] for one example
   * @param tgt [T, N, dModel], likewise
   * @returns in the shape of `tgt`
   */
  forward(
    src: Tensor,
    tgt: Tensor,
    ...args: Args<
      TransformerMasks & TransformerDecoderMasks,
      ['srcMask', 'tgtMask', 'memoryMask', 'srcKeyPaddingMask', 'tgtKeyPaddingMask', 'memoryKeyPaddingMask']
    >
  ): Tensor {
    const { srcMask = null, srcKeyPaddingMask = null, ...masks } = takesForward([src, tgt], args, this.getName())
    const batchDim = this.batchFirst ? 0 : 1
    const isFitting = src.ndim === tgt.ndim && (src.ndim !== 3 || src.shape[batchDim] === tgt.shape[batchDim])
    if (!isFitting || src.shape.at(-1) !== this.dModel || tgt.shape.at(-1) !== this.dModel) {
      throw new ShapeError(
        `${this.getName()}: src ${showShape(src.shape)} and tgt ${showShape(tgt.shape)} do not belong together, for ${this.dModel} features`,
      )
    }
    return this.decoder.forward(tgt, this.encoder.forward(src, srcMask, srcKeyPaddingMask), masks)
  }

  /**
   * The mask with which no element sees those after it: -∞ above the diagonal, 0 elsewhere.
   *
   * @example
   * Transformer.generateSquareSubsequentMask(2) // tensor([[0., -inf], [0., 0.]])
   * @see torch.nn.Transformer.generate_square_subsequent_mask
   */
  static generateSquareSubsequentMask(size: number, ...args: Args<{ dtype?: DType }>): Tensor {
    return triu(full([size, size], -Infinity, takesMaskSize([size], args)), 1)
  }
}
