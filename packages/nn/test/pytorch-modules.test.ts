import { Dropout, Flatten, type Layer, Linear, LogSoftmax, ReLU, Sequential, Sigmoid, Softmax, Tanh } from '@nn/nn'
import { manualSeed, randn, type Tensor } from '@nn/tensor'
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
  readonly x_grad: EncodedTensor
  readonly param_grads: Readonly<Record<string, EncodedTensor>>
  readonly state_dict_after: Readonly<Record<string, EncodedTensor>>
  readonly repr: string
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
  'Dropout(0.3)': () => new Dropout(0.3),
  'Flatten()': () => new Flatten(),
  'Softmax(dim=1)': () => new Softmax({ dim: 1 }),
  'Tanh()': () => new Tanh(),
}

const cases = readFixture<ModuleCase[]>('modules.json')
  .filter(({ module }) => module in makers)
  .map((testCase) => ({ ...testCase, mode: testCase.train ? 'training' : 'in use' }))

function make({ module, seed, train }: ModuleCase): Layer {
  manualSeed(seed)
  const made = (makers[module] as () => Layer)()
  made.train(train)
  return made
}

function expectState(module: Layer, expected: Readonly<Record<string, EncodedTensor>>): void {
  const state = module.stateDict()
  expect(Object.keys(state)).toEqual(Object.keys(expected))
  for (const [name, values] of Object.entries(expected)) expectBits(state[name] as Tensor, values)
}

it('every module that is made here has a case', () => {
  expect(new Set(cases.map(({ module }) => module))).toEqual(new Set(Object.keys(makers)))
})

describe.each(cases)('$module ($mode), made from a seed', (testCase) => {
  it('has the initial state that PyTorch gives it, bit for bit', () => {
    expectState(make(testCase), testCase.state_dict)
  })

  it('has the output and the gradients of PyTorch', () => {
    const module = make(testCase)
    const x = randn(testCase.x.shape, { requiresGrad: true })
    expectBits(x, testCase.x)
    const y = module.forward(x)
    expectValues(y, testCase.y)
    y.mul(fromEncoded(testCase.cotangent)).sum().backward()
    expectGradient(x.grad as Tensor, testCase.x_grad)
    const parameters = module.namedParameters()
    expect(parameters.map(([name]) => name)).toEqual(Object.keys(testCase.param_grads))
    for (const [name, parameter] of parameters) {
      expectGradient(parameter.grad as Tensor, testCase.param_grads[name] as EncodedTensor)
    }
    expectState(module, testCase.state_dict_after)
  })

  it('prints as PyTorch prints it', () => {
    expect(String(make(testCase))).toBe(testCase.repr)
  })
})
