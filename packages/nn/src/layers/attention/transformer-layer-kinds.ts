import { type Args, type Kind, kinds, type Tensor } from '@nn/tensor'
import { activationKind, type TransformerActivation } from './transformer-activation'
import type { TransformerLayerOptions } from './transformer-encoder-layer'

/** What follows the numbers of features and heads, in PyTorch's order. */
export type TransformerLayerArgs = Args<
  TransformerLayerOptions,
  ['dimFeedforward', 'dropout', 'activation', 'layerNormEps', 'batchFirst', 'normFirst', 'bias']
>

/** What the layers of encoders and decoders must be given. */
export const layerSizes: { readonly dModel: Kind<number>; readonly nhead: Kind<number> } = {
  dModel: kinds.integer,
  nhead: kinds.integer,
}

/** Of the layers of encoders and decoders, and of `Transformer`, by position. */
export const feedForwardKinds: {
  readonly dimFeedforward: Kind<number>
  readonly dropout: Kind<number>
  readonly activation: Kind<TransformerActivation>
} = { dimFeedforward: kinds.integer, dropout: kinds.number, activation: activationKind }

export const normAndBiasKinds: {
  readonly layerNormEps: Kind<number>
  readonly batchFirst: Kind<boolean>
  readonly normFirst: Kind<boolean>
  readonly bias: Kind<boolean>
} = { layerNormEps: kinds.number, batchFirst: kinds.boolean, normFirst: kinds.boolean, bias: kinds.boolean }

const maskKind: Kind<Tensor | null> = kinds.orNull(kinds.tensor)

export const sourceMaskKinds: {
  readonly srcMask: Kind<Tensor | null>
  readonly srcKeyPaddingMask: Kind<Tensor | null>
} = { srcMask: maskKind, srcKeyPaddingMask: maskKind }

export const targetMaskKinds: {
  readonly tgtMask: Kind<Tensor | null>
  readonly memoryMask: Kind<Tensor | null>
  readonly tgtKeyPaddingMask: Kind<Tensor | null>
  readonly memoryKeyPaddingMask: Kind<Tensor | null>
} = { tgtMask: maskKind, memoryMask: maskKind, tgtKeyPaddingMask: maskKind, memoryKeyPaddingMask: maskKind }
