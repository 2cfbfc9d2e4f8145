export { type CosineSimilarityOptions, cosineSimilarity } from './cosine-similarity'
export { type NormalizeOptions, normalize } from './normalize'
export { type PairwiseDistanceOptions, pairwiseDistance } from './pairwise-distance'
export { type PdistOptions, pdist } from './pdist'
