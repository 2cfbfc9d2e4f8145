import {
  AdaptiveAvgPool2d,
  AvgPool2d,
  BatchNorm1d,
  BatchNorm2d,
  Conv1d,
  Conv2d,
  ConvTranspose2d,
  Dropout,
  Dropout2d,
  ELU,
  Embedding,
  Flatten,
  GELU,
  GRU,
  GroupNorm,
  Hardswish,
  InstanceNorm2d,
  type Layer,
  LayerNorm,
  LeakyReLU,
  Linear,
  LogSoftmax,
  LSTM,
  MaxPool2d,
  Module,
  MultiheadAttention,
  PReLU,
  ReLU,
  RNN,
  Sequential,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  Tanh,
  TransformerEncoderLayer,
} from '@nn/nn'
import { manualSeed, randint, randn, type Tensor } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { fromEncoded } from './from-encoded'
import { expectBits, expectGradient, expectValues } from './matchers'

/** A module made from a seed, what it gave for an input, and the gradients for a cotangent. */
interface ModuleCase {
  readonly module: string
  readonly seed: number
  readonly train: boolean
  readonly state_dict: Readonly<Record<string, EncodedTensor>>
  readonly x: EncodedTensor
  readonly y: EncodedTensor
  readonly cotangent: EncodedTensor
  /** Null for indices, which have none. */
  readonly x_grad: EncodedTensor | null
  readonly param_grads: Readonly<Record<string, EncodedTensor>>
  readonly state_dict_after: Readonly<Record<string, EncodedTensor>>
  readonly repr: string
}

/** The first output of a recurrent network. */
class LastOut extends Module {
  m: Module & { forward(input: Tensor): readonly [Tensor, ...unknown[]] }

  constructor(m: LastOut['m']) {
    super()
    this.m = m
  }

  forward(input: Tensor): Tensor {
    return this.m.forward(input)[0]
  }
}

/** Attention of a sequence to itself. */
class Self extends Module {
  m = new MultiheadAttention(8, 2, { batchFirst: true })

  forward(input: Tensor): Tensor {
    return this.m.forward(input, input, input, { needWeights: false })[0]
  }
}

