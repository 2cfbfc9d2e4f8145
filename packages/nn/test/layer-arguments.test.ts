import * as nn from '@nn/nn'
import { Module } from '@nn/nn'
import { ones, randn, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it, test } from 'vitest'

/** Calls with arguments in PyTorch's positions, and what PyTorch prints of the module. */
const printed: readonly (readonly [make: () => Module, printed: string])[] = [
  [() => new nn.Linear(2, 3, false), 'Linear(in_features=2, out_features=3, bias=False)'],
  [() => new nn.Bilinear(2, 3, 4, false), 'Bilinear(in1_features=2, in2_features=3, out_features=4, bias=False)'],
  [
    () => new nn.Conv1d(3, 8, 3, 2, 1, 1, 1, false, 'reflect'),
    'Conv1d(3, 8, kernel_size=(3,), stride=(2,), padding=(1,), bias=False, padding_mode=reflect)',
  ],
  [() => new nn.Conv2d(3, 8, 3, 2, 1), 'Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))'],
  [
    () => new nn.Conv2d(4, 8, [3, 5], [2, 1], [4, 2], [3, 1], 2, false, 'circular'),
    'Conv2d(4, 8, kernel_size=(3, 5), stride=(2, 1), padding=(4, 2), dilation=(3, 1), groups=2, bias=False, padding_mode=circular)',
  ],
  [
    () => new nn.Conv2d(3, 8, 3, 1, 'same', 2),
    'Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), padding=same, dilation=(2, 2))',
  ],
  [
    () => new nn.Conv3d(4, 8, 3, 2, 1, 2, 4, true, 'replicate'),
    'Conv3d(4, 8, kernel_size=(3, 3, 3), stride=(2, 2, 2), padding=(1, 1, 1), dilation=(2, 2, 2), groups=4, padding_mode=replicate)',
  ],
  [
    () => new nn.ConvTranspose1d(4, 8, 3, 2, 1, 1, 2, false, 1, 'zeros'),
    'ConvTranspose1d(4, 8, kernel_size=(3,), stride=(2,), padding=(1,), output_padding=(1,), groups=2, bias=False)',
  ],
  [
    () => new nn.ConvTranspose2d(16, 33, [3, 5], [2, 1], [4, 2], [1, 0], 1, false, 2),
    'ConvTranspose2d(16, 33, kernel_size=(3, 5), stride=(2, 1), padding=(4, 2), dilation=(2, 2), output_padding=(1, 0), bias=False)',
  ],
  [
    () => new nn.ConvTranspose3d(4, 8, 3, 2, 1, 1, 4),
    'ConvTranspose3d(4, 8, kernel_size=(3, 3, 3), stride=(2, 2, 2), padding=(1, 1, 1), output_padding=(1, 1, 1), groups=4)',
  ],
  [
    () => new nn.MaxPool1d(3, 2, 1, 2, false, true),
    'MaxPool1d(kernel_size=3, stride=2, padding=1, dilation=2, ceil_mode=True)',
  ],
  [() => new nn.MaxPool2d(3, 2, 1), 'MaxPool2d(kernel_size=3, stride=2, padding=1, dilation=1, ceil_mode=False)'],
  [
    () => new nn.MaxPool2d([3, 2], null, 1, 2, true, true),
    'MaxPool2d(kernel_size=(3, 2), stride=(3, 2), padding=1, dilation=2, ceil_mode=True)',
  ],
  [
    () => new nn.MaxPool3d(3, [2, 1, 2], 1),
    'MaxPool3d(kernel_size=3, stride=(2, 1, 2), padding=1, dilation=1, ceil_mode=False)',
  ],
  [() => new nn.MaxUnpool1d(3, 2, 1), 'MaxUnpool1d(kernel_size=(3,), stride=(2,), padding=(1,))'],
  [() => new nn.MaxUnpool2d(3, 2, 1), 'MaxUnpool2d(kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))'],
  [() => new nn.MaxUnpool3d(3, [2, 1, 2]), 'MaxUnpool3d(kernel_size=(3, 3, 3), stride=(2, 1, 2), padding=(0, 0, 0))'],
  [() => new nn.AvgPool1d(3, 2, 1), 'AvgPool1d(kernel_size=(3,), stride=(2,), padding=(1,))'],
  [() => new nn.AvgPool2d(3, 2, 1), 'AvgPool2d(kernel_size=3, stride=2, padding=1)'],
  [() => new nn.AvgPool3d(3, null, 1), 'AvgPool3d(kernel_size=3, stride=3, padding=1)'],
  [() => new nn.LPPool1d(2, 3, 2, true), 'LPPool1d(norm_type=2, kernel_size=3, stride=2, ceil_mode=True)'],
  [
    () => new nn.LPPool2d(1.5, [3, 2], null, true),
    'LPPool2d(norm_type=1.5, kernel_size=(3, 2), stride=None, ceil_mode=True)',
  ],
  [() => new nn.LPPool3d(2, 3, 2), 'LPPool3d(norm_type=2, kernel_size=3, stride=2, ceil_mode=False)'],
  [() => new nn.AdaptiveAvgPool1d(5), 'AdaptiveAvgPool1d(output_size=5)'],
  [() => new nn.AdaptiveAvgPool2d([1, 1]), 'AdaptiveAvgPool2d(output_size=(1, 1))'],
  [() => new nn.AdaptiveAvgPool3d([5, null, 3]), 'AdaptiveAvgPool3d(output_size=(5, None, 3))'],
  [() => new nn.AdaptiveMaxPool1d(5), 'AdaptiveMaxPool1d(output_size=5)'],
  [() => new nn.AdaptiveMaxPool2d([5, null]), 'AdaptiveMaxPool2d(output_size=(5, None))'],
  [() => new nn.AdaptiveMaxPool3d(2), 'AdaptiveMaxPool3d(output_size=2)'],
  [
    () => new nn.BatchNorm1d(8, 1e-4, null, false, false),
    'BatchNorm1d(8, eps=0.0001, momentum=None, affine=False, bias=False, track_running_stats=False)',
  ],
  [
    () => new nn.BatchNorm2d(8, 1e-5, 0.1, true, true),
    'BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)',
  ],
  [
    () => new nn.BatchNorm3d(8, 1e-3, 0.2, false),
    'BatchNorm3d(8, eps=0.001, momentum=0.2, affine=False, bias=False, track_running_stats=True)',
  ],
  [
    () => new nn.InstanceNorm1d(8, 1e-4, 0.2, true, true),
    'InstanceNorm1d(8, eps=0.0001, momentum=0.2, affine=True, bias=True, track_running_stats=True)',
  ],
  [
    () => new nn.InstanceNorm2d(8, 1e-4),
    'InstanceNorm2d(8, eps=0.0001, momentum=0.1, affine=False, bias=False, track_running_stats=False)',
  ],
  [
    () => new nn.InstanceNorm3d(8, 1e-5, 0.1, true),
    'InstanceNorm3d(8, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=False)',
  ],
  [() => new nn.LayerNorm(4, 1e-4, false), 'LayerNorm((4,), eps=0.0001, elementwise_affine=False, bias=False)'],
  [
    () => new nn.LayerNorm([4, 2], 1e-5, true, false),
    'LayerNorm((4, 2), eps=1e-05, elementwise_affine=True, bias=False)',
  ],
  [() => new nn.RMSNorm([4, 2], 1e-4, false), 'RMSNorm((4, 2), eps=0.0001, elementwise_affine=False)'],
  [() => new nn.GroupNorm(2, 4, 1e-4, false), 'GroupNorm(2, 4, eps=0.0001, affine=False, bias=False)'],
  [() => new nn.LocalResponseNorm(2, 1e-3, 0.5, 2.0), 'LocalResponseNorm(2, alpha=0.001, beta=0.5, k=2.0)'],
  [() => new nn.Dropout(0.25, true), 'Dropout(p=0.25, inplace=True)'],
  [() => new nn.Dropout1d(0.25, true), 'Dropout1d(p=0.25, inplace=True)'],
  [() => new nn.Dropout2d(0.25, true), 'Dropout2d(p=0.25, inplace=True)'],
  [() => new nn.Dropout3d(0.25, true), 'Dropout3d(p=0.25, inplace=True)'],
  [() => new nn.AlphaDropout(0.25, true), 'AlphaDropout(p=0.25, inplace=True)'],
  [() => new nn.FeatureAlphaDropout(0.25, true), 'FeatureAlphaDropout(p=0.25, inplace=True)'],
  [() => new nn.ReLU(true), 'ReLU(inplace=True)'],
  [() => new nn.ReLU6(true), 'ReLU6(inplace=True)'],
  [() => new nn.SELU(true), 'SELU(inplace=True)'],
  [() => new nn.SiLU(true), 'SiLU(inplace=True)'],
  [() => new nn.Mish(true), 'Mish(inplace=True)'],
  [() => new nn.LeakyReLU(0.2, true), 'LeakyReLU(negative_slope=0.2, inplace=True)'],
  [() => new nn.ELU(0.5, true), 'ELU(alpha=0.5, inplace=True)'],
  [() => new nn.CELU(0.5, true), 'CELU(alpha=0.5, inplace=True)'],
  [() => new nn.RReLU(0.1, 0.3, true), 'RReLU(lower=0.1, upper=0.3, inplace=True)'],
  [() => new nn.Hardtanh(-1.5, 2.5, true), 'Hardtanh(min_val=-1.5, max_val=2.5, inplace=True)'],
  [() => new nn.Threshold(0.1, 20, true), 'Threshold(threshold=0.1, value=20, inplace=True)'],
  [() => new nn.PReLU(3, 0.1), 'PReLU(num_parameters=3)'],
  [() => new nn.GELU('tanh'), "GELU(approximate='tanh')"],
  [() => new nn.GLU(1), 'GLU(dim=1)'],
  [() => new nn.Hardshrink(0.25), 'Hardshrink(0.25)'],
  [() => new nn.Softshrink(0.25), 'Softshrink(0.25)'],
  [() => new nn.Softplus(2.5, 10.5), 'Softplus(beta=2.5, threshold=10.5)'],
  [() => new nn.Softmax(1), 'Softmax(dim=1)'],
  [() => new nn.Softmin(1), 'Softmin(dim=1)'],
  [() => new nn.LogSoftmax(-1), 'LogSoftmax(dim=-1)'],
  [
    () => new nn.Embedding(10, 3, 0, 2.0, 1.5, true),
    'Embedding(10, 3, padding_idx=0, max_norm=2.0, norm_type=1.5, scale_grad_by_freq=True)',
  ],
  [
    () => new nn.EmbeddingBag(10, 3, 2.0, 1.5, true, 'sum'),
    "EmbeddingBag(10, 3, max_norm=2.0, norm_type=1.5, scale_grad_by_freq=True, mode='sum')",
  ],
  [() => new nn.Flatten(2, 3), 'Flatten(start_dim=2, end_dim=3)'],
  [() => new nn.Unflatten(1, [2, 3]), 'Unflatten(dim=1, unflattened_size=(2, 3))'],
  [() => new nn.Upsample([2, 3]), "Upsample(size=(2, 3), mode='nearest')"],
  [() => new nn.Upsample(null, 2, 'bilinear', true), "Upsample(scale_factor=2.0, mode='bilinear')"],
  [() => new nn.UpsamplingNearest2d(null, 2), "UpsamplingNearest2d(scale_factor=2.0, mode='nearest')"],
  [() => new nn.UpsamplingBilinear2d([2, 3]), "UpsamplingBilinear2d(size=(2, 3), mode='bilinear')"],
  [() => new nn.PixelShuffle(2), 'PixelShuffle(upscale_factor=2)'],
  [() => new nn.PixelUnshuffle(2), 'PixelUnshuffle(downscale_factor=2)'],
  [() => new nn.ChannelShuffle(2), 'ChannelShuffle(groups=2)'],
  [
    () => new nn.Fold([4, 5], [2, 2], 1, 1, 2),
    'Fold(output_size=(4, 5), kernel_size=(2, 2), dilation=1, padding=1, stride=2)',
  ],
  [() => new nn.Unfold([2, 3], 2, 1, 2), 'Unfold(kernel_size=(2, 3), dilation=2, padding=1, stride=2)'],
  [() => new nn.ZeroPad2d([1, 2, 3, 4]), 'ZeroPad2d((1, 2, 3, 4))'],
  [() => new nn.ReflectionPad1d(2), 'ReflectionPad1d((2, 2))'],
  [() => new nn.ReplicationPad3d(1), 'ReplicationPad3d((1, 1, 1, 1, 1, 1))'],
  [() => new nn.CircularPad2d(1), 'CircularPad2d((1, 1, 1, 1))'],
  [() => new nn.ConstantPad2d(1, 3.5), 'ConstantPad2d(padding=(1, 1, 1, 1), value=3.5)'],
  [
    () => new nn.RNN(4, 5, 2, 'relu', false, true, 0.1, true),
    'RNN(4, 5, num_layers=2, bias=False, batch_first=True, dropout=0.1, bidirectional=True)',
  ],
  [() => new nn.LSTM(4, 5, 2), 'LSTM(4, 5, num_layers=2)'],
  [
    () => new nn.LSTM(10, 20, 2, true, true, 0.1, true),
    'LSTM(10, 20, num_layers=2, batch_first=True, dropout=0.1, bidirectional=True)',
  ],
  [() => new nn.LSTM(4, 5, 1, true, false, 0.0, false, 3), 'LSTM(4, 5, proj_size=3)'],
  [
    () => new nn.GRU(4, 5, 2, false, true, 0.1, true),
    'GRU(4, 5, num_layers=2, bias=False, batch_first=True, dropout=0.1, bidirectional=True)',
  ],
  [() => new nn.RNNCell(4, 5, false, 'relu'), 'RNNCell(4, 5, bias=False, nonlinearity=relu)'],
  [() => new nn.LSTMCell(4, 5, false), 'LSTMCell(4, 5, bias=False)'],
  [() => new nn.GRUCell(4, 5, false), 'GRUCell(4, 5, bias=False)'],
  [
    () => new nn.TransformerEncoderLayer(8, 2, 16, 0.2, 'gelu', 1e-4, true, true, false),
    `TransformerEncoderLayer(
  (self_attn): MultiheadAttention(
    (out_proj): NonDynamicallyQuantizableLinear(in_features=8, out_features=8, bias=False)
  )
  (linear1): Linear(in_features=8, out_features=16, bias=False)
  (dropout): Dropout(p=0.2, inplace=False)
  (linear2): Linear(in_features=16, out_features=8, bias=False)
  (norm1): LayerNorm((8,), eps=0.0001, elementwise_affine=True, bias=False)
  (norm2): LayerNorm((8,), eps=0.0001, elementwise_affine=True, bias=False)
  (dropout1): Dropout(p=0.2, inplace=False)
  (dropout2): Dropout(p=0.2, inplace=False)
)`,
  ],
  [
    () => new nn.TransformerDecoderLayer(8, 2, 16, 0.2, 'relu', 1e-4, true, true, false),
    `TransformerDecoderLayer(
  (self_attn): MultiheadAttention(
    (out_proj): NonDynamicallyQuantizableLinear(in_features=8, out_features=8, bias=False)
  )
  (multihead_attn): MultiheadAttention(
    (out_proj): NonDynamicallyQuantizableLinear(in_features=8, out_features=8, bias=False)
  )
  (linear1): Linear(in_features=8, out_features=16, bias=False)
  (dropout): Dropout(p=0.2, inplace=False)
  (linear2): Linear(in_features=16, out_features=8, bias=False)
  (norm1): LayerNorm((8,), eps=0.0001, elementwise_affine=True, bias=False)
  (norm2): LayerNorm((8,), eps=0.0001, elementwise_affine=True, bias=False)
  (norm3): LayerNorm((8,), eps=0.0001, elementwise_affine=True, bias=False)
  (dropout1): Dropout(p=0.2, inplace=False)
  (dropout2): Dropout(p=0.2, inplace=False)
  (dropout3): Dropout(p=0.2, inplace=False)
)`,
  ],
  [
    () => new nn.AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2.0, true),
    `AdaptiveLogSoftmaxWithLoss(
  (head): Linear(in_features=8, out_features=6, bias=True)
  (tail): ModuleList(
    (0): Sequential(
      (0): Linear(in_features=8, out_features=4, bias=False)
      (1): Linear(in_features=4, out_features=6, bias=False)
    )
    (1): Sequential(
      (0): Linear(in_features=8, out_features=2, bias=False)
      (1): Linear(in_features=2, out_features=10, bias=False)
    )
  )
)`,
  ],
]

