import type { Args, Kind } from '@nn/tensor'
import type { PerDimension } from '../../functional/per-dimension'
import type { SlidingBlocksOptions } from '../../functional/vision/sliding-blocks'
import { perDimensionKind } from '../per-dimension-kind'

/** How blocks slide, in PyTorch's order. */
export type SlidingBlocksArgs = Args<SlidingBlocksOptions, ['dilation', 'padding', 'stride']>

export const slidingBlocksKinds: {
  readonly dilation: Kind<PerDimension>
  readonly padding: Kind<PerDimension>
  readonly stride: Kind<PerDimension>
} = { dilation: perDimensionKind, padding: perDimensionKind, stride: perDimensionKind }
