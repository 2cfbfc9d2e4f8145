export { type BinaryCrossEntropyOptions, binaryCrossEntropy } from './binary-cross-entropy'
export {
  type BinaryCrossEntropyWithLogitsOptions,
  binaryCrossEntropyWithLogits,
} from './binary-cross-entropy-with-logits'
export { type CosineEmbeddingLossOptions, cosineEmbeddingLoss } from './cosine-embedding-loss'
export { type CrossEntropyOptions, crossEntropy } from './cross-entropy'
export { type CTCLossOptions, ctcLoss, type Lengths } from './ctc-loss'
export type { ElementWeightOptions } from './element-weight'
export { type GaussianNLLLossOptions, gaussianNllLoss } from './gaussian-nll-loss'
export { type HingeEmbeddingLossOptions, hingeEmbeddingLoss } from './hinge-embedding-loss'
export { type HuberLossOptions, huberLoss } from './huber-loss'
export { type KlDivOptions, type KlDivReduction, klDiv } from './kl-div'
export { l1Loss } from './l1-loss'
export { type MarginRankingLossOptions, marginRankingLoss } from './margin-ranking-loss'
export { mseLoss } from './mse-loss'
export { type MultiMarginLossOptions, multiMarginLoss } from './multi-margin-loss'
export { multilabelMarginLoss } from './multilabel-margin-loss'
export { type MultilabelSoftMarginLossOptions, multilabelSoftMarginLoss } from './multilabel-soft-margin-loss'
export { type NLLLossOptions, nllLoss } from './nll-loss'
export { type PoissonNLLLossOptions, poissonNllLoss } from './poisson-nll-loss'
export { type SmoothL1LossOptions, smoothL1Loss } from './smooth-l1-loss'
export { softMarginLoss } from './soft-margin-loss'
export { type TripletMarginLossOptions, tripletMarginLoss } from './triplet-margin-loss'
export {
  type DistanceFunction,
  type TripletMarginWithDistanceLossOptions,
  tripletMarginWithDistanceLoss,
} from './triplet-margin-with-distance-loss'
