export { type ClipGradNormOptions, clipGradNorm_ } from './clipping/clip-grad-norm'
export { type ClipGradValueOptions, clipGradValue_ } from './clipping/clip-grad-value'
export { IndexedModules } from './containers/indexed-modules'
export { KeyedParts } from './containers/keyed-parts'
export { ModuleDict } from './containers/module-dict'
export { ModuleList } from './containers/module-list'
export { ParameterDict } from './containers/parameter-dict'
export { ParameterList } from './containers/parameter-list'
export { type LayerAt, Sequential } from './containers/sequential'
export { CosineSimilarity } from './distances/cosine-similarity'
export { PairwiseDistance } from './distances/pairwise-distance'
export * as functional from './functional/index'
export * as init from './init/index'
export {
  CELU,
  type CELUOptions,
  ELU,
  type ELUOptions,
  GELU,
  GLU,
  type GLUOptions,
  Hardshrink,
  type HardshrinkOptions,
  Hardsigmoid,
  Hardswish,
  Hardtanh,
  type HardtanhOptions,
  type InplaceLayerOptions,
  LeakyReLU,
  type LeakyReLUOptions,
  LogSigmoid,
  LogSoftmax,
  Mish,
  PReLU,
  type PReLUOptions,
  ReLU,
  ReLU6,
  RReLU,
  type RReLUOptions,
  SELU,
  Sigmoid,
  SiLU,
  Softmax,
  Softmax2d,
  type SoftmaxLayerOptions,
  Softmin,
  Softplus,
  type SoftplusOptions,
  Softshrink,
  type SoftshrinkOptions,
  Softsign,
  Tanh,
  Tanhshrink,
  Threshold,
} from './layers/activations/index'
export {
  MultiheadAttention,
  type MultiheadAttentionArgs,
  type MultiheadAttentionForwardOptions,
  type MultiheadAttentionOptions,
  Transformer,
  type TransformerActivation,
  type TransformerArgs,
  TransformerDecoder,
  TransformerDecoderLayer,
  type TransformerDecoderMaskArgs,
  type TransformerDecoderMasks,
  TransformerEncoder,
  TransformerEncoderLayer,
  type TransformerLayerArgs,
  type TransformerLayerOptions,
  type TransformerMaskArgs,
  type TransformerMasks,
  type TransformerOptions,
  type TransformerStackOptions,
} from './layers/attention/index'
export { Bilinear, type BilinearOptions } from './layers/bilinear'
export {
  Conv1d,
  Conv2d,
  Conv3d,
  type ConvArgs,
  type ConvOptions,
  ConvolutionLayer,
  type ConvolutionLayerOptions,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
  type ConvTransposeArgs,
  type ConvTransposeForwardArgs,
  type ConvTransposeForwardOptions,
  type ConvTransposeOptions,
} from './layers/convolution/index'
export {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  type DropoutLayerOptions,
  FeatureAlphaDropout,
} from './layers/dropout/index'
export { Embedding } from './layers/embedding'
export { EmbeddingBag, type EmbeddingBagModuleOptions } from './layers/embedding-bag'
export { type EmbeddingModuleOptions, EmbeddingTable } from './layers/embedding-table'
export { Flatten, type FlattenOptions } from './layers/flatten'
export { Identity } from './layers/identity'
export { Linear, type LinearOptions } from './layers/linear'
export { LocalResponseNorm } from './layers/local-response-norm'
export {
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  GroupNorm,
  type GroupNormLayerOptions,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
  LayerNorm,
  type LayerNormLayerOptions,
  type NormArgs,
  type NormLayerOptions,
  RMSNorm,
  type RMSNormLayerOptions,
} from './layers/normalization/index'
export {
  CircularPad1d,
  CircularPad2d,
  CircularPad3d,
  ConstantPad1d,
  ConstantPad2d,
  ConstantPad3d,
  ReflectionPad1d,
  ReflectionPad2d,
  ReflectionPad3d,
  ReplicationPad1d,
  ReplicationPad2d,
  ReplicationPad3d,
  ZeroPad1d,
  ZeroPad2d,
  ZeroPad3d,
} from './layers/padding/index'
export {
  AdaptiveAvgPool1d,
  AdaptiveAvgPool2d,
  AdaptiveAvgPool3d,
  AdaptiveMaxPool1d,
  AdaptiveMaxPool2d,
  AdaptiveMaxPool3d,
  type AdaptiveMaxPoolLayerOptions,
  AvgPool1d,
  AvgPool2d,
  AvgPool3d,
  type AvgPoolArgs,
  LPPool1d,
  LPPool2d,
  LPPool3d,
  MaxPool1d,
  MaxPool2d,
  MaxPool3d,
  type MaxPoolArgs,
  type MaxPooled,
  type MaxPoolLayerOptions,
  MaxUnpool1d,
  MaxUnpool2d,
  MaxUnpool3d,
  type MaxUnpoolArgs,
  type MaxUnpoolForwardOptions,
  type MaxUnpoolLayerOptions,
} from './layers/pooling/index'
export {
  GRU,
  GRUCell,
  LSTM,
  LSTMCell,
  type LSTMOptions,
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
export {
  ChannelShuffle,
  Fold,
  PixelShuffle,
  PixelUnshuffle,
  type SlidingBlocksArgs,
  Unfold,
  Upsample,
  type UpsamplingArgs,
  UpsamplingBilinear2d,
  UpsamplingNearest2d,
  type UpsamplingTarget,
} from './layers/vision/index'
export {
  type AdaptiveLogSoftmaxOptions,
  type AdaptiveLogSoftmaxResult,
  AdaptiveLogSoftmaxWithLoss,
} from './losses/adaptive-log-softmax-with-loss'
export { BCELoss } from './losses/bce-loss'
export { BCEWithLogitsLoss } from './losses/bce-with-logits-loss'
export { CosineEmbeddingLoss } from './losses/cosine-embedding-loss'
export { CrossEntropyLoss } from './losses/cross-entropy-loss'
export { CTCLoss } from './losses/ctc-loss'
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
export {
  type DistanceModule,
  TripletMarginWithDistanceLoss,
  type TripletMarginWithDistanceLossModuleOptions,
} from './losses/triplet-margin-with-distance-loss'
export type { BackwardHook, BackwardPreHook, ModuleGradients } from './module/backward-hooks'
export type { Layer } from './module/layer'
export { Module, type RecurseOptions } from './module/module'
export type { ForwardHook, ForwardPreHook } from './module/module-hooks'
export { Parameter } from './module/parameter'
export { parametersToVector } from './module/parameters-to-vector'
export type { IncompatibleKeys, StateDict } from './module/state-dict'
export { StateDictError, type StateDictProblems } from './module/state-dict-error'
export { vectorToParameters } from './module/vector-to-parameters'