const weight = ones([3])

/** Calls in PyTorch's positions, and settings that are not printed. */
const settings: readonly (readonly [make: () => Module, settings: object])[] = [
  [() => new nn.AvgPool1d(3, 2, 1, true, false), { ceilMode: true, countIncludePad: false }],
  [() => new nn.AvgPool2d(3, 2, 1, true, false, 5), { ceilMode: true, countIncludePad: false, divisorOverride: 5 }],
  [() => new nn.AvgPool3d(3, 2, 1, true, false, 5), { ceilMode: true, countIncludePad: false, divisorOverride: 5 }],
  [() => new nn.MaxPool2d(3, 2, 1, 1, true, true), { returnIndices: true, ceilMode: true }],
  [() => new nn.AdaptiveMaxPool2d(3, true), { returnIndices: true }],
  [() => new nn.PReLU(3, 0.1), { init: 0.1 }],
  [
    () => new nn.MultiheadAttention(8, 2, 0.1, false, true, true, 6, 7, true),
    { dropout: 0.1, inProjBias: null, addZeroAttn: true, kdim: 6, vdim: 7, batchFirst: true },
  ],
  [() => new nn.Transformer(8, 2, 1, 1, 16, 0.2, 'gelu'), { dModel: 8, nhead: 2 }],
  [() => new nn.NLLLoss(weight), { weight }],
  [() => new nn.CrossEntropyLoss(weight), { weight }],
  [() => new nn.BCELoss(weight), { weight }],
  [() => new nn.BCEWithLogitsLoss(weight), { weight }],
  [() => new nn.MultiLabelSoftMarginLoss(weight), { weight }],
  [() => new nn.MultiMarginLoss(2, 0.5, weight), { p: 2, margin: 0.5, weight }],
  [() => new nn.HuberLoss('sum', 2), { reduction: 'sum', delta: 2 }],
  [() => new nn.CTCLoss(1, 'sum', true), { blank: 1, reduction: 'sum', zeroInfinity: true }],
  [() => new nn.TripletMarginLoss(2, 1, 1e-5, true), { margin: 2, p: 1, eps: 1e-5, swap: true }],
  [() => new nn.PoissonNLLLoss(false, true), { logInput: false, full: true }],
  [() => new nn.CosineEmbeddingLoss(0.5), { margin: 0.5 }],
  [() => new nn.HingeEmbeddingLoss(0.5), { margin: 0.5 }],
  [() => new nn.MarginRankingLoss(0.5), { margin: 0.5 }],
  [() => new nn.CosineSimilarity(2, 1e-6), { dim: 2, eps: 1e-6 }],
  [() => new nn.PairwiseDistance(1, 1e-5, true), { norm: 1, eps: 1e-5, keepdim: true }],
]

