import { type Args, kinds, type Picked, signature, type Tensor } from '@nn/tensor'
import type { AdaptiveMaxPoolOptions } from '../../functional/pooling/adaptive-pool'
import type { AdaptiveSize } from '../../functional/pooling/adaptive-windows'
import { adaptiveSizeKind } from '../../functional/pooling/adaptive-windows'
import { checkInput } from '../check-input'
import { AdaptivePoolLayer } from './adaptive-pool-layer'
import type { MaxPooled } from './max-pool-layer'

export interface AdaptiveMaxPoolLayerOptions<Indices extends boolean = boolean> {
  /** Give the places of the largest elements too, as the unpooling layers need them. Default false. */
  returnIndices?: Indices
}

const takesAdaptiveMaxPool = signature(
  'AdaptiveMaxPoolLayer',
  { outputSize: adaptiveSizeKind },
  { returnIndices: kinds.boolean },
)

/** What `AdaptiveMaxPool1d`, `AdaptiveMaxPool2d` and `AdaptiveMaxPool3d` have in common. */
export abstract class AdaptiveMaxPoolLayer<Indices extends boolean> extends AdaptivePoolLayer {
  readonly returnIndices: boolean

  constructor(outputSize: AdaptiveSize, ...args: Args<AdaptiveMaxPoolLayerOptions<Indices>, ['returnIndices']>) {
    super(outputSize)
    this.returnIndices = takesAdaptiveMaxPool([outputSize], args, this.getName()).returnIndices ?? false
  }

  /** The function of this layer's rank. */
  protected abstract pool(input: Tensor, outputSize: AdaptiveSize, options: AdaptiveMaxPoolOptions): Tensor | Picked

  forward(input: Tensor, ...none: []): MaxPooled<Indices> {
    checkInput(this, input, none)
    const { outputSize, returnIndices } = this
    return this.pool(input, outputSize, { returnIndices }) as MaxPooled<Indices>
  }
}
