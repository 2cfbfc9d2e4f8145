export {
  MultiheadAttention,
  type MultiheadAttentionForwardOptions,
  type MultiheadAttentionOptions,
} from './multihead-attention'
export { TransformerEncoder } from './transformer-encoder'
export {
  type TransformerActivation,
  TransformerEncoderLayer,
  type TransformerEncoderLayerOptions,
  type TransformerMasks,
} from './transformer-encoder-layer'