const source = (make: () => unknown): string => String(make).replace(/^\(\) => new (\w+\.)?(\w+\.)?/, 'new ')

describe("arguments in PyTorch's positions", () => {
  test.each(printed.map(([make, expected]) => [source(make), make, expected] as const))('%s', (_, make, expected) => {
    expect(String(make())).toBe(expected)
  })

  test.each(settings.map(([make, expected]) => [source(make), make, expected] as const))('%s', (_, make, expected) => {
    const module = make()
    for (const [name, value] of Object.entries(expected)) expect(Reflect.get(module, name)).toBe(value)
  })

  it('go by name too, and mixed', () => {
    const expected = 'Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), bias=False)'
    expect(String(new nn.Conv2d(3, 8, 3, { stride: 2, padding: 1, bias: false }))).toBe(expected)
    expect(String(new nn.Conv2d(3, 8, 3, 2, { padding: 1, bias: false }))).toBe(expected)
    expect(String(new nn.LeakyReLU({ negativeSlope: 0.2 }))).toBe('LeakyReLU(negative_slope=0.2)')
    expect(String(new nn.LogSoftmax({ dim: 1 }))).toBe('LogSoftmax(dim=1)')
    expect(new nn.Linear(2, 3, false, { dtype: 'float64' }).weight.dtype).toBe('float64')
  })

  it('keep their types: indices are given where they are asked for', () => {
    const pooled: Tensor = new nn.MaxPool1d(2).forward(ones([1, 1, 4]))
    const { indices } = new nn.MaxPool1d(2, { returnIndices: true }).forward(ones([1, 1, 4]))
    const { values } = new nn.MaxPool1d(2, 2, 0, 1, true).forward(ones([1, 1, 4]))
    expect([pooled.shape, indices.shape, values.shape]).toEqual([
      [1, 1, 2],
      [1, 1, 2],
      [1, 1, 2],
    ])
  })
})