const makers: Readonly<Record<string, () => Layer>> = {
  'Linear(5,3)': () => new Linear(5, 3),
  'Linear(5,3,bias=False)': () => new Linear(5, 3, { bias: false }),
  'Sequential(Linear(8,6),ReLU(),Linear(6,4),ReLU(),Linear(4,3),LogSoftmax(dim=1))': () =>
    new Sequential(
      new Linear(8, 6),
      new ReLU(),
      new Linear(6, 4),
      new ReLU(),
      new Linear(4, 3),
      new LogSoftmax({ dim: 1 }),
    ),
  'Sequential(Linear(20,16),Dropout(0.5),Sigmoid(),Linear(16,2))': () =>
    new Sequential(new Linear(20, 16), new Dropout(0.5), new Sigmoid(), new Linear(16, 2)),
  'Conv2d(3,4,3,padding=1,stride=2)': () => new Conv2d(3, 4, 3, { padding: 1, stride: 2 }),
  'Conv2d(4,6,3,groups=2,dilation=2,bias=False)': () => new Conv2d(4, 6, 3, { groups: 2, dilation: 2, bias: false }),
  'Conv1d(3,5,4,padding=2)': () => new Conv1d(3, 5, 4, { padding: 2 }),
  'ConvTranspose2d(3,2,3,stride=2,padding=1,output_padding=1)': () =>
    new ConvTranspose2d(3, 2, 3, { stride: 2, padding: 1, outputPadding: 1 }),
  'BatchNorm1d(4)': () => new BatchNorm1d(4),
  'BatchNorm2d(3)': () => new BatchNorm2d(3),
  'Dropout(0.3)': () => new Dropout(0.3),
  'Dropout2d(0.3)': () => new Dropout2d(0.3),
  'LayerNorm((4,5))': () => new LayerNorm([4, 5]),
  'GroupNorm(2,6)': () => new GroupNorm(2, 6),
  'InstanceNorm2d(3)': () => new InstanceNorm2d(3),
  'PReLU()': () => new PReLU(),
  'Embedding(10,4)': () => new Embedding(10, 4),
  'Embedding(10,4,padding_idx=3)': () => new Embedding(10, 4, { paddingIdx: 3 }),
  'MaxPool2d(3,stride=2,padding=1)': () => new MaxPool2d(3, { stride: 2, padding: 1 }),
  'AvgPool2d(2,ceil_mode=True)': () => new AvgPool2d(2, { ceilMode: true }),
  'AdaptiveAvgPool2d((3,2))': () => new AdaptiveAvgPool2d([3, 2]),
  'Flatten()': () => new Flatten(),
  'Softmax(dim=1)': () => new Softmax({ dim: 1 }),
  'Tanh()': () => new Tanh(),
  'GELU()': () => new GELU(),
  'LeakyReLU(0.2)': () => new LeakyReLU(0.2),
  'ELU()': () => new ELU(),
  'SiLU()': () => new SiLU(),
  'Softplus()': () => new Softplus(),
  'Hardswish()': () => new Hardswish(),
  'output of LSTM(4,5,batch_first=True)': () => new LastOut(new LSTM(4, 5, { batchFirst: true })),
  'output of GRU(4,5,batch_first=True)': () => new LastOut(new GRU(4, 5, { batchFirst: true })),
  'output of RNN(4,5,batch_first=True)': () => new LastOut(new RNN(4, 5, { batchFirst: true })),
  'self-attention of MultiheadAttention(8,2,batch_first=True)': () => new Self(),
  'TransformerEncoderLayer(8,2,16,dropout=0.0,batch_first=True)': () =>
    new TransformerEncoderLayer(8, 2, { dimFeedforward: 16, dropout: 0, batchFirst: true }),
}

const cases = readFixture<ModuleCase[]>('modules.json').map((testCase) => ({
  ...testCase,
  mode: testCase.train ? 'training' : 'in use',
}))

function make({ module, seed, train }: ModuleCase): Layer {
  manualSeed(seed)
  const maker = makers[module]
  if (maker === undefined) throw new Error(`nobody makes a ${module}`)
  const made = maker()
  made.train(train)
  return made
}

/** The input as PyTorch drew it, after the module's parameters from the same stream. */
function draw({ x }: ModuleCase): Tensor {
  return x.dtype === 'int64' ? randint(0, 10, x.shape) : randn(x.shape, { requiresGrad: true })
}

describe.each(cases)('$module ($mode), made from a seed', (testCase) => {
  it('has the initial state that PyTorch gives it, bit for bit', () => {
    const state = make(testCase).stateDict()
    expect(Object.keys(state)).toEqual(Object.keys(testCase.state_dict))
    for (const [name, values] of Object.entries(testCase.state_dict)) expectBits(state[name] as Tensor, values)
  })

  it('has the output, the gradients and the state after of PyTorch', () => {
    const module = make(testCase)
    const x = draw(testCase)
    expectBits(x, testCase.x)
    const y = module.forward(x)
    expectValues(y, testCase.y)
    y.mul(fromEncoded(testCase.cotangent)).sum().backward()
    if (testCase.x_grad !== null) expectGradient(x.grad as Tensor, testCase.x_grad)
    const parameters = module.namedParameters()
    expect(parameters.map(([name]) => name)).toEqual(Object.keys(testCase.param_grads))
    for (const [name, parameter] of parameters) {
      expectGradient(parameter.grad as Tensor, testCase.param_grads[name] as EncodedTensor)
    }
    const after = module.stateDict()
    expect(Object.keys(after)).toEqual(Object.keys(testCase.state_dict_after))
    for (const [name, values] of Object.entries(testCase.state_dict_after)) expectValues(after[name] as Tensor, values)
  })

  it('prints as PyTorch prints it', () => {
    expect(String(make(testCase))).toBe(testCase.repr)
  })
})
