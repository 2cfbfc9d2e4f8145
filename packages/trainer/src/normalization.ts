import { type PixelImage, type Transform, transforms } from '@nn/data'
import type { Tensor } from '@nn/tensor'

/** How pixels from 0 to 1 are shifted and scaled for a network. */
export interface Normalization {
  readonly mean: number
  readonly std: number
}

/** The tutorials' choice: pixels from -1 to 1. */
export const tutorialNormalization: Normalization = { mean: 0.5, std: 0.5 }

/**
 * Turns an image of bytes into what a network is fed with: floating point [1, H, W].
 *
 * @example
 * pixelTransform({ mean: 0.5, std: 0.5 })(zeros([28, 28], { dtype: 'uint8' })).shape // [1, 28, 28]
 */
export function pixelTransform({ mean, std }: Normalization): Transform<Tensor | PixelImage, Tensor> {
  return transforms.compose([transforms.toTensor(), transforms.normalize([mean], [std])])
}