type Constructor = new (...args: unknown[]) => Module

/** All layers and losses, with first arguments that they take. */
const first: Readonly<Record<string, readonly unknown[]>> = {
  AdaptiveLogSoftmaxWithLoss: [8, 20, [4]],
  Bilinear: [2, 2, 2],
  Threshold: [1, 2],
  TransformerDecoder: [new nn.TransformerDecoderLayer(2, 1, 2), 1],
  TransformerEncoder: [new nn.TransformerEncoderLayer(2, 1, 2), 1],
  Unflatten: [1, [1, 2]],
}

/** How many numbers a layer must be given. */
const sizes: readonly (readonly [names: RegExp, count: number])[] = [
  [/^Conv/, 3],
  [/^(Linear|.*Cell|RNN|LSTM|GRU|Embedding|EmbeddingBag|GroupNorm|MultiheadAttention|Transformer.*Layer)$/, 2],
  [/^(Fold|LPPool.d|ConstantPad.d)$/, 2],
  [/Norm|[Pp]ool|^(Unfold|Pixel.*|ChannelShuffle|.*Pad.d)$/, 1],
]

const layers = Object.entries(nn as unknown as Record<string, Constructor>).filter(
  ([name, value]) =>
    typeof value === 'function' &&
    value.prototype instanceof Module &&
    !/^(Identity|Sequential|Module|Parameter|Indexed|Keyed|ConvolutionLayer|EmbeddingTable|.*Base$)/.test(name),
)

