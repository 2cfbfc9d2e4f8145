import { type Args, type Kind, kinds, type Signature, signature } from '@nn/tensor'
import type { InterpolateOptions } from '../../functional/vision/interpolate'

/** How large the output shall be: one of the two. */
export type UpsamplingTarget = Pick<InterpolateOptions, 'size' | 'scaleFactor'>

export type UpsamplingArgs = Args<UpsamplingTarget, ['size', 'scaleFactor']>

export const targetKinds: {
  readonly size: Kind<number | readonly number[] | null>
  readonly scaleFactor: Kind<number | readonly number[] | null>
} = {
  size: kinds.orNull(kinds.either(kinds.integer, kinds.integers)),
  scaleFactor: kinds.orNull(kinds.either(kinds.number, kinds.numbers)),
}

export const takesTarget: Signature<UpsamplingTarget> = signature('Upsample', {}, targetKinds)
