import { type Kind, kinds } from '@nn/tensor'
import type { PerDimension } from '../functional/per-dimension'

/** One size for all dimensions, or one for each. */
export const perDimensionKind: Kind<PerDimension> = kinds.either(kinds.integer, kinds.integers)
