import { functional } from '@nn/nn'
import type { Tensor } from '@nn/tensor'
import type { Call } from '../call'
import type { Adapter, Adapters } from './adapter'

type Options = Readonly<Record<string, readonly [name: string, index: number]>>

/** A loss of input and target. */
const ofTwo =
  (f: (input: Tensor, target: Tensor, options: object) => Tensor, options: Options): Adapter =>
  (c) =>
    f(c.tensor(0), c.tensor(1), c.options(options))

/** A loss of three tensors. */
const ofThree =
  (f: (a: Tensor, b: Tensor, third: Tensor, options: object) => Tensor, options: Options): Adapter =>
  (c) =>
    f(c.tensor(0), c.tensor(1), c.tensor(2), c.options(options))

const variance = (c: Call): Tensor | number =>
  typeof c.value(2, 'var') === 'number' ? c.number(2, 'var') : c.tensor(2, 'var')

/** The losses and distances of torch.nn.functional. */
export const losses: Adapters = {
  'nn.functional.linear': (c) => functional.linear(c.tensor(0), c.tensor(1), c.tensorOrNull(2, 'bias')),
  'nn.functional.cosine_similarity': (c) =>
    functional.cosineSimilarity(c.tensor(0), c.tensor(1), c.options({ dim: ['dim', 2], eps: ['eps', 3] })),
  'nn.functional.normalize': (c) =>
    functional.normalize(c.tensor(0), c.options({ p: ['p', 1], dim: ['dim', 2], eps: ['eps', 3] })),
  'nn.functional.pairwise_distance': (c) =>
    functional.pairwiseDistance(
      c.tensor(0),
      c.tensor(1),
      c.options({ p: ['p', 2], eps: ['eps', 3], keepdim: ['keepdim', 4] }),
    ),
  'nn.functional.binary_cross_entropy': ofTwo(functional.binaryCrossEntropy, {
    weight: ['weight', 2],
    reduction: ['reduction', 5],
  }),
  'nn.functional.binary_cross_entropy_with_logits': ofTwo(functional.binaryCrossEntropyWithLogits, {
    weight: ['weight', 2],
    reduction: ['reduction', 5],
    posWeight: ['pos_weight', 6],
  }),
  'nn.functional.cosine_embedding_loss': ofThree(functional.cosineEmbeddingLoss, {
    margin: ['margin', 3],
    reduction: ['reduction', 6],
  }),
  'nn.functional.cross_entropy': ofTwo(functional.crossEntropy, {
    weight: ['weight', 2],
    ignoreIndex: ['ignore_index', 4],
    reduction: ['reduction', 6],
    labelSmoothing: ['label_smoothing', 7],
  }),
  'nn.functional.gaussian_nll_loss': (c) =>
    functional.gaussianNllLoss(
      c.tensor(0),
      c.tensor(1),
      variance(c),
      c.options({ full: ['full', 3], eps: ['eps', 4], reduction: ['reduction', 5] }),
    ),
  'nn.functional.hinge_embedding_loss': ofTwo(functional.hingeEmbeddingLoss, {
    margin: ['margin', 2],
    reduction: ['reduction', 5],
  }),
  'nn.functional.huber_loss': ofTwo(functional.huberLoss, {
    reduction: ['reduction', 2],
    delta: ['delta', 3],
    weight: ['weight', 4],
  }),
  'nn.functional.kl_div': ofTwo(functional.klDiv, { reduction: ['reduction', 4], logTarget: ['log_target', 5] }),
  'nn.functional.l1_loss': ofTwo(functional.l1Loss, { reduction: ['reduction', 4], weight: ['weight', 5] }),
  'nn.functional.margin_ranking_loss': ofThree(functional.marginRankingLoss, {
    margin: ['margin', 3],
    reduction: ['reduction', 6],
  }),
  'nn.functional.mse_loss': ofTwo(functional.mseLoss, { reduction: ['reduction', 4], weight: ['weight', 5] }),
  'nn.functional.multi_margin_loss': ofTwo(functional.multiMarginLoss, {
    p: ['p', 2],
    margin: ['margin', 3],
    weight: ['weight', 4],
    reduction: ['reduction', 7],
  }),
  'nn.functional.multilabel_margin_loss': ofTwo(functional.multilabelMarginLoss, { reduction: ['reduction', 4] }),
  'nn.functional.multilabel_soft_margin_loss': ofTwo(functional.multilabelSoftMarginLoss, {
    weight: ['weight', 2],
    reduction: ['reduction', 5],
  }),
  'nn.functional.nll_loss': ofTwo(functional.nllLoss, {
    weight: ['weight', 2],
    ignoreIndex: ['ignore_index', 4],
    reduction: ['reduction', 6],
  }),
  'nn.functional.poisson_nll_loss': ofTwo(functional.poissonNllLoss, {
    logInput: ['log_input', 2],
    full: ['full', 3],
    eps: ['eps', 5],
    reduction: ['reduction', 7],
  }),
  'nn.functional.smooth_l1_loss': ofTwo(functional.smoothL1Loss, { reduction: ['reduction', 4], beta: ['beta', 5] }),
  'nn.functional.soft_margin_loss': ofTwo(functional.softMarginLoss, { reduction: ['reduction', 4] }),
  'nn.functional.triplet_margin_loss': ofThree(functional.tripletMarginLoss, {
    margin: ['margin', 3],
    p: ['p', 4],
    eps: ['eps', 5],
    swap: ['swap', 6],
    reduction: ['reduction', 9],
  }),
}
