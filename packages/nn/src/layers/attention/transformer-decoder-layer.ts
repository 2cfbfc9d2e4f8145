import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import type { Layer } from '../../module/layer'
import { Module } from '../../module/module'
import { Dropout } from '../dropout/dropout'
import { Linear } from '../linear'
import { LayerNorm } from '../normalization/layer-norm'
import { checkLayerOptions } from './check-layer-options'
import { MultiheadAttention } from './multihead-attention'
import { activate, activationOf } from './transformer-activation'
import {
  feedForwardKinds,
  layerSizes,
  normAndBiasKinds,
  type TransformerLayerArgs,
  targetMaskKinds,
} from './transformer-layer-kinds'

export interface TransformerDecoderMasks {
  /** Which elements each one must not see, [T, T] or [N · nhead, T, T]: bool, where true is left out, or numbers that are added. */
  tgtMask?: Tensor | null
  /** Which elements of the memory each one must not see, [T, S] or [N · nhead, T, S]; likewise. */
  memoryMask?: Tensor | null
  /** Which elements of each example are padding, [N, T]; likewise. */
  tgtKeyPaddingMask?: Tensor | null
  /** Which elements of each memory are padding, [N, S]; likewise. */
  memoryKeyPaddingMask?: Tensor | null
}

const takesTransformerDecoderLayer = signature(
  'TransformerDecoderLayer',
  layerSizes,
  { ...feedForwardKinds, ...normAndBiasKinds },
  { dtype: kinds.dtype },
)

/** What follows target and memory, in PyTorch's order. */
export type TransformerDecoderMaskArgs = Args<
  TransformerDecoderMasks,
  ['tgtMask', 'memoryMask', 'tgtKeyPaddingMask', 'memoryKeyPaddingMask']
>

const takesForward = signature('forward', { tgt: kinds.tensor, memory: kinds.tensor }, targetMaskKinds)

/**
 * A layer of a transformer's decoder (Vaswani et al., 2017): attention to all elements, then attention to the memory that
 * an encoder made, then two linear layers for each.
 *
 * $$ x \leftarrow \text{norm}(x + \text{attention}(x)), \qquad
 *    x \leftarrow \text{norm}(x + \text{attention}(x, m)), \qquad
 *    x \leftarrow \text{norm}(x + W_2 \, \text{activation}(W_1 x + b_1) + b_2) $$
 *
 * @param dModel features of inputs, memory and outputs
 * @param nhead heads of the attentions
 * @throws RangeError for sizes that are no positive integers or do not divide, for an activation that does not exist, and
 *   for a dropout outside [0, 1].
 * @throws ShapeError in `forward`, where the inputs and the masks do not belong together.
 * @example
 * const layer = new TransformerDecoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true })
 * const memory = randn([3, 7, 8])
 * layer.forward(randn([3, 5, 8]), memory).shape // [3, 5, 8]
 * @see torch.nn.TransformerDecoderLayer
 */
export class TransformerDecoderLayer extends Module {
  selfAttn: MultiheadAttention
  multiheadAttn: MultiheadAttention
  linear1: Linear
  dropout: Dropout
  linear2: Linear
  norm1: LayerNorm
  norm2: LayerNorm
  norm3: LayerNorm
  dropout1: Dropout
  dropout2: Dropout
  dropout3: Dropout
  readonly normFirst: boolean
  readonly activation: ((x: Tensor) => Tensor) | Layer

  constructor(dModel: number, nhead: number, ...args: TransformerLayerArgs) {
    super()
    const name = this.getName()
    const options = takesTransformerDecoderLayer([dModel, nhead], args, name)
    const { dimFeedforward = 2048, dropout = 0.1, activation = 'relu', normFirst = false, ...rest } = options
    const { layerNormEps: eps = 1e-5, batchFirst = false, bias = true, ...dtype } = rest
    checkLayerOptions(name, { dModel, nhead }, dimFeedforward, dropout)
    this.selfAttn = new MultiheadAttention(dModel, nhead, { dropout, bias, batchFirst, ...dtype })
    this.multiheadAttn = new MultiheadAttention(dModel, nhead, { dropout, bias, batchFirst, ...dtype })
    this.linear1 = new Linear(dModel, dimFeedforward, { bias, ...dtype })
    this.dropout = new Dropout(dropout)
    this.linear2 = new Linear(dimFeedforward, dModel, { bias, ...dtype })
    this.norm1 = new LayerNorm(dModel, { eps, bias, ...dtype })
    this.norm2 = new LayerNorm(dModel, { eps, bias, ...dtype })
    this.norm3 = new LayerNorm(dModel, { eps, bias, ...dtype })
    this.dropout1 = new Dropout(dropout)
    this.dropout2 = new Dropout(dropout)
    this.dropout3 = new Dropout(dropout)
    this.normFirst = normFirst
    this.activation = activationOf(name, activation)
  }

  /**
   * @param tgt [length T, batch N, dModel], with `batchFirst` [N, T, dModel], or [T, dModel] for one example
   * @param memory what an encoder made, [S, N, dModel], likewise
   */
  forward(tgt: Tensor, memory: Tensor, ...args: TransformerDecoderMaskArgs): Tensor {
    const masks = takesForward([tgt, memory], args, this.getName())
    if (this.normFirst) {
      let x = tgt.add(this.attend(this.norm1.forward(tgt), masks))
      x = x.add(this.attendTo(memory, this.norm2.forward(x), masks))
      return x.add(this.feedForward(this.norm3.forward(x)))
    }
    let x = this.norm1.forward(tgt.add(this.attend(tgt, masks)))
    x = this.norm2.forward(x.add(this.attendTo(memory, x, masks)))
    return this.norm3.forward(x.add(this.feedForward(x)))
  }

  private attend(x: Tensor, { tgtMask = null, tgtKeyPaddingMask = null }: TransformerDecoderMasks): Tensor {
    const options = { attnMask: tgtMask, keyPaddingMask: tgtKeyPaddingMask, needWeights: false }
    const [attended] = this.selfAttn.forward(x, x, x, options)
    return this.dropout1.forward(attended)
  }

  private attendTo(
    memory: Tensor,
    x: Tensor,
    { memoryMask = null, memoryKeyPaddingMask = null }: TransformerDecoderMasks,
  ): Tensor {
    const options = { attnMask: memoryMask, keyPaddingMask: memoryKeyPaddingMask, needWeights: false }
    const [attended] = this.multiheadAttn.forward(x, memory, memory, options)
    return this.dropout2.forward(attended)
  }

  private feedForward(x: Tensor): Tensor {
    const hidden = this.dropout.forward(activate(this.activation, this.linear1.forward(x)))
    return this.dropout3.forward(this.linear2.forward(hidden))
  }
}
