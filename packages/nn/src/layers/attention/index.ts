export {
  MultiheadAttention,
  type MultiheadAttentionForwardOptions,
  type MultiheadAttentionOptions,
} from './multihead-attention'
export { Transformer, type TransformerOptions } from './transformer'
export type { TransformerActivation } from './transformer-activation'
export { TransformerDecoder } from './transformer-decoder'
export { TransformerDecoderLayer, type TransformerDecoderMasks } from './transformer-decoder-layer'
export { TransformerEncoder } from './transformer-encoder'
export {
  TransformerEncoderLayer,
  type TransformerLayerOptions,
  type TransformerMasks,
} from './transformer-encoder-layer'
