import { ones, randn, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, test } from 'vitest'
import {
  BatchNorm1d,
  functional as F,
  GRUCell,
  Linear,
  LSTM,
  LSTMCell,
  RNNCell,
  TransformerEncoderLayer,
} from '../src/index'

const leaf = (...shape: number[]): Tensor => randn(shape, { requiresGrad: true })
const x = leaf(2, 4)
const sequences = leaf(2, 4, 6)
const images = leaf(2, 4, 6, 6)
const batchFirst = leaf(2, 6, 4)
const weight = leaf(3, 4)
const labels = tensor([1, 2])
const targets = x.detach()
const probabilities = x.detach().sigmoid()
const signs = x.detach().sign()

// What PyTorch calls the gradFn of the same call.
const names: readonly (readonly [string, () => Tensor, string])[] = [
  ['relu6', () => F.relu6(x), 'HardtanhBackward0'],
  ['elu', () => F.elu(x), 'EluBackward0'],
  ['selu', () => F.selu(x), 'EluBackward0'],
  ['celu', () => F.celu(x), 'CeluBackward0'],
  ['gelu', () => F.gelu(x), 'GeluBackward0'],
  ['silu', () => F.silu(x), 'SiluBackward0'],
  ['mish', () => F.mish(x), 'MishBackward0'],
  ['softplus', () => F.softplus(x), 'SoftplusBackward0'],
  ['softsign', () => F.softsign(x), 'DivBackward0'],
  ['tanhshrink', () => F.tanhshrink(x), 'SubBackward0'],
  ['hardswish', () => F.hardswish(x), 'HardswishBackward0'],
  ['hardsigmoid', () => F.hardsigmoid(x), 'HardsigmoidBackward0'],
  ['logsigmoid', () => F.logsigmoid(x), 'LogSigmoidBackward0'],
  ['hardshrink', () => F.hardshrink(x), 'HardshrinkBackward0'],
  ['softshrink', () => F.softshrink(x), 'SoftshrinkBackward0'],
  ['leakyRelu', () => F.leakyRelu(x), 'LeakyReluBackward0'],
  ['glu', () => F.glu(x), 'GluBackward0'],
  ['prelu', () => F.prelu(x, tensor([0.25])), 'PreluKernelBackward0'],
  ['threshold', () => F.threshold(x, 0.1, 20), 'ThresholdBackward0'],
  ['logSoftmax', () => F.logSoftmax(x, 1), 'LogSoftmaxBackward0'],
  ['softmin', () => F.softmin(x, 1), 'SoftmaxBackward0'],
  ['dropout', () => F.dropout(x), 'MulBackward0'],
  ['Linear', () => new Linear(4, 3).forward(x), 'AddmmBackward0'],
  ['conv1d', () => F.conv1d(sequences, leaf(3, 4, 3)), 'ConvolutionBackward0'],
  ['conv2d', () => F.conv2d(images, leaf(3, 4, 3, 3)), 'ConvolutionBackward0'],
  ['conv2d of one image', () => F.conv2d(images.at(0), leaf(3, 4, 3, 3)), 'SqueezeBackward1'],
  ['convTranspose2d', () => F.convTranspose2d(images, leaf(4, 3, 3, 3)), 'ConvolutionBackward0'],
  ['maxPool1d', () => F.maxPool1d(sequences, 2), 'SqueezeBackward1'],
  ['maxPool2d', () => F.maxPool2d(images, 2), 'MaxPool2DWithIndicesBackward0'],
  ['avgPool1d', () => F.avgPool1d(sequences, 2), 'SqueezeBackward1'],
  ['avgPool2d', () => F.avgPool2d(images, 2), 'AvgPool2DBackward0'],
  ['adaptiveAvgPool2d', () => F.adaptiveAvgPool2d(images, 2), 'AdaptiveAvgPool2DBackward0'],
  ['adaptiveMaxPool2d', () => F.adaptiveMaxPool2d(images, 2), 'AdaptiveMaxPool2DBackward0'],
  ['BatchNorm1d', () => new BatchNorm1d(4).forward(x), 'NativeBatchNormBackward0'],
  ['BatchNorm1d in use', () => new BatchNorm1d(4).eval().forward(x), 'NativeBatchNormBackward0'],
  ['layerNorm', () => F.layerNorm(x, [4]), 'NativeLayerNormBackward0'],
  ['groupNorm', () => F.groupNorm(images, 2), 'NativeGroupNormBackward0'],
  ['localResponseNorm', () => F.localResponseNorm(images, 2), 'DivBackward0'],
  ['embedding', () => F.embedding(labels, weight), 'EmbeddingBackward0'],
  ['normalize', () => F.normalize(x), 'DivBackward0'],
  ['cosineSimilarity', () => F.cosineSimilarity(x, targets), 'SumBackward1'],
  ['mseLoss', () => F.mseLoss(x, targets), 'MseLossBackward0'],
  ['mseLoss of each element', () => F.mseLoss(x, targets, { reduction: 'none' }), 'MseLossBackward0'],
  ['l1Loss', () => F.l1Loss(x, targets), 'MeanBackward0'],
  ['smoothL1Loss', () => F.smoothL1Loss(x, targets), 'SmoothL1LossBackward0'],
  ['huberLoss', () => F.huberLoss(x, targets), 'HuberLossBackward0'],
  ['nllLoss', () => F.nllLoss(x, labels), 'NllLossBackward0'],
  ['nllLoss of images', () => F.nllLoss(images, zeros([2, 6, 6], { dtype: 'int64' })), 'NllLoss2DBackward0'],
  ['crossEntropy', () => F.crossEntropy(x, labels), 'NllLossBackward0'],
  ['crossEntropy, smoothed', () => F.crossEntropy(x, labels, { labelSmoothing: 0.1 }), 'AddBackward0'],
  ['binaryCrossEntropy', () => F.binaryCrossEntropy(x.sigmoid(), probabilities), 'BinaryCrossEntropyBackward0'],
  [
    'binaryCrossEntropyWithLogits',
    () => F.binaryCrossEntropyWithLogits(x, probabilities),
    'BinaryCrossEntropyWithLogitsBackward0',
  ],
  ['klDiv', () => F.klDiv(x, probabilities, { reduction: 'sum' }), 'SumBackward0'],
  ['gaussianNllLoss', () => F.gaussianNllLoss(x, targets, ones([2, 4])), 'MeanBackward0'],
  ['marginRankingLoss', () => F.marginRankingLoss(x, targets, signs), 'MeanBackward0'],
  ['multiMarginLoss', () => F.multiMarginLoss(x, labels), 'MultiMarginLossBackward0'],
  ['softMarginLoss', () => F.softMarginLoss(x, signs), 'SoftMarginLossBackward0'],
  ['pad', () => F.pad(x, [1, 1]), 'ConstantPadNdBackward0'],
  ['pad, reflected', () => F.pad(images, [1, 1, 1, 1], { mode: 'reflect' }), 'ReflectionPad2DBackward0'],
  ['pad, replicated', () => F.pad(sequences, [1, 1], { mode: 'replicate' }), 'ReplicationPad1DBackward0'],
  ['pixelShuffle', () => F.pixelShuffle(images, 2), 'PixelShuffleBackward0'],
  ['unfold', () => F.unfold(images, 2), 'Im2ColBackward0'],
  ['fold', () => F.fold(leaf(2, 16, 25), [6, 6], 2), 'Col2ImBackward0'],
  ['interpolate', () => F.interpolate(images, { scaleFactor: 2 }), 'UpsampleNearest2DBackward0'],
  ['interpolate, linear', () => F.interpolate(sequences, { size: 4, mode: 'linear' }), 'UpsampleLinear1DBackward0'],
  ['rmsNorm', () => F.rmsNorm(x, [4]), 'MulBackward0'],
  ['alphaDropout', () => F.alphaDropout(x, { training: true }), 'AddBackward0'],
  ['rrelu', () => F.rrelu(x), 'RreluWithNoiseBackward0'],
  ['gumbelSoftmax', () => F.gumbelSoftmax(x), 'SoftmaxBackward0'],
  ['gumbelSoftmax, hard', () => F.gumbelSoftmax(x, { hard: true }), 'AddBackward0'],
  ['pdist', () => F.pdist(x), 'PdistBackward0'],
  ['lpPool2d', () => F.lpPool2d(images, 2, 2), 'PowBackward0'],
  ['embeddingBag', () => F.embeddingBag(labels.unsqueeze(0), weight), 'EmbeddingBagBackward0'],
  ['tripletMarginWithDistanceLoss', () => F.tripletMarginWithDistanceLoss(x, x, x), 'MeanBackward0'],
  ['ctcLoss', () => F.ctcLoss(leaf(3, 4).logSoftmax(1), labels, [3], [2], { reduction: 'none' }), 'SqueezeBackward1'],
  ['ctcLoss, reduced', () => F.ctcLoss(leaf(3, 1, 4).logSoftmax(2), labels, [3], [2]), 'MeanBackward0'],
  ['channelShuffle', () => F.channelShuffle(images, 2), 'ChannelShuffleBackward0'],
  ['gridSample', () => F.gridSample(images, zeros([2, 3, 3, 2])), 'GridSampler2DBackward0'],
  ['affineGrid', () => F.affineGrid(leaf(2, 2, 3), [2, 1, 3, 3]), 'AffineGridGeneratorBackward0'],
  ['LSTM', () => new LSTM(4, 3, { batchFirst: true }).forward(batchFirst)[0], 'TransposeBackward0'],
  ['LSTMCell', () => new LSTMCell(4, 3).forward(x)[0], 'MulBackward0'],
  ['GRUCell', () => new GRUCell(4, 3).forward(x), 'AddBackward0'],
  ['RNNCell', () => new RNNCell(4, 3).forward(x), 'TanhBackward0'],
  ['TransformerEncoderLayer', () => encode(), 'NativeLayerNormBackward0'],
]

const encode = (): Tensor =>
  new TransformerEncoderLayer(4, 2, { dimFeedforward: 8, batchFirst: true }).forward(batchFirst)

describe('gradFn has the name that PyTorch gives it', () => {
  test.each(names)('%s', (_, make, name) => {
    expect(make().gradFn?.name).toBe(name)
  })
})