describe.each(layers)('%s', (name, Layer) => {
  const count = sizes.find(([names]) => names.test(name))?.[1] ?? 0
  const given = first[name] ?? new Array(count).fill(2)
  const make = (...args: unknown[]) => new Layer(...given, ...args)

  it('refuses options that it does not have', () => {
    expect(() => make({ nonsense: 1 })).toThrow(`${name}: there is no option 'nonsense'`)
    expect(() => make({ in_features: 1 })).toThrow(`${name}: there is no option 'in_features'`)
  })

  it('refuses more arguments than it takes', () => {
    const many = [...new Array(11).fill(undefined), 0]
    expect(() => make(...many)).toThrow(
      new RegExp(`^${name}: takes \\d+ arguments? by position, got ${given.length + 12}`),
    )
  })

  it.each(given.map((_, i) => i))('says that argument %i is missing', (i) => {
    expect(() => new Layer(...given.slice(0, i))).toThrow(new RegExp(`^${name}: \\w+ is missing; it takes \\(`))
  })

  it('refuses arguments of another kind', () => {
    class Stranger {}
    for (let i = 0; i < given.length; i++) {
      const args = given.map((value, j) => (j === i ? new Stranger() : value))
      expect(() => new Layer(...args)).toThrow(new RegExp(`^${name}: \\w+ must be .*, got a Stranger$`))
    }
  })
})

