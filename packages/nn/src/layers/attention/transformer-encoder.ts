import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { ModuleList } from '../../containers/module-list'
import type { Layer } from '../../module/layer'
import { Module } from '../../module/module'
import { checkPositiveSizes } from '../check-positive-sizes'
import type { TransformerEncoderLayer, TransformerMaskArgs } from './transformer-encoder-layer'
import { sourceMaskKinds } from './transformer-layer-kinds'
import { layerKind, normKind, type TransformerStackOptions } from './transformer-stack'

const takesTransformerEncoder = signature(
  'TransformerEncoder',
  { encoderLayer: layerKind, numLayers: kinds.integer },
  { norm: normKind },
)

const takesForward = signature('forward', { src: kinds.tensor }, sourceMaskKinds)

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

  constructor(
    encoderLayer: TransformerEncoderLayer,
    numLayers: number,
    ...args: Args<TransformerStackOptions, ['norm']>
  ) {
    super()
    const { norm = null } = takesTransformerEncoder([encoderLayer, numLayers], args, this.getName())
    checkPositiveSizes(this.getName(), { numLayers })
    this.layers = new ModuleList(Array.from({ length: numLayers }, () => encoderLayer.clone()))
    this.norm = norm
  }

  /** @param masks of the elements, for every layer */
  forward(src: Tensor, ...args: TransformerMaskArgs): Tensor {
    const masks = takesForward([src], args, this.getName())
    let x = src
    for (const layer of this.layers) x = layer.forward(x, masks)
    return this.norm === null ? x : this.norm.forward(x)
  }
}
