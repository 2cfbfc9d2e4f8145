import { SequentialSampler, TensorDataset } from '@nn/data'
import { Linear, Parameter } from '@nn/nn'
import { lrScheduler, SGD } from '@nn/optim'
import { arange, Generator, ones, type Tensor, tensor, toTransferable } from '@nn/tensor'

/** Values to try where a call wants an argument, of every kind that any call takes. */
export function someOfEachKind(): unknown[] {
  const optimizer = new SGD(new Linear(2, 2).parameters(), { lr: 0.1 })
  return [
    ones([2, 2]),
    2,
    [2, 2],
    [ones([2, 2]), ones([2, 2])],
    () => ones([2, 2]),
    [() => ones([2, 2])],
    'relu',
    'float32',
    true,
    new Parameter(ones([2, 2])),
    [new Parameter(ones([2, 2]))],
    new Linear(2, 2),
    [new Linear(2, 2)],
    optimizer,
    [new lrScheduler.ConstantLR(optimizer)],
    new TensorDataset(arange(4)),
    [new TensorDataset(arange(4))],
    new SequentialSampler([1, 2, 3]),
    tensor([true, false]),
    tensor([0, 1]),
    new Generator(),
    new Uint8Array(4),
    toTransferable(ones([2, 2])).message,
    { name: 'copied', forward: (_: unknown, [x]: [Tensor]) => x.clone(), backward: (_: unknown, g: Tensor) => [g] },
    {},
    null,
  ]
}
