import { signature } from '@nn/tensor'
import type { AdaptiveSize } from '../../functional/pooling/adaptive-windows'
import { adaptiveSizeKind } from '../../functional/pooling/adaptive-windows'
import { AdaptivePoolLayer } from './adaptive-pool-layer'

const takesOutputSize = signature('AdaptiveAvgPoolLayer', { outputSize: adaptiveSizeKind })

/** What `AdaptiveAvgPool1d`, `AdaptiveAvgPool2d` and `AdaptiveAvgPool3d` have in common. */
export abstract class AdaptiveAvgPoolLayer extends AdaptivePoolLayer {
  constructor(outputSize: AdaptiveSize, ...none: []) {
    super(outputSize)
    takesOutputSize([outputSize], none, this.getName())
  }
}
