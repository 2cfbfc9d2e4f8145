import { type Args, type DType, kinds, signature, type Tensor } from '@nn/tensor'
import type { Layer } from '../../module/layer'
import { Module } from '../../module/module'
import { Dropout } from '../dropout/dropout'
import { Linear } from '../linear'
import { LayerNorm } from '../normalization/layer-norm'
import { checkLayerOptions } from './check-layer-options'
import { MultiheadAttention } from './multihead-attention'
import { activate, activationOf, type TransformerActivation } from './transformer-activation'
import {
  feedForwardKinds,
  layerSizes,
  normAndBiasKinds,
  sourceMaskKinds,
  type TransformerLayerArgs,
} from './transformer-layer-kinds'

/** Settings of the layers of encoders and decoders. */
export interface TransformerLayerOptions {
  /** Features between the two linear layers. Default 2048. */
  dimFeedforward?: number
  /** The probability of an element to become 0, wherever there is dropout. Default 0.1. */
  dropout?: number
  /** What comes between the two linear layers. Default `'relu'`. */
  activation?: TransformerActivation
  /** What is added to variances, so that they are not 0. Default 1e-5. */
  layerNormEps?: number
  /** Whether inputs and outputs are [batch, length, features] in place of [length, batch, features]. Default false. */
  batchFirst?: boolean
  /** Normalise before attention and linear layers in place of after them. Default false. */
  normFirst?: boolean
  /** Whether to add learned biases. Default true. */
  bias?: boolean
  /** Of all parameters. Default: the default dtype. */
  dtype?: DType
}

export interface TransformerMasks {
  /** Which elements each one must not see, [L, L] or [N · nhead, L, L]: bool, where true is left out, or numbers that are added. */
  srcMask?: Tensor | null
  /** Which elements of each example are padding, [N, L]; likewise. */
  srcKeyPaddingMask?: Tensor | null
}

const takesTransformerEncoderLayer = signature(
  'TransformerEncoderLayer',
  layerSizes,
  { ...feedForwardKinds, ...normAndBiasKinds },
  { dtype: kinds.dtype },
)

/** What follows the source, in PyTorch's order. */
export type TransformerMaskArgs = Args<TransformerMasks, ['srcMask', 'srcKeyPaddingMask']>

const takesForward = signature('forward', { src: kinds.tensor }, sourceMaskKinds)

/**
 * A layer of a transformer (Vaswani et al., 2017): attention to all elements, then two linear layers for each.
 *
 * $$ x \leftarrow \text{norm}(x + \text{attention}(x)), \qquad
 *    x \leftarrow \text{norm}(x + W_2 \, \text{activation}(W_1 x + b_1) + b_2) $$
 *
 * @param dModel features of inputs and outputs
 * @param nhead heads of the attention
 * @throws RangeError for sizes that are no positive integers or do not divide, for an activation that does not exist, and
 *   for a dropout outside [0, 1].
 * @throws ShapeError in `forward`, where the input and the masks do not belong together.
 * @example
 * const layer = new TransformerEncoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true })
 * layer.forward(randn([3, 5, 8])).shape // [3, 5, 8]
 * @see torch.nn.TransformerEncoderLayer
 */
export class TransformerEncoderLayer extends Module {
  selfAttn: MultiheadAttention
  linear1: Linear
  dropout: Dropout
  linear2: Linear
  norm1: LayerNorm
  norm2: LayerNorm
  dropout1: Dropout
  dropout2: Dropout
  readonly normFirst: boolean
  readonly activation: ((x: Tensor) => Tensor) | Layer

  constructor(dModel: number, nhead: number, ...args: TransformerLayerArgs) {
    super()
    const name = this.getName()
    const options = takesTransformerEncoderLayer([dModel, nhead], args, name)
    const { dimFeedforward = 2048, dropout = 0.1, activation = 'relu', normFirst = false, ...rest } = options
    const { layerNormEps: eps = 1e-5, batchFirst = false, bias = true, ...dtype } = rest
    checkLayerOptions(name, { dModel, nhead }, dimFeedforward, dropout)
    this.selfAttn = new MultiheadAttention(dModel, nhead, { dropout, bias, batchFirst, ...dtype })
    this.linear1 = new Linear(dModel, dimFeedforward, { bias, ...dtype })
    this.dropout = new Dropout(dropout)
    this.linear2 = new Linear(dimFeedforward, dModel, { bias, ...dtype })
    this.norm1 = new LayerNorm(dModel, { eps, bias, ...dtype })
    this.norm2 = new LayerNorm(dModel, { eps, bias, ...dtype })
    this.dropout1 = new Dropout(dropout)
    this.dropout2 = new Dropout(dropout)
    this.normFirst = normFirst
    this.activation = activationOf(name, activation)
  }

  forward(src: Tensor, ...args: TransformerMaskArgs): Tensor {
    const masks = takesForward([src], args, this.getName())
    if (this.normFirst) {
      const x = src.add(this.attend(this.norm1.forward(src), masks))
      return x.add(this.feedForward(this.norm2.forward(x)))
    }
    const x = this.norm1.forward(src.add(this.attend(src, masks)))
    return this.norm2.forward(x.add(this.feedForward(x)))
  }

  private attend(x: Tensor, { srcMask = null, srcKeyPaddingMask = null }: TransformerMasks): Tensor {
    const options = { attnMask: srcMask, keyPaddingMask: srcKeyPaddingMask, needWeights: false }
    const [attended] = this.selfAttn.forward(x, x, x, options)
    return this.dropout1.forward(attended)
  }

  private feedForward(x: Tensor): Tensor {
    const hidden = this.dropout.forward(activate(this.activation, this.linear1.forward(x)))
    return this.dropout2.forward(this.linear2.forward(hidden))
  }
}
