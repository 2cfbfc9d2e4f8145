import { type PixelImage, type Transform, transforms } from '@nn/data'
import { kinds, signature, type Tensor } from '@nn/tensor'

/** How pixels from 0 to 1 are shifted and scaled for a network. */
export interface Normalization {
  readonly mean: number
  readonly std: number
}

/** The tutorials' choice: pixels from -1 to 1. */
export const tutorialNormalization: Normalization = { mean: 0.5, std: 0.5 }

const takes = signature(
  'pixelTransform',
  {},
  {},
  { mean: kinds.required(kinds.number), std: kinds.required(kinds.number) },
)

/**
 * Turns an image of bytes into what a network is fed with: floating point [1, H, W].
 *
 * @example
 * pixelTransform({ mean: 0.5, std: 0.5 })(zeros([28, 28], { dtype: 'uint8' })).shape // [1, 28, 28]
 */
export function pixelTransform(normalization: Normalization, ...none: []): Transform<Tensor | PixelImage, Tensor> {
  const { mean, std } = takes([], [normalization, ...none])
  return transforms.compose([transforms.toTensor(), transforms.normalize([mean], [std])])
}