describe('what is no value of its kind is refused', () => {
  const js = nn as unknown as Record<string, Constructor>
  test.each<[string, unknown[], string]>([
    ['Linear', ['2', 3], "Linear: inFeatures must be an integer, got '2'"],
    ['Linear', [2, 3, 0], 'Linear: bias must be true or false, got 0'],
    ['Linear', [undefined, 3], 'Linear: inFeatures is missing; it takes (inFeatures, outFeatures, bias, { dtype })'],
    ['Linear', [2, 3, true, 'float64'], "write { dtype: 'float64' }"],
    [
      'Linear',
      [2, 3, { dtype: 'float' }],
      "Linear: dtype must be one of bool, uint8, int32, int64, float32, float64, got 'float'",
    ],
    ['Conv2d', [1, 1], 'Conv2d: kernelSize is missing; it takes (inChannels, outChannels, kernelSize, stride, '],
    ['Conv2d', [1, 1, 3, { padding: 'full' }], "Conv2d: padding must be numbers, 'same' or 'valid', got 'full'"],
    ['ConvTranspose2d', [1, 1, 3, { paddingMode: 'reflect' }], "paddingMode must be 'zeros', got 'reflect'"],
    ['BatchNorm1d', [3, '1e-5'], "BatchNorm1d: eps must be a number, got '1e-5'"],
    ['Dropout', [ones([])], 'Dropout: p must be a number, got a float32 tensor []'],
    ['Dropout', [Number.NaN], 'Dropout: p must lie between 0 and 1, got NaN'],
    ['LSTM', [2, 3, { numLayers: 2, dropout: Number.NaN }], 'LSTM: p must lie between 0 and 1, got NaN'],
    ['LeakyReLU', ['0.1'], "LeakyReLU: negativeSlope must be a number, got '0.1'"],
    ['LeakyReLU', [{ negative_slope: 0.1 }], 'write negativeSlope'],
    ['ReLU', [1], 'ReLU: inplace must be true or false, got 1'],
    ['Softmax', [], 'Softmax: dim is missing; it takes (dim)'],
    ['GELU', ['erf'], "GELU: approximate must be 'none' or 'tanh', got 'erf'"],
    ['Embedding', [10, 3, '0'], "Embedding: paddingIdx must be an integer or null, got '0'"],
    ['CrossEntropyLoss', [[1, 2]], 'CrossEntropyLoss: weight must be a tensor or null, got [1, 2]'],
    [
      'MSELoss',
      ['sum'],
      "MSELoss: takes 0 arguments by position, got 1, beginning with 'sum' too many; write { reduction: 'sum' }",
    ],
    ['GaussianNLLLoss', [true], 'write { full: true }'],
    ['SmoothL1Loss', ['mean', 1], 'SmoothL1Loss: takes 0 arguments by position'],
    ['Sigmoid', [{ inplace: true }], "Sigmoid: there is no option 'inplace'; it takes ()"],
    ['Transformer', [8, 3], 'Transformer: dModel 8 must be divisible by nhead 3'],
  ])('new %s(%o)', (name, args, message) => {
    expect(() => new (js[name] as Constructor)(...args)).toThrow(message)
  })

  it("names a class of one's own", () => {
    class Head extends nn.Linear {}
    expect(() => new Head(2, 3, 0 as never)).toThrow('Head: bias must be true or false, got 0')
  })
})

