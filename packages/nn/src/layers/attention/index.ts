export {
  MultiheadAttention,
  type MultiheadAttentionArgs,
  type MultiheadAttentionForwardOptions,
  type MultiheadAttentionOptions,
} from './multihead-attention'
export { Transformer, type TransformerArgs, type TransformerOptions } from './transformer'
export type { TransformerActivation } from './transformer-activation'
export { TransformerDecoder } from './transformer-decoder'
export {
  TransformerDecoderLayer,
  type TransformerDecoderMaskArgs,
  type TransformerDecoderMasks,
} from './transformer-decoder-layer'
export { TransformerEncoder } from './transformer-encoder'
export {
  TransformerEncoderLayer,
  type TransformerLayerOptions,
  type TransformerMaskArgs,
  type TransformerMasks,
} from './transformer-encoder-layer'
export type { TransformerLayerArgs } from './transformer-layer-kinds'
export type { TransformerStackOptions } from './transformer-stack'
