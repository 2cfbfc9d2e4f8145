export { linear } from '@nn/tensor'
export {
  type CeluOptions,
  celu,
  type EluOptions,
  elu,
  type GeluOptions,
  type GluOptions,
  gelu,
  glu,
  type HardshrinkOptions,
  type HardtanhOptions,
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  type InplaceOptions,
  type LeakyReluOptions,
  leakyRelu,
  logsigmoid,
  mish,
  prelu,
  type RreluOptions,
  relu6,
  rrelu,
  type SoftplusOptions,
  type SoftshrinkOptions,
  selu,
  silu,
  softmin,
  softplus,
  softshrink,
  softsign,
  type ThresholdOptions,
  tanhshrink,
  threshold,
} from './activations/index'
export { alphaDropout } from './alpha-dropout'
export { type BilinearOptions, bilinear } from './bilinear'
export {
  type ConvolutionOptions,
  conv1d,
  conv2d,
  conv3d,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
  type TransposedConvolutionOptions,
} from './convolution/index'
export {
  type CosineSimilarityOptions,
  cosineSimilarity,
  type NormalizeOptions,
  normalize,
  type PairwiseDistanceOptions,
  type PdistOptions,
  pairwiseDistance,
  pdist,
} from './distances/index'
export type { AlphaDropoutOptions } from './drop-parts-to-alpha'
export { type DropoutOptions, dropout } from './dropout'
export { dropout1d } from './dropout1d'
export { dropout2d } from './dropout2d'
export { dropout3d } from './dropout3d'
export { type EmbeddingOptions, embedding } from './embedding'
export { type EmbeddingBagMode, type EmbeddingBagOptions, embeddingBag } from './embedding-bag'
export { featureAlphaDropout } from './feature-alpha-dropout'
export { type GumbelSoftmaxOptions, gumbelSoftmax } from './gumbel-softmax'
export { logSoftmax } from './log-softmax'
export {
  type BinaryCrossEntropyOptions,
  type BinaryCrossEntropyWithLogitsOptions,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  type CosineEmbeddingLossOptions,
  type CrossEntropyOptions,
  type CTCLossOptions,
  cosineEmbeddingLoss,
  crossEntropy,
  ctcLoss,
  type DistanceFunction,
  type ElementWeightOptions,
  type GaussianNLLLossOptions,
  gaussianNllLoss,
  type HingeEmbeddingLossOptions,
  type HuberLossOptions,
  hingeEmbeddingLoss,
  huberLoss,
  type KlDivOptions,
  type KlDivReduction,
  klDiv,
  type Lengths,
  l1Loss,
  type MarginRankingLossOptions,
  type MultilabelSoftMarginLossOptions,
  type MultiMarginLossOptions,
  marginRankingLoss,
  mseLoss,
  multilabelMarginLoss,
  multilabelSoftMarginLoss,
  multiMarginLoss,
  type NLLLossOptions,
  nllLoss,
  type PoissonNLLLossOptions,
  poissonNllLoss,
  type SmoothL1LossOptions,
  smoothL1Loss,
  softMarginLoss,
  type TripletMarginLossOptions,
  type TripletMarginWithDistanceLossOptions,
  tripletMarginLoss,
  tripletMarginWithDistanceLoss,
} from './losses/index'
export {
  type BatchNormOptions,
  batchNorm,
  type GroupNormOptions,
  groupNorm,
  type InstanceNormOptions,
  instanceNorm,
  type LayerNormOptions,
  type LocalResponseNormOptions,
  layerNorm,
  localResponseNorm,
  type RMSNormOptions,
  rmsNorm,
} from './normalization/index'
export { type OneHotOptions, oneHot } from './one-hot'
export { type PadMode, type PadOptions, pad } from './padding/index'
export type { PerDimension } from './per-dimension'
export {
  type AdaptiveMaxPoolOptions,
  type AdaptiveSize,
  type AvgPool2dOptions,
  type AvgPoolOptions,
  adaptiveAvgPool1d,
  adaptiveAvgPool2d,
  adaptiveAvgPool3d,
  adaptiveMaxPool1d,
  adaptiveMaxPool2d,
  adaptiveMaxPool3d,
  avgPool1d,
  avgPool2d,
  avgPool3d,
  type LpPoolOptions,
  lpPool1d,
  lpPool2d,
  lpPool3d,
  type MaxPoolOptions,
  type MaxUnpoolOptions,
  maxPool1d,
  maxPool2d,
  maxPool3d,
  maxUnpool1d,
  maxUnpool2d,
  maxUnpool3d,
  type SlidingOptions,
} from './pooling/index'
export type { LossOptions } from './reduction'
export { relu } from './relu'
export { type AttentionOptions, scaledDotProductAttention } from './scaled-dot-product-attention'
export { sigmoid } from './sigmoid'
export { type SoftmaxOptions, softmax } from './softmax'
export { tanh } from './tanh'
export {
  type AffineGridOptions,
  affineGrid,
  type ChannelShuffleOptions,
  channelShuffle,
  fold,
  type GridSampleMode,
  type GridSampleOptions,
  type GridSamplePadding,
  gridSample,
  type InterpolateMode,
  type InterpolateOptions,
  interpolate,
  type PixelShuffleOptions,
  type PixelUnshuffleOptions,
  pixelShuffle,
  pixelUnshuffle,
  type SlidingBlocksOptions,
  unfold,
} from './vision/index'
