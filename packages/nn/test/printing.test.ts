import { CrossEntropyLoss, Dropout, functional, Linear, LogSoftmax, ReLU, Sequential } from '@nn/nn'
import { manualSeed, randn, tensor } from '@nn/tensor'
import { readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { pythonBool, pythonFloat } from '../src/module/python-literal'

const printed = new Map(
  readFixture<{ expr: string; str: string }[]>('printing.json').map(({ expr, str }) => [expr, str]),
)

/** The seed of the fixture. */
const SEED = 7

const expressions: Readonly<Record<string, () => unknown>> = {
  'nn.Linear(3,2).weight': () => new Linear(3, 2).weight,
  'nn.Sequential(nn.Linear(784,128),nn.ReLU(),nn.Linear(128,10),nn.LogSoftmax(dim=1))': () =>
    new Sequential(new Linear(784, 128), new ReLU(), new Linear(128, 10), new LogSoftmax({ dim: 1 })),
  'nn.Dropout(0.2)': () => new Dropout(0.2),
  'nn.CrossEntropyLoss()(torch.randn(3,5,requires_grad=True),torch.tensor([1,0,4]))': () =>
    new CrossEntropyLoss().forward(randn([3, 5], { requiresGrad: true }), tensor([1, 0, 4])),
  'F.nll_loss(F.log_softmax(torch.randn(3,5,requires_grad=True),1),torch.tensor([1,0,4]))': () =>
    functional.nllLoss(functional.logSoftmax(randn([3, 5], { requiresGrad: true }), 1), tensor([1, 0, 4])),
}

describe('in print, as in PyTorch', () => {
  it.each(Object.entries(expressions))('%s', (expression, make) => {
    manualSeed(SEED)
    expect(String(make())).toBe(printed.get(expression))
  })
})

describe('numbers in print are Python’s', () => {
  it.each([
    [0.5, '0.5'],
    [0, '0.0'],
    [20, '20.0'],
    [1e-5, '1e-05'],
    [2.5e-12, '2.5e-12'],
    [0.0001, '0.0001'],
    [1e16, '1e+16'],
    [1e100, '1e+100'],
    [-3, '-3.0'],
  ])('%d is %s', (value, text) => {
    expect(pythonFloat(value)).toBe(text)
  })

  it('and so are booleans', () => {
    expect([pythonBool(true), pythonBool(false)]).toEqual(['True', 'False'])
  })
})
