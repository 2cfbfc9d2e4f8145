export { type ClipGradNormOptions, clipGradNorm_ } from './clipping/clip-grad-norm'
export { clipGradValue_ } from './clipping/clip-grad-value'
export { IndexedModules } from './containers/indexed-modules'
export { ModuleList } from './containers/module-list'
export { type LayerAt, Sequential } from './containers/sequential'
export { CosineSimilarity } from './distances/cosine-similarity'
export { PairwiseDistance } from './distances/pairwise-distance'
export * as functional from './functional/index'
export * as init from './init/index'
export {
  CELU,
  ELU,
  GELU,
  GLU,
  Hardshrink,
  Hardsigmoid,
  Hardswish,
  Hardtanh,
  type InplaceLayerOptions,
  LeakyReLU,
  LogSigmoid,
  LogSoftmax,
  Mish,
  PReLU,
  type PReLUOptions,
  ReLU,
  ReLU6,
  SELU,
  Sigmoid,
  SiLU,
  Softmax,
  Softmin,
  Softplus,
  Softshrink,
  Softsign,
  Tanh,
  Tanhshrink,
  Threshold,
} from './layers/activations/index'
export {
  MultiheadAttention,
  type MultiheadAttentionForwardOptions,
  type MultiheadAttentionOptions,
  type TransformerActivation,
  TransformerEncoder,
  TransformerEncoderLayer,
  type TransformerEncoderLayerOptions,
  type TransformerMasks,
} from './layers/attention/index'
export { Bilinear, type BilinearOptions } from './layers/bilinear'
export {
  Conv1d,
  Conv2d,
  type ConvOptions,
  ConvolutionLayer,
  type ConvolutionLayerOptions,
  ConvTranspose1d,
  ConvTranspose2d,
  type ConvTransposeOptions,
} from './layers/convolution/index'
export { Dropout, Dropout1d, Dropout2d } from './layers/dropout/index'
export { Embedding, type EmbeddingModuleOptions } from './layers/embedding'
export { Flatten } from './layers/flatten'
export { Identity } from './layers/identity'
export { Linear, type LinearOptions } from './layers/linear'
export { LocalResponseNorm } from './layers/local-response-norm'
export {
  BatchNorm1d,
  BatchNorm2d,
  GroupNorm,
  type GroupNormLayerOptions,
  InstanceNorm1d,
  InstanceNorm2d,
  LayerNorm,
  type LayerNormLayerOptions,
  type NormLayerOptions,
} from './layers/normalization/index'
export {
  CircularPad1d,
  CircularPad2d,
  ConstantPad1d,
  ConstantPad2d,
  ReflectionPad1d,
  ReflectionPad2d,
  ReplicationPad1d,
  ReplicationPad2d,
  ZeroPad1d,
  ZeroPad2d,
} from './layers/padding/index'
export {
  AdaptiveAvgPool1d,
  AdaptiveAvgPool2d,
  AdaptiveMaxPool1d,
  AdaptiveMaxPool2d,
  AvgPool1d,
  AvgPool2d,
  MaxPool1d,
  MaxPool2d,
  type MaxPoolLayerOptions,
} from './layers/pooling/index'
export {
  GRU,
  GRUCell,
  LSTM,
  LSTMCell,
  RNN,
  RNNBase,
  type RNNBaseOptions,
  RNNCell,
  RNNCellBase,
  type RNNCellBaseOptions,
  type RNNCellOptions,
  type RNNOptions,
} from './layers/recurrent/index'
export { Unflatten } from './layers/unflatten'
export { Fold, PixelShuffle, PixelUnshuffle, Unfold, Upsample } from './layers/vision/index'
export { BCELoss } from './losses/bce-loss'
export { BCEWithLogitsLoss } from './losses/bce-with-logits-loss'
export { CosineEmbeddingLoss } from './losses/cosine-embedding-loss'
export { CrossEntropyLoss } from './losses/cross-entropy-loss'
export { GaussianNLLLoss } from './losses/gaussian-nll-loss'
export { HingeEmbeddingLoss } from './losses/hinge-embedding-loss'
export { HuberLoss } from './losses/huber-loss'
export { KLDivLoss } from './losses/kl-div-loss'
export { L1Loss } from './losses/l1-loss'
export { MarginRankingLoss } from './losses/margin-ranking-loss'
export { MSELoss } from './losses/mse-loss'
export { MultiMarginLoss } from './losses/multi-margin-loss'
export { MultiLabelMarginLoss } from './losses/multilabel-margin-loss'
export { MultiLabelSoftMarginLoss } from './losses/multilabel-soft-margin-loss'
export { NLLLoss } from './losses/nll-loss'
export { PoissonNLLLoss } from './losses/poisson-nll-loss'
export { SmoothL1Loss } from './losses/smooth-l1-loss'
export { SoftMarginLoss } from './losses/soft-margin-loss'
export { TripletMarginLoss } from './losses/triplet-margin-loss'
export type { ForwardHook, ForwardPreHook } from './module/forward-hooks'
export type { Layer } from './module/layer'
export { Module, type RecurseOptions } from './module/module'
export { Parameter } from './module/parameter'
export type { IncompatibleKeys, StateDict } from './module/state-dict'
export { StateDictError, type StateDictProblems } from './module/state-dict-error'
