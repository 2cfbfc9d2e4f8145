import { cat, linear, matmul, nllLoss, ones, stack, type Tensor, tensor, where } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import '../src/index'

const leaf = (...shape: number[]): Tensor => ones(shape, { requiresGrad: true })
const x = leaf(2, 3)
const y = leaf(2, 3)
const v = leaf(3)
const stacks = leaf(5, 2, 3)
const index = tensor([[0, 1, 1]])
const mask = x.detach().gt(0)
const labels = tensor([0, 1])
/** What is changed in place is no leaf. */
const made = (): Tensor => x.mul(1)

// What PyTorch calls the gradFn of the same expression.
const names: readonly (readonly [string, () => Tensor, string])[] = [
  ['x + y', () => x.add(y), 'AddBackward0'],
  ['x + 2·y', () => x.add(y, { alpha: 2 }), 'AddBackward0'],
  ['x - 1', () => x.sub(1), 'SubBackward0'],
  ['x - 2·y', () => x.sub(y, { alpha: 2 }), 'SubBackward0'],
  ['x * 2', () => x.mul(2), 'MulBackward0'],
  ['x / y', () => x.div(y), 'DivBackward0'],
  ['x.div(y, floor)', () => x.div(y, { roundingMode: 'floor' }), 'DivBackward2'],
  ['x % 2', () => x.remainder(2), 'RemainderBackward0'],
  ['x % y', () => x.remainder(y), 'RemainderBackward1'],
  ['x.fmod(2)', () => x.fmod(2), 'FmodBackward0'],
  ['x.fmod(y)', () => x.fmod(y), 'FmodBackward1'],
  ['x ** 2', () => x.pow(2), 'PowBackward0'],
  ['x ** y', () => x.pow(y), 'PowBackward1'],
  ['x.atan2(y)', () => x.atan2(y), 'Atan2Backward0'],
  ['x.maximum(y)', () => x.maximum(y), 'MaximumBackward0'],
  ['-x', () => x.neg(), 'NegBackward0'],
  ['x.abs()', () => x.abs(), 'AbsBackward0'],
  ['x.exp()', () => x.exp(), 'ExpBackward0'],
  ['x.log1p()', () => x.log1p(), 'Log1PBackward0'],
  ['x.log10()', () => x.log10(), 'Log10Backward0'],
  ['x.square()', () => x.square(), 'PowBackward0'],
  ['x.sigmoid()', () => x.sigmoid(), 'SigmoidBackward0'],
  ['x.relu()', () => x.relu(), 'ReluBackward0'],
  ['x.sum()', () => x.sum(), 'SumBackward0'],
  ['x.sum(0)', () => x.sum(0), 'SumBackward1'],
  ['x.mean()', () => x.mean(), 'MeanBackward0'],
  ['x.mean([0, 1])', () => x.mean([0, 1]), 'MeanBackward1'],
  ['x.prod()', () => x.prod(), 'ProdBackward0'],
  ['x.prod(0)', () => x.prod(0), 'ProdBackward1'],
  ['x.var()', () => x.var(), 'VarBackward0'],
  ['x.std(0)', () => x.std(0), 'StdBackward0'],
  ['x.max()', () => x.max(), 'MaxBackward1'],
  ['x.max(0)', () => x.max(0).values, 'MaxBackward0'],
  ['x.min()', () => x.min(), 'MinBackward1'],
  ['x.amax()', () => x.amax(), 'AmaxBackward0'],
  ['x.amin(0)', () => x.amin(0), 'AminBackward0'],
  ['x.softmax(0)', () => x.softmax(0), 'SoftmaxBackward0'],
  ['x.logSoftmax(0)', () => x.logSoftmax(0), 'LogSoftmaxBackward0'],
  ['v @ v', () => v.matmul(v), 'DotBackward0'],
  ['x @ v', () => x.matmul(v), 'MvBackward0'],
  ['x @ x.t()', () => x.matmul(x.t()), 'MmBackward0'],
  ['stacks @ x.t()', () => matmul(stacks, x.t()), 'UnsafeViewBackward0'],
  ['stacks @ stacks.mT', () => matmul(stacks, stacks.mT), 'UnsafeViewBackward0'],
  ['linear(x, W, b)', () => linear(x, leaf(4, 3), leaf(4)), 'AddmmBackward0'],
  ['linear(x, W)', () => linear(x, leaf(4, 3)), 'MmBackward0'],
  ['linear(stacks, W, b)', () => linear(stacks, leaf(4, 3), leaf(4)), 'ViewBackward0'],
  ['linear(stacks, W)', () => linear(stacks, leaf(4, 3)), 'UnsafeViewBackward0'],
  ['x.view(6)', () => x.view(6), 'ViewBackward0'],
  ['x.reshape(6)', () => x.reshape(6), 'ViewBackward0'],
  ['x.t().reshape(6)', () => x.t().reshape(6), 'UnsafeViewBackward0'],
  ['x.t().reshape(3, 2, 1)', () => x.t().reshape(3, 2, 1), 'ReshapeAliasBackward0'],
  ['x.flatten()', () => x.flatten(), 'ViewBackward0'],
  ['x.squeeze()', () => x.squeeze(), 'SqueezeBackward0'],
  ['x.squeeze(0)', () => x.squeeze(0), 'SqueezeBackward1'],
  ['x.squeeze([0])', () => x.squeeze([0]), 'SqueezeBackward2'],
  ['x.unsqueeze(0)', () => x.unsqueeze(0), 'UnsqueezeBackward0'],
  ['x.expand(4, 2, 3)', () => x.expand(4, 2, 3), 'ExpandBackward0'],
  ['x.permute(1, 0)', () => x.permute(1, 0), 'PermuteBackward0'],
  ['x.transpose(0, 1)', () => x.transpose(0, 1), 'TransposeBackward0'],
  ['x.t()', () => x.t(), 'TBackward0'],
  ['x[0]', () => x.at(0), 'SelectBackward0'],
  ['x[:, 0]', () => x.at(':', 0), 'SelectBackward0'],
  ['x[:]', () => x.at(':'), 'SliceBackward0'],
  ['x[...]', () => x.at('...'), 'AliasBackward0'],
  ['x[None]', () => x.at(null), 'UnsqueezeBackward0'],
  ['x[0:1]', () => x.at('0:1'), 'SliceBackward0'],
  ['x[[0, 1]]', () => x.at([0, 1]), 'IndexBackward0'],
  ['x[mask]', () => x.at(mask), 'IndexBackward0'],
  ['x.narrow(0, 0, 1)', () => x.narrow(0, 0, 1), 'SliceBackward0'],
  ['x.gather(0, index)', () => x.gather(0, index), 'GatherBackward0'],
  ['x.scatterAdd(0, index, y)', () => x.scatterAdd(0, index, y), 'ScatterAddBackward0'],
  ['x.maskedFill(mask, 1)', () => x.maskedFill(mask, 1), 'MaskedFillBackward0'],
  ['x.maskedFill(mask, tensor)', () => x.maskedFill(mask, tensor(1.5)), 'MaskedFillBackward1'],
  ['where(mask, x, 0)', () => where(mask, x, 0), 'WhereBackward0'],
  ['cat([x, y])', () => cat([x, y]), 'CatBackward0'],
  ['stack([x, y])', () => stack([x, y]), 'StackBackward0'],
  ['x.clone()', () => x.clone(), 'CloneBackward0'],
  ['x.double()', () => x.double(), 'ToCopyBackward0'],
  ['x.indexPut([[0]], y[0])', () => x.indexPut([[0]], y.at(0)), 'IndexPutBackward0'],
  ['nllLoss(x, labels)', () => nllLoss(x, labels, null, { reduction: 'mean', ignoreIndex: -100 }), 'NllLossBackward0'],
  ['x.add_(1)', () => made().add_(1), 'AddBackward0'],
  ['x.exp_()', () => made().exp_(), 'ExpBackward0'],
  ['x.fill_(1)', () => made().fill_(1), 'FillBackward2'],
  ['x.zero_()', () => made().zero_(), 'ZeroBackward0'],
  ['x.copy_(y)', () => made().copy_(y), 'CopyBackwards'],
  ['x[0] = 1', () => made().setAt_([0], 1), 'CopySlices'],
  ['x[[0]] = 1', () => made().setAt_([[0]], 1), 'IndexPutBackward0'],
  ['x[0].mul_(2)', () => made().at(0).mul_(2), 'AsStridedBackward0'],
]

describe('gradFn has the name that PyTorch gives it', () => {
  it.each(names)('%s', (_, make, name) => {
    expect(make().gradFn?.name).toBe(name)
  })
})
