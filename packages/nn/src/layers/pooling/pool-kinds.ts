import { type Kind, kinds } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { AdaptiveSize } from '../../functional/pooling/adaptive-windows'
import { perDimensionKind } from '../per-dimension-kind'

/** How windows slide: null is the window's size. */
export const strideKind: Kind<PerDimension | null> = kinds.orNull(perDimensionKind)

/** What follows the window's size in average pools, in PyTorch's order. */
export const avgPoolKinds: {
  readonly stride: Kind<PerDimension | null>
  readonly padding: Kind<PerDimension>
  readonly ceilMode: Kind<boolean>
  readonly countIncludePad: Kind<boolean>
} = { stride: strideKind, padding: perDimensionKind, ceilMode: kinds.boolean, countIncludePad: kinds.boolean }

export const adaptiveSizeKind: Kind<AdaptiveSize> = kinds.kind('an integer, null or a list of them', (value) =>
  [value].flat().every((size) => size === null || Number.isInteger(size)),
)