describe('forward', () => {
  const wrong = [1, 2] as unknown as Tensor

  test.each(
    printed
      .slice(0, 1)
      .concat(printed.filter(([make]) => 'forward' in make()).slice(1))
      .map(([make]) => [source(make), make] as const),
  )('of %s refuses what is no tensor, in the name of the layer', (_, make) => {
    const layer = make() as unknown as { forward(...inputs: unknown[]): unknown }
    expect(() => layer.forward([1, 2])).toThrow(
      new RegExp(`^${layer.constructor.name}: \\w+ must be a tensor, got \\[1, 2\\]$`),
    )
    expect(() => layer.forward(Promise.resolve(ones([2])))).toThrow(
      'must be a tensor, got a promise (is an await missing?)',
    )
  })

  it('refuses more than it takes', () => {
    const [layer, x] = [new nn.Linear(2, 3), ones([1, 2])]
    expect(() => layer.forward(x, ...([x] as unknown as []))).toThrow(
      'Linear: takes 1 argument by position, got 2, beginning with a float32 tensor [1, 2] too many; it takes (input)',
    )
    expect(() => new nn.LSTM(2, 3).forward(x, wrong as never)).toThrow(
      'LSTM: initial must be a pair of tensors, as [h, c] or null, got [1, 2]',
    )
    expect(() => new nn.MSELoss().forward(x, 1 as unknown as Tensor)).toThrow('MSELoss: target must be a tensor, got 1')
  })

  it("takes masks in PyTorch's positions", () => {
    const [x, mask] = [randn([5, 1, 8]), nn.Transformer.generateSquareSubsequentMask(5)]
    const encoderLayer = new nn.TransformerEncoderLayer(8, 2, 16, 0)
    expect(encoderLayer.forward(x, mask).toArray()).toEqual(encoderLayer.forward(x, { srcMask: mask }).toArray())
    const encoder = new nn.TransformerEncoder(encoderLayer, 2, new nn.LayerNorm(8))
    expect(encoder.forward(x, mask).toArray()).toEqual(encoder.forward(x, { srcMask: mask }).toArray())
    const transformer = new nn.Transformer(8, 2, 1, 1, 16, 0)
    const masked = transformer.forward(x, x, mask, mask, mask)
    expect(masked.toArray()).toEqual(
      transformer.forward(x, x, { srcMask: mask, tgtMask: mask, memoryMask: mask }).toArray(),
    )
    const attention = new nn.MultiheadAttention(8, 2)
    expect(attention.forward(x, x, x, null, false, mask)[1]).toBeNull()
  })

  it("takes offsets of bags and the size of unpooled images in PyTorch's positions", () => {
    const bag = new nn.EmbeddingBag(10, 3)
    expect(bag.forward(tensor([1, 2, 4]), tensor([0, 2])).shape).toEqual([2, 3])
    const { values, indices } = new nn.MaxPool1d(2, { returnIndices: true }).forward(randn([1, 1, 5]))
    expect(new nn.MaxUnpool1d(2).forward(values, indices, [5]).shape).toEqual([1, 1, 5])
  })
})

