import { clipGradNorm_, clipGradValue_, functional as F, init, parametersToVector, vectorToParameters } from '@nn/nn'
import { arange, manualSeed, numelOf, ones, type Tensor, tensor, zeros } from '@nn/tensor'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectClose } from './matchers'

beforeEach(() => {
  // Losses warn of shapes that broadcast.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

/** Numbers from -0.5 to 0.75 in a mixed order: `(torch.arange(n) * 7 % 11) / 8 - 0.5`. */
const f = (...shape: number[]): Tensor =>
  arange(numelOf(shape), { dtype: 'float32' }).mul(7).remainder(11).div(8).sub(0.5).reshape(shape)
const ints = (data: number[] | number[][] | number[][][]): Tensor => tensor(data, { dtype: 'int64' })
const x = f(2, 4)
const positive = f(4).abs()

/** A function called by position and by name, and what PyTorch 2.13 gives for the first call. */
type Case = readonly [call: string, byPosition: () => Tensor, byName: () => Tensor, expected: readonly number[]]

const activations: Case[] = [
  [
    'leakyRelu(x, 0.2)',
    () => F.leakyRelu(x, 0.2),
    () => F.leakyRelu(x, { negativeSlope: 0.2 }),
    [-0.1, 0.375, -0.025, 0.75, 0.25, -0.05, 0.625, 0.125],
  ],
  [
    'elu(x, 0.5)',
    () => F.elu(x, 0.5),
    () => F.elu(x, { alpha: 0.5 }),
    [-0.196735, 0.375, -0.058752, 0.75, 0.25, -0.1106, 0.625, 0.125],
  ],
  [
    'softplus(x, 2, 1)',
    () => F.softplus(x, 2, 1),
    () => F.softplus(x, { beta: 2, threshold: 1 }),
    [0.156631, 0.568436, 0.28797, 0.75, 0.487038, 0.237038, 0.625, 0.41297],
  ],
  [
    'hardtanh(x, -0.2, 0.3)',
    () => F.hardtanh(x, -0.2, 0.3),
    () => F.hardtanh(x, { minVal: -0.2, maxVal: 0.3 }),
    [-0.2, 0.3, -0.125, 0.3, 0.25, -0.2, 0.3, 0.125],
  ],
  [
    'threshold(x, 0.1, 2)',
    () => F.threshold(x, 0.1, 2),
    () => F.threshold(x, { threshold: 0.1, value: 2 }),
    [2, 0.375, 2, 0.75, 0.25, 2, 0.625, 0.125],
  ],
  ['glu(x, 0)', () => F.glu(x, 0), () => F.glu(x, { dim: 0 }), [-0.281088, 0.164184, -0.081419, 0.398407]],
  [
    'softmax(x, 1)',
    () => F.softmax(x, 1),
    () => F.softmax(x, { dim: 1 }),
    [0.119844, 0.28749, 0.174371, 0.418295, 0.253548, 0.153785, 0.368911, 0.223756],
  ],
  [
    'logSoftmax(x, 0)',
    () => F.logSoftmax(x, 0),
    () => F.logSoftmax(x, { dim: 0, dtype: 'float32' }),
    [-1.136871, -0.428701, -1.136871, -0.428701, -0.386871, -1.053701, -0.386871, -1.053701],
  ],
  [
    'softmin(x, 1) of -x',
    () => F.softmin(x.neg(), 1),
    () => F.softmin(x.neg(), { dim: 1 }),
    [0.119844, 0.28749, 0.174371, 0.418295, 0.253548, 0.153785, 0.368911, 0.223756],
  ],
  [
    'rrelu(x, 0.2, 0.4)',
    () => F.rrelu(x, 0.2, 0.4),
    () => F.rrelu(x, { lower: 0.2, upper: 0.4 }),
    [-0.15, 0.375, -0.0375, 0.75, 0.25, -0.075, 0.625, 0.125],
  ],
  [
    "gelu(x, approximate='tanh')",
    () => F.gelu(x, { approximate: 'tanh' }),
    () => F.gelu(x, { approximate: 'tanh' }),
    [-0.154286, 0.242308, -0.056283, 0.579961, 0.149675, -0.100325, 0.458721, 0.068717],
  ],
]

const windows: Case[] = [
  [
    'conv1d(x, w, b, 2, 1, 2, 2)',
    () => F.conv1d(f(1, 2, 5), f(2, 1, 2), f(2), 2, 1, 2, 2),
    () => F.conv1d(f(1, 2, 5), f(2, 1, 2), { bias: f(2), stride: 2, padding: 1, dilation: 2, groups: 2 }),
    [-0.359375, -0.40625, -0.875, 0.84375, 0.015625, 0.421875],
  ],
  [
    'convTranspose1d(x, w, b, 2, 1, 1, 2, 2)',
    () => F.convTranspose1d(f(1, 2, 3), f(2, 1, 2), f(2), 2, 1, 1, 2, 2),
    () =>
      F.convTranspose1d(f(1, 2, 3), f(2, 1, 2), {
        bias: f(2),
        stride: 2,
        padding: 1,
        outputPadding: 1,
        groups: 2,
        dilation: 2,
      }),
    [-0.5, -0.875, -0.5, -0.296875, -0.5, -0.546875, 0.375, 0.90625, 0.375, 0.59375, 0.375, 0.1875],
  ],
  [
    'maxPool1d(x, 3, 2, 1, 1, True)',
    () => F.maxPool1d(f(1, 1, 7), 3, 2, 1, 1, true),
    () => F.maxPool1d(f(1, 1, 7), 3, { stride: 2, padding: 1, dilation: 1, ceilMode: true }),
    [0.375, 0.75, 0.75, 0.625],
  ],
  [
    'avgPool2d(x, 2, 2, 1, False, False, 3)',
    () => F.avgPool2d(f(1, 1, 3, 3), 2, 2, 1, false, false, 3),
    () => F.avgPool2d(f(1, 1, 3, 3), 2, { stride: 2, padding: 1, countIncludePad: false, divisorOverride: 3 }),
    [-0.166667, 0.083333, 0.458333, -0.083333],
  ],
  [
    'lpPool1d(x, 2, 2, 1, True)',
    () => F.lpPool1d(f(1, 1, 5).abs(), 2, 2, 1, true),
    () => F.lpPool1d(f(1, 1, 5).abs(), 2, 2, { stride: 1, ceilMode: true }),
    [0.625, 0.395285, 0.760345, 0.790569],
  ],
  [
    'maxUnpool1d(x, i, 2, 2, 0, [5])',
    () => F.maxUnpool1d(tensor([[[2.0, 4.5]]]), ints([[[1, 3]]]), 2, 2, 0, [5]),
    () => F.maxUnpool1d(tensor([[[2.0, 4.5]]]), ints([[[1, 3]]]), 2, { stride: 2, outputSize: [5] }),
    [0, 2, 0, 4.5, 0],
  ],
  [
    'adaptiveMaxPool1d(x, 2, True), the indices',
    () => F.adaptiveMaxPool1d(f(1, 1, 5), 2, true).indices,
    () => F.adaptiveMaxPool1d(f(1, 1, 5), 2, { returnIndices: true }).indices,
    [1, 3],
  ],
  [
    'maxPool1d(x, 3, 2, 0, 1, False, True), the indices',
    () => F.maxPool1d(f(1, 1, 7), 3, 2, 0, 1, false, true).indices,
    () => F.maxPool1d(f(1, 1, 7), 3, { stride: 2, returnIndices: true }).indices,
    [1, 3, 6],
  ],
  [
    "pad(x, [1, 1], 'reflect')",
    () => F.pad(f(1, 3), [1, 1], 'reflect'),
    () => F.pad(f(1, 3), [1, 1], { mode: 'reflect' }),
    [0.375, -0.5, 0.375, -0.125, 0.375],
  ],
  [
    "pad(x, [1, 1], 'constant', 3)",
    () => F.pad(f(1, 3), [1, 1], 'constant', 3),
    () => F.pad(f(1, 3), [1, 1], { value: 3 }),
    [3, -0.5, 0.375, -0.125, 3],
  ],
  [
    "interpolate(x, None, 2, 'linear', True)",
    () => F.interpolate(f(1, 1, 3), null, 2, 'linear', true),
    () => F.interpolate(f(1, 1, 3), { scaleFactor: 2, mode: 'linear', alignCorners: true }),
    [-0.5, -0.15, 0.2, 0.275, 0.075, -0.125],
  ],
  [
    "interpolate(x, 5, None, 'linear')",
    () => F.interpolate(f(1, 1, 3), 5, null, 'linear'),
    () => F.interpolate(f(1, 1, 3), { size: 5, mode: 'linear' }),
    [-0.5, -0.15, 0.375, 0.075, -0.125],
  ],
  [
    'affineGrid(t, [1, 1, 2, 2], True)',
    () => F.affineGrid(f(1, 2, 3), [1, 1, 2, 2], true),
    () => F.affineGrid(f(1, 2, 3), [1, 1, 2, 2], { alignCorners: true }),
    [0, -1.25, -1, 0.25, 0.75, -0.75, -0.25, 0.75],
  ],
  [
    "gridSample(x, g, 'nearest', 'border', True)",
    () => F.gridSample(f(1, 1, 2, 2), f(1, 2, 2, 2), 'nearest', 'border', true),
    () => F.gridSample(f(1, 1, 2, 2), f(1, 2, 2, 2), { mode: 'nearest', paddingMode: 'border', alignCorners: true }),
    [-0.125, -0.125, 0.375, 0.75],
  ],
  [
    'unfold(x, 2, 1, 1, 2)',
    () => F.unfold(f(1, 1, 3, 3), 2, 1, 1, 2),
    () => F.unfold(f(1, 1, 3, 3), 2, { dilation: 1, padding: 1, stride: 2 }),
    [0, 0, 0, 0.25, 0, 0, 0.75, -0.25, 0, 0.375, 0, 0.125, -0.5, -0.125, 0.625, -0.375],
  ],
  [
    'fold(x, [4, 4], 2, 1, 0, 2)',
    () => F.fold(f(1, 4, 4), [4, 4], 2, 1, 0, 2),
    () => F.fold(f(1, 4, 4), [4, 4], 2, { stride: 2 }),
    [-0.5, 0.25, 0.375, -0.25, -0.375, 0.375, 0.5, -0.125, -0.125, 0.625, 0.75, 0.125, 0, 0.75, -0.5, 0.25],
  ],
]

const norms: Case[] = [
  [
    'batchNorm(x, mean, var, w, b, False, 0.2, 0.1)',
    () => F.batchNorm(x, f(4), positive, f(4), f(4), false, 0.2, 0.1),
    () => F.batchNorm(x, f(4), positive, { weight: f(4), bias: f(4), momentum: 0.2, eps: 0.1 }),
    [-0.5, 0.375, -0.125, 0.75, -0.984123, 0.034933, -0.322642, 0.241569],
  ],
  [
    'groupNorm(x, 2, w, b, 0.1)',
    () => F.groupNorm(f(1, 4, 2), 2, f(4), f(4), 0.1),
    () => F.groupNorm(f(1, 4, 2), { numGroups: 2, weight: f(4), bias: f(4), eps: 0.1 }),
    [0.046848, -0.718739, 0.210946, 0.785136, -0.142573, -0.001992, 1.488047, 0.644565],
  ],
  [
    'layerNorm(x, [4], w, b, 0.1)',
    () => F.layerNorm(x, [4], f(4), f(4), 0.1),
    () => F.layerNorm(x, [4], { weight: f(4), bias: f(4), eps: 0.1 }),
    [0.046848, 0.539055, -0.070315, 1.570272, -0.57029, 0.005976, -0.248008, 0.644565],
  ],
  [
    'rmsNorm(x, [4], w, 0.1)',
    () => F.rmsNorm(x, [4], f(4), 0.1),
    () => F.rmsNorm(x, [4], { weight: f(4), eps: 0.1 }),
    [0.427374, 0.240398, 0.026711, 0.961591, -0.259064, -0.194298, -0.161915, 0.194298],
  ],
  [
    'localResponseNorm(x, 2, 0.5, 0.5, 2)',
    () => F.localResponseNorm(f(1, 3, 2), 2, 0.5, 0.5, 2),
    () => F.localResponseNorm(f(1, 3, 2), 2, { alpha: 0.5, beta: 0.5, k: 2 }),
    [-0.348155, 0.262865, -0.086957, 0.508456, 0.17592, -0.170251],
  ],
  [
    'instanceNorm(x, mean, var, w, b, False, 0.2, 0.1)',
    () => F.instanceNorm(f(1, 2, 3), f(2), f(2).abs(), f(2), f(2), false, 0.2, 0.1),
    () =>
      F.instanceNorm(f(1, 2, 3), {
        runningMean: f(2),
        runningVar: f(2).abs(),
        weight: f(2),
        bias: f(2),
        useInputStats: false,
        eps: 0.1,
      }),
    [-0.5, -1.06481, -0.742061, 0.57904, 0.306987, 0.034933],
  ],
  [
    'normalize(x, 3, 0, 0.1)',
    () => F.normalize(x, 3, 0, 0.1),
    () => F.normalize(x, { p: 3, dim: 0, eps: 0.1 }),
    [-0.9615, 0.917132, -0.199469, 0.998462, 0.48075, -0.611421, 0.997347, 0.16641],
  ],
  [
    'cosineSimilarity(x, y, 0, 0.1)',
    () => F.cosineSimilarity(x, x.neg().add(0.1), 0, 0.1),
    () => F.cosineSimilarity(x, x.neg().add(0.1), { dim: 0, eps: 0.1 }),
    [-0.976187, -0.95023, -0.97855, -0.991984],
  ],
  [
    'pairwiseDistance(x, y, 1, 0.1, True)',
    () => F.pairwiseDistance(x, x.neg(), 1, 0.1, true),
    () => F.pairwiseDistance(x, x.neg(), { p: 1, eps: 0.1, keepdim: true }),
    [3.5, 2.7],
  ],
  ['pdist(x, 1)', () => F.pdist(x, 1), () => F.pdist(x, { p: 1 }), [2.75]],
]

const others: Case[] = [
  [
    'embedding(i, w, None, 0.5, 1)',
    () => F.embedding(ints([0, 1]), f(2, 3), null, 0.5, 1),
    () => F.embedding(ints([0, 1]), f(2, 3), { maxNorm: 0.5, normType: 1 }),
    [-0.25, 0.1875, -0.0625, 0.3, 0.1, -0.1],
  ],
  [
    "embeddingBag(i, w, o, 0.5, 1, False, 'sum')",
    () => F.embeddingBag(ints([0, 1, 1]), f(2, 3), ints([0, 2]), 0.5, 1, false, 'sum'),
    () => F.embeddingBag(ints([0, 1, 1]), f(2, 3), { offsets: ints([0, 2]), maxNorm: 0.5, normType: 1, mode: 'sum' }),
    [0.05, 0.2875, -0.1625, 0.3, 0.1, -0.1],
  ],
  [
    'scaledDotProductAttention(q, k, v, mask, 0, False)',
    () =>
      F.scaledDotProductAttention(
        f(2, 2),
        f(2, 2),
        f(2, 2),
        ints([
          [1, 0],
          [1, 1],
        ]).to('bool'),
        0,
        false,
      ),
    () =>
      F.scaledDotProductAttention(f(2, 2), f(2, 2), f(2, 2), {
        attnMask: ints([
          [1, 0],
          [1, 1],
        ]).to('bool'),
      }),
    [-0.5, 0.375, -0.296998, 0.578002],
  ],
  [
    'scaledDotProductAttention(q, k, v, None, 0, True, scale=0.5)',
    () => F.scaledDotProductAttention(f(2, 2), f(2, 2), f(2, 2), null, 0, true, { scale: 0.5 }),
    () => F.scaledDotProductAttention(f(2, 2), f(2, 2), f(2, 2), { isCausal: true, scale: 0.5 }),
    [-0.5, 0.375, -0.301526, 0.573474],
  ],
  ['oneHot(i, 3)', () => F.oneHot(ints([1]), 3), () => F.oneHot(ints([1]), { numClasses: 3 }), [0, 1, 0]],
  [
    'pixelShuffle(x, 2)',
    () => F.pixelShuffle(f(4, 1, 1), 2),
    () => F.pixelShuffle(f(4, 1, 1), { upscaleFactor: 2 }),
    [-0.5, 0.375, -0.125, 0.75],
  ],
  [
    'channelShuffle(x, 2)',
    () => F.channelShuffle(f(1, 4, 1), 2),
    () => F.channelShuffle(f(1, 4, 1), { groups: 2 }),
    [-0.5, -0.125, 0.375, 0.75],
  ],
]

const losses: Case[] = [
  [
    'crossEntropy(x, t, w, ignore_index=2, …)',
    () => F.crossEntropy(x, ints([0, 2]), positive, { ignoreIndex: 2, reduction: 'sum', labelSmoothing: 0.1 }),
    () => F.crossEntropy(x, ints([0, 2]), { weight: positive, ignoreIndex: 2, reduction: 'sum', labelSmoothing: 0.1 }),
    [1.014712],
  ],
  [
    "huberLoss(x, t, 'sum', 0.5, w)",
    () => F.huberLoss(x, x.neg(), 'sum', 0.5, x.abs()),
    () => F.huberLoss(x, x.neg(), { reduction: 'sum', delta: 0.5, weight: x.abs() }),
    [1.132812],
  ],
  [
    'multiMarginLoss(x, t, 2, 0.5, w)',
    () => F.multiMarginLoss(x, ints([0, 2]), 2, 0.5, positive),
    () => F.multiMarginLoss(x, ints([0, 2]), { p: 2, margin: 0.5, weight: positive }),
    [0.357666],
  ],
  [
    'poissonNllLoss(x, t, False, True, eps=2)',
    () => F.poissonNllLoss(x, x.abs(), false, true, { eps: 2 }),
    () => F.poissonNllLoss(x, x.abs(), { logInput: false, full: true, eps: 2 }),
    [-0.144302],
  ],
  [
    "gaussianNllLoss(x, t, var, True, 0.1, 'sum')",
    () => F.gaussianNllLoss(x, x.neg(), x.abs(), true, 0.1, 'sum'),
    () => F.gaussianNllLoss(x, x.neg(), x.abs(), { full: true, eps: 0.1, reduction: 'sum' }),
    [8.669942],
  ],
  [
    'tripletMarginLoss(a, p, n, 0.5, 1, 0.1, True)',
    () => F.tripletMarginLoss(x, x.neg(), x.mul(2), 0.5, 1, 0.1, true),
    () => F.tripletMarginLoss(x, x.neg(), x.mul(2), { margin: 0.5, p: 1, eps: 0.1, swap: true }),
    [2.2],
  ],
  [
    "ctcLoss(x, t, [4], [2], 0, 'sum', True)",
    () => F.ctcLoss(f(4, 1, 3).logSoftmax(2), ints([[1, 2]]), [4], [2], 0, 'sum', true),
    () => F.ctcLoss(f(4, 1, 3).logSoftmax(2), ints([[1, 2]]), [4], [2], { reduction: 'sum', zeroInfinity: true }),
    [1.846459],
  ],
  [
    'cosineEmbeddingLoss(a, b, t, 0.2)',
    () => F.cosineEmbeddingLoss(x, x.neg().add(0.1), ints([1, -1]), 0.2),
    () => F.cosineEmbeddingLoss(x, x.neg().add(0.1), ints([1, -1]), { margin: 0.2 }),
    [0.989598],
  ],
  [
    'hingeEmbeddingLoss(x, t, 0.2)',
    () => F.hingeEmbeddingLoss(x, ints([1, -1, 1, -1]), 0.2),
    () => F.hingeEmbeddingLoss(x, ints([1, -1, 1, -1]), { margin: 0.2 }),
    [0.096875],
  ],
  [
    'marginRankingLoss(a, b, t, 0.3)',
    () => F.marginRankingLoss(x, x.neg(), ones([2, 4]), 0.3),
    () => F.marginRankingLoss(x, x.neg(), ones([2, 4]), { margin: 0.3 }),
    [0.3375],
  ],
  [
    'binaryCrossEntropy(x, t, w)',
    () => F.binaryCrossEntropy(f(2, 2).abs(), f(2, 2).abs(), f(2).abs()),
    () => F.binaryCrossEntropy(f(2, 2).abs(), f(2, 2).abs(), { weight: f(2).abs() }),
    [0.24848],
  ],
  [
    'multilabelSoftMarginLoss(x, t, w)',
    () => F.multilabelSoftMarginLoss(x, x.gt(0).to('float32'), positive),
    () => F.multilabelSoftMarginLoss(x, x.gt(0).to('float32'), { weight: positive }),
    [0.229303],
  ],
  [
    "klDiv(x, t, reduction='batchmean')",
    () => F.klDiv(x.logSoftmax(1), x.softmax(0), { reduction: 'batchmean' }),
    () => F.klDiv(x.logSoftmax(1), x.softmax(0), { reduction: 'batchmean', logTarget: false }),
    [1.428214],
  ],
]

const drawn: Case[] = [
  [
    'dropout(x, 0.3, True)',
    () => F.dropout(ones([8]), 0.3, true),
    () => F.dropout(ones([8]), { p: 0.3 }),
    [0, 0, 1.428571, 0, 1.428571, 0, 1.428571, 1.428571],
  ],
  [
    'alphaDropout(x, 0.3, True)',
    () => F.alphaDropout(ones([4]), 0.3, true),
    () => F.alphaDropout(ones([4]), { p: 0.3, training: true }),
    [-1.059548, -1.059548, 1.315045, -1.059548],
  ],
  [
    'init.normal_(w, 1, 0.02)',
    () => init.normal_(zeros([3]), 1, 0.02),
    () => init.normal_(zeros([3]), { mean: 1, std: 0.02 }),
    [1.03082, 0.994131, 0.956424],
  ],
  [
    'init.uniform_(w, -2, 1)',
    () => init.uniform_(zeros([3]), -2, 1),
    () => init.uniform_(zeros([3]), { a: -2, b: 1 }),
    [-0.51123, 0.304665, -1.734568],
  ],
  [
    'init.xavierUniform_(w, 2)',
    () => init.xavierUniform_(zeros([1, 3]), 2),
    () => init.xavierUniform_(zeros([1, 3]), { gain: 2 }),
    [-0.018339, 1.314013, -2.016041],
  ],
  [
    "init.kaimingUniform_(w, 0.5, 'fan_out', 'leaky_relu')",
    () => init.kaimingUniform_(zeros([1, 3]), 0.5, 'fan_out', 'leaky_relu'),
    () => init.kaimingUniform_(zeros([1, 3]), { a: 0.5, mode: 'fan_out' }),
    [-0.016403, 1.175289, -1.803202],
  ],
  [
    'init.truncNormal_(w, 0.5, 0.1, 0.45, 0.7)',
    () => init.truncNormal_(zeros([3]), 0.5, 0.1, 0.45, 0.7),
    () => init.truncNormal_(zeros([3]), { mean: 0.5, std: 0.1, a: 0.45, b: 0.7 }),
    [0.6541, 0.470657, 0.518204],
  ],
  [
    'init.sparse_(w, 0.5, 2)',
    () => init.sparse_(zeros([4, 1]), 0.5, 2),
    () => init.sparse_(zeros([4, 1]), { sparsity: 0.5, std: 2 }),
    [0, 0, -4.357579, 1.136863],
  ],
  [
    'init.orthogonal_(w, 2)',
    () => init.orthogonal_(zeros([2, 2]), 2),
    () => init.orthogonal_(zeros([2, 2]), { gain: 2 }),
    [1.15488, 1.632866, -1.632866, 1.15488],
  ],
  [
    'init.constant_(w, 0.5)',
    () => init.constant_(zeros([2]), 0.5),
    () => init.constant_(zeros([2]), { val: 0.5 }),
    [0.5, 0.5],
  ],
  [
    'init.dirac_(w, 2)',
    () => init.dirac_(zeros([2, 1, 1]), 2),
    () => init.dirac_(zeros([2, 1, 1]), { groups: 2 }),
    [1, 1],
  ],
]

describe('functions take by position what PyTorch takes so, and all of it by name', () => {
  it.each([...activations, ...windows, ...norms, ...others, ...losses, ...drawn])(
    '%s',
    (_, byPosition, byName, values) => {
      manualSeed(0)
      const result = byPosition()
      expectClose(result, values)
      manualSeed(0)
      expect(byName().toArray()).toEqual(result.toArray())
    },
  )

  it('calculateGain, and the limits of gradients', () => {
    // torch.nn.init.calculate_gain('leaky_relu', 0.2)
    expect(init.calculateGain('leaky_relu', 0.2)).toBeCloseTo(1.3867504905630728, 15)
    expect(init.calculateGain('leaky_relu', { param: 0.2 })).toBe(init.calculateGain('leaky_relu', 0.2))
    expect(init.calculateGain('leaky_relu', null)).toBeCloseTo(1.4141428569978354, 15)
    const parameter = ones([2], { requiresGrad: true })
    parameter
      .mul(tensor([3, -4]))
      .sum()
      .backward()
    expect(clipGradNorm_(parameter, { maxNorm: 100 }).item()).toBe(5)
    clipGradValue_(parameter, { clipValue: 3.5 })
    expect(parameter.grad?.toArray()).toEqual([3, -3.5])
  })
})

// As in plain JavaScript, where nobody checks types.
const any = (value: unknown): never => value as never
const more = (...values: unknown[]): [] => values as []
const t = tensor([0.5])

const refused: [call: string, run: () => unknown, error: string][] = [
  [
    'a tensor for a number',
    () => F.leakyRelu(x, any(t)),
    'leakyRelu: negativeSlope must be a number, got a float32 tensor [1]',
  ],
  [
    'a tensor by name',
    () => F.leakyRelu(x, { negativeSlope: any(t) }),
    'leakyRelu: negativeSlope must be a number, got a float32 tensor [1]',
  ],
  [
    'a tensor to fill with',
    () => init.constant_(zeros([2]), any(t)),
    'constant_: val must be a number, got a float32 tensor [1]',
  ],
  ['text for a number', () => F.dropout(x, any('0.5')), "dropout: p must be a number, got '0.5'"],
  ['null for a number', () => init.normal_(zeros([2]), any(null)), 'normal_: mean must be a number, got null'],
  [
    'a spelling of Python',
    () => F.leakyRelu(x, any({ negative_slope: 0.2 })),
    "leakyRelu: there is no option 'negative_slope'; write negativeSlope",
  ],
  ['a misspelt option', () => F.dropout(x, any({ P: 0.2 })), "dropout: there is no option 'P'; write p"],
  [
    'what PyTorch takes by keyword',
    () => F.gelu(x, any('tanh')),
    "gelu: takes 1 argument by position, got 2, beginning with 'tanh' too many; write { approximate: 'tanh' }",
  ],
  [
    'a reduction by position',
    () => F.mseLoss(x, x, any('sum')),
    "mseLoss: takes 2 arguments by position, got 3, beginning with 'sum' too many; write { reduction: 'sum' }",
  ],
  [
    'options that there are none of',
    () => F.tanh(x, ...more({ out: x })),
    "tanh: there is no option 'out'; it takes (input)",
  ],
  ['an array for an input', () => F.relu(any([1, 2])), 'relu: input must be a tensor, got [1, 2]'],
  [
    'a promise for an input',
    () => F.softmax(any(Promise.resolve(x)), 1),
    'softmax: input must be a tensor, got a promise (is an await missing?)',
  ],
  ['no dimension', () => F.softmax(x, any({})), 'softmax: dim is missing; it takes (input, dim, { dtype })'],
  ['an array for a target', () => F.crossEntropy(x, any([0, 1])), 'crossEntropy: target must be a tensor, got [0, 1]'],
  [
    'an array for weights',
    () => F.crossEntropy(x, ints([0, 1]), { weight: any([1, 2, 3, 4]) }),
    'crossEntropy: weight must be a tensor or null, got [1, 2, 3, 4]',
  ],
  [
    'a reduction that is not there',
    () => F.crossEntropy(x, ints([0, 1]), { reduction: any('avg') }),
    "crossEntropy: reduction must be 'none', 'mean' or 'sum', got 'avg'",
  ],
  [
    'a class that is not there',
    () => F.crossEntropy(x, ints([0, 4])),
    'crossEntropy: target 4 is out of range for 4 classes',
  ],
  [
    'targets that are no classes',
    () => F.crossEntropy(x, tensor([0.5, 1])),
    'crossEntropy: targets must be class indices of dtype int64, got float32',
  ],
  [
    'a target of another shape',
    () => F.crossEntropy(x, ints([0])),
    'crossEntropy: a target [1] does not fit an input [2, 4], expected [2]',
  ],
  [
    'a smoothing that is no share',
    () => F.crossEntropy(x, ints([0, 1]), { labelSmoothing: Number.NaN }),
    'crossEntropy: labelSmoothing must lie between 0 and 1, got NaN',
  ],
  [
    'a number for a padding',
    () => F.pad(x, any(1)),
    'pad: pad must be a list of pairs [before, after] of integers, beginning with the last dimension, as [1, 1], got 1',
  ],
  [
    'a padding mode that is not there',
    () => F.pad(x, [1, 1], any('mirror')),
    "pad: mode must be 'constant', 'reflect', 'replicate' or 'circular', got 'mirror'",
  ],
  [
    'text for a window',
    () => F.maxPool2d(f(1, 1, 4, 4), any('2')),
    "maxPool2d: kernelSize must be an integer or a list of integers, as [2, 3], got '2'",
  ],
  [
    'an argument too many',
    () => F.pdist(x, 1, ...more(2)),
    'pdist: takes 2 arguments by position, got 3, beginning with 2 too many; it takes (input, p)',
  ],
  ['a name and a position', () => F.glu(x, 0, any({ dim: 0 })), 'glu: dim is given twice, by position and by name'],
  ['NaN for a share', () => F.dropout(x, Number.NaN), 'dropout: p must lie between 0 and 1, got NaN'],
  ['bounds that are not finite', () => F.rrelu(x, Number.NaN), 'rrelu: lower must be finite, got NaN'],
  [
    'lengths that are no integers',
    () => F.ctcLoss(f(4, 1, 3), ints([[1, 2]]), tensor([4.5]), [2]),
    'ctcLoss: inputLengths must be integers, got float32',
  ],
  [
    'weights of another dtype',
    () =>
      F.embeddingBag(ints([[0, 1]]), f(2, 3), { mode: 'sum', perSampleWeights: ones([1, 2], { dtype: 'float64' }) }),
    "embeddingBag: perSampleWeights must have the weight's dtype float32, got float64",
  ],
  [
    'a slope that is no number',
    () => init.calculateGain('leaky_relu', any(true)),
    'calculateGain: param must be a number or null, got true',
  ],
  [
    'a share of zeros that is none',
    () => init.sparse_(zeros([2, 2]), Number.NaN),
    'sparse_: sparsity must lie between 0 and 1, got NaN',
  ],
  ['a deviation that is none', () => init.normal_(zeros([2]), 0, -1), 'normal_: std must be at least 0, got -1'],
  [
    'bounds in the wrong order',
    () => init.uniform_(zeros([2]), 1, 0),
    'uniform_: the bounds must be finite, the first not above the second, got 1 and 0',
  ],
  [
    'integers to fill',
    () => init.xavierUniform_(ints([[1]])),
    'xavierUniform_: needs a floating-point tensor, got int64',
  ],
  [
    'a module for its parameters',
    () => clipGradNorm_(any({}), 1),
    'clipGradNorm_: parameters must be a tensor or several, as model.parameters(), got {}',
  ],
  [
    'a list with something else',
    () => clipGradValue_(any([t, 1]), 1),
    'clipGradValue_: parameters must be tensors, got 1 at 1',
  ],
  ['nothing to make a vector of', () => parametersToVector([]), 'parametersToVector: needs at least one parameter'],
  [
    'tensors that are no parameters',
    () => vectorToParameters(t, any([t])),
    'vectorToParameters: parameters must be Parameters, got a float32 tensor [1]',
  ],
]

describe('functions refuse what they do not take, and say what to write', () => {
  it.each(refused)('%s', (_, run, error) => {
    expect(run).toThrow(error)
  })
})

describe('errors name the function that was called, not one inside of it', () => {
  const wrong: [string, () => unknown][] = [
    ['softmin', () => F.softmin(x, 5)],
    ['relu6', () => F.relu6(x.to('bool'))],
    ['gumbelSoftmax', () => F.gumbelSoftmax(x, { dim: 5 })],
    ['normalize', () => F.normalize(f(3))],
    ['pairwiseDistance', () => F.pairwiseDistance(x.gt(0), x.gt(0))],
    ['l1Loss', () => F.l1Loss(x, x.gt(0))],
    ['tripletMarginLoss', () => F.tripletMarginLoss(x.gt(0), x.gt(0), x.gt(0))],
    ['hingeEmbeddingLoss', () => F.hingeEmbeddingLoss(ints([1]), ints([1]))],
    ['multilabelSoftMarginLoss', () => F.multilabelSoftMarginLoss(x, x.gt(0))],
    ['scaledDotProductAttention', () => F.scaledDotProductAttention(x, x, x, f(3, 3))],
    ['batchNorm', () => F.batchNorm(x, f(3), null, { training: true })],
    ['instanceNorm', () => F.instanceNorm(f(1, 2, 3), { runningMean: f(3) })],
    ['convTranspose3d', () => F.convTranspose3d(f(1, 1, 2, 2, 2), f(1, 2, 1, 1, 1), f(3))],
    ['lpPool2d', () => F.lpPool2d(f(1, 1, 4, 4), 2, 5)],
    ['maxUnpool2d', () => F.maxUnpool2d(f(1, 1, 1, 1), ints([[[9]]]).unsqueeze(0), 2)],
    ['embeddingBag', () => F.embeddingBag(ints([[7]]), f(2, 3))],
  ]

  it.each(wrong)('%s', (name, run) => {
    expect(run).toThrow(new RegExp(`^${name}: `))
  })
})

describe('losses of differences', () => {
  it('take booleans for 0 and 1 where PyTorch does', () => {
    // F.mse_loss(x, x > 0), F.smooth_l1_loss(x, x > 0, beta=.2)
    expectClose(F.mseLoss(x, x.gt(0)), [0.28125])
    expectClose(F.smoothL1Loss(x, x.gt(0), { beta: 0.2 }), [0.370508])
  })
})

describe('activations in place', () => {
  it('have no gradient where the output does not tell the input', () => {
    const inPlace = (run: (y: Tensor) => Tensor) => (): void =>
      run(tensor([-1.5, 2], { requiresGrad: true }).clone())
        .sum()
        .backward()
    expect(inPlace((y) => F.leakyRelu(y, -2, true))).toThrow('leakyRelu: no gradient in place with negativeSlope -2')
    expect(inPlace((y) => F.elu(y, -2, true))).toThrow('elu: no gradient in place with alpha -2; leave inplace out')
    expect(inPlace((y) => F.celu(y, -2, true))).toThrow('celu: no gradient in place with alpha -2; leave inplace out')
    expect(inPlace((y) => F.leakyRelu(y, 0, true))).not.toThrow()
    expect(inPlace((y) => F.elu(y, -2))).not.toThrow()
  })
})
