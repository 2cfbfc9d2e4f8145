import type { Tensor } from '@nn/tensor'
import { ModuleList } from '../../containers/module-list'
import type { Layer } from '../../module/layer'
import { Module } from '../../module/module'
import { checkPositiveSizes } from '../check-positive-sizes'
import type { TransformerEncoderLayer, TransformerMasks } from './transformer-encoder-layer'

/**
 * Layers of a transformer one after another.
 *
 * @param encoderLayer copied for each layer, with its weights; it is no part of the encoder itself
 * @param numLayers how many
 * @param options `norm`: what comes after the last layer, default nothing
 * @throws RangeError for a number of layers that is no positive integer.
 * @example
 * const layer = new TransformerEncoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true })
 * const encoder = new TransformerEncoder(layer, 3)
 * encoder.forward(randn([3, 5, 8])).shape // [3, 5, 8]
 * @see torch.nn.TransformerEncoder
 */
export class TransformerEncoder extends Module {
  layers: ModuleList<TransformerEncoderLayer>
  norm: Layer | null

  constructor(encoderLayer: TransformerEncoderLayer, numLayers: number, { norm = null }: { norm?: Layer | null } = {}) {
    super()
    checkPositiveSizes('TransformerEncoder', { numLayers })
    this.layers = new ModuleList(Array.from({ length: numLayers }, () => encoderLayer.clone()))
    this.norm = norm
  }

  /** @param masks of the elements, for every layer */
  forward(src: Tensor, masks: TransformerMasks = {}): Tensor {
    let x = src
    for (const layer of this.layers) x = layer.forward(x, masks)
    return this.norm === null ? x : this.norm.forward(x)
  }
}
