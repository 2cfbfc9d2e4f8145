import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { ModuleList } from '../../containers/module-list'
import type { Layer } from '../../module/layer'
import { Module } from '../../module/module'
import { checkPositiveSizes } from '../check-positive-sizes'
import type { TransformerDecoderLayer, TransformerDecoderMaskArgs } from './transformer-decoder-layer'
import { targetMaskKinds } from './transformer-layer-kinds'
import { layerKind, normKind, type TransformerStackOptions } from './transformer-stack'

const takesTransformerDecoder = signature(
  'TransformerDecoder',
  { decoderLayer: layerKind, numLayers: kinds.integer },
  { norm: normKind },
)

const takesForward = signature('forward', { tgt: kinds.tensor, memory: kinds.tensor }, targetMaskKinds)

/**
 * Layers of a transformer's decoder one after another, which all see the memory of the encoder.
 *
 * @param decoderLayer copied for each layer, with its weights; it is no part of the decoder itself
 * @param numLayers how many
 * @param options `norm`: what comes after the last layer, default nothing
 * @throws RangeError for a number of layers that is no positive integer.
 * @example
 * const layer = new TransformerDecoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true })
 * const decoder = new TransformerDecoder(layer, 3)
 * decoder.forward(randn([3, 5, 8]), randn([3, 7, 8])).shape // [3, 5, 8]
 * @see torch.nn.TransformerDecoder
 */
export class TransformerDecoder extends Module {
  layers: ModuleList<TransformerDecoderLayer>
  norm: Layer | null

  constructor(
    decoderLayer: TransformerDecoderLayer,
    numLayers: number,
    ...args: Args<TransformerStackOptions, ['norm']>
  ) {
    super()
    const { norm = null } = takesTransformerDecoder([decoderLayer, numLayers], args, this.getName())
    checkPositiveSizes(this.getName(), { numLayers })
    this.layers = new ModuleList(Array.from({ length: numLayers }, () => decoderLayer.clone()))
    this.norm = norm
  }

  /** @param masks of the elements and of the memory, for every layer */
  forward(tgt: Tensor, memory: Tensor, ...args: TransformerDecoderMaskArgs): Tensor {
    const masks = takesForward([tgt, memory], args, this.getName())
    let x = tgt
    for (const layer of this.layers) x = layer.forward(x, memory, masks)
    return this.norm === null ? x : this.norm.forward(x)
  }
}
