import { functional } from '@nn/nn'
import type { Tensor } from '@nn/tensor'
import { type Adapters, adaptEach } from './adapter'

/** Activations without settings. */
const plain: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  'nn.functional.hardsigmoid': functional.hardsigmoid,
  'nn.functional.hardswish': functional.hardswish,
  'nn.functional.logsigmoid': functional.logsigmoid,
  'nn.functional.mish': functional.mish,
  'nn.functional.relu': functional.relu,
  'nn.functional.relu6': functional.relu6,
  'nn.functional.selu': functional.selu,
  'nn.functional.silu': functional.silu,
  'nn.functional.softsign': functional.softsign,
  'nn.functional.tanhshrink': functional.tanhshrink,
}

type AlongDim = (x: Tensor, dim: number, options: object) => Tensor

/** Softmax and its kin, along a dimension. */
const alongDim: Readonly<Record<string, AlongDim>> = {
  log_softmax: functional.logSoftmax,
  softmax: functional.softmax,
  'nn.functional.softmin': functional.softmin,
}

/** The activations of torch.nn.functional. */
export const activations: Adapters = {
  ...adaptEach(plain, (f) => (c) => f(c.tensor(0))),
  ...adaptEach(alongDim, (f) => (c) => f(c.tensor(0), c.number(1, 'dim'), c.options({ dtype: ['dtype', 2] }))),
  'nn.functional.celu': (c) => functional.celu(c.tensor(0), c.options({ alpha: ['alpha', 1] })),
  'nn.functional.elu': (c) => functional.elu(c.tensor(0), c.options({ alpha: ['alpha', 1] })),
  'nn.functional.gelu': (c) => functional.gelu(c.tensor(0), c.options({ approximate: ['approximate', 1] })),
  'nn.functional.glu': (c) => functional.glu(c.tensor(0), c.number(1, 'dim', -1)),
  'nn.functional.hardshrink': (c) => functional.hardshrink(c.tensor(0), c.options({ lambd: ['lambd', 1] })),
  'nn.functional.hardtanh': (c) =>
    functional.hardtanh(c.tensor(0), c.options({ minVal: ['min_val', 1], maxVal: ['max_val', 2] })),
  'nn.functional.leaky_relu': (c) =>
    functional.leakyRelu(c.tensor(0), c.options({ negativeSlope: ['negative_slope', 1] })),
  'nn.functional.prelu': (c) => functional.prelu(c.tensor(0), c.tensor(1, 'weight')),
  'nn.functional.softplus': (c) =>
    functional.softplus(c.tensor(0), c.options({ beta: ['beta', 1], threshold: ['threshold', 2] })),
  'nn.functional.softshrink': (c) => functional.softshrink(c.tensor(0), c.options({ lambd: ['lambd', 1] })),
  'nn.functional.threshold': (c) => functional.threshold(c.tensor(0), c.number(1, 'threshold'), c.number(2, 'value')),
}