describe('the activation of a transformer', () => {
  it('may be a layer, which is a part of it', () => {
    const layer = new nn.TransformerEncoderLayer(8, 2, 16, 0.1, new nn.GELU())
    expect(String(layer)).toContain(
      "  (dropout2): Dropout(p=0.1, inplace=False)\n  (activation): GELU(approximate='none')\n)",
    )
    expect(Object.keys(new nn.TransformerEncoderLayer(8, 2, 16, 0.1, new nn.PReLU()).stateDict()).at(-1)).toBe(
      'activation.weight',
    )
  })

  it('computes the same as a layer, a function or a name', () => {
    const [x, memory] = [randn([5, 1, 8]), zeros([3, 1, 8])]
    for (const Layer of [nn.TransformerEncoderLayer, nn.TransformerDecoderLayer]) {
      const named = new Layer(8, 2, 16, 0, 'gelu')
      for (const activation of [new nn.GELU(), nn.functional.gelu]) {
        const other = new Layer(8, 2, 16, 0, activation)
        other.loadStateDict(named.stateDict())
        const run = (layer: Module) => (layer.forward as (...inputs: Tensor[]) => Tensor).call(layer, x, memory)
        if (Layer === nn.TransformerDecoderLayer) expect(run(other).toArray()).toEqual(run(named).toArray())
        else
          expect((other as nn.TransformerEncoderLayer).forward(x).toArray()).toEqual(
            (named as nn.TransformerEncoderLayer).forward(x).toArray(),
          )
      }
    }
  })
})
