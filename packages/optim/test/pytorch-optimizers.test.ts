import { Parameter } from '@nn/nn'
import {
  Adadelta,
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  LBFGS,
  NAdam,
  type Optimizer,
  RAdam,
  RMSprop,
  Rprop,
  SGD,
} from '@nn/optim'
import { type Tensor, tensor } from '@nn/tensor'
import { difference, type EncodedTensor, readFixture, type Tolerance, valueTolerance } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { fromEncoded } from './from-encoded'

/** A problem and how PyTorch solved it: the loss of every step, and the parameters after it. */
interface OptimizerCase {
  readonly optimizer: string
  readonly A: EncodedTensor
  readonly b: EncodedTensor
  readonly p0: EncodedTensor
  readonly q0: EncodedTensor
  readonly losses: readonly number[]
  readonly params: readonly (readonly [p: readonly number[], q: readonly number[]])[]
}

const makers: Readonly<Record<string, (params: Tensor[]) => Optimizer<object>>> = {
  'SGD(lr=0.1)': (params) => new SGD(params, { lr: 0.1 }),
  'SGD(lr=0.1,momentum=0.9)': (params) => new SGD(params, { lr: 0.1, momentum: 0.9 }),
  'SGD(lr=0.1,momentum=0.9,dampening=0.3)': (params) => new SGD(params, { lr: 0.1, momentum: 0.9, dampening: 0.3 }),
  'SGD(lr=0.1,momentum=0.9,nesterov=True)': (params) => new SGD(params, { lr: 0.1, momentum: 0.9, nesterov: true }),
  'SGD(lr=0.05,weight_decay=0.1)': (params) => new SGD(params, { lr: 0.05, weightDecay: 0.1 }),
  'SGD(lr=0.05,momentum=0.8,weight_decay=0.1,nesterov=True)': (params) =>
    new SGD(params, { lr: 0.05, momentum: 0.8, weightDecay: 0.1, nesterov: true }),
  'SGD(lr=0.01,maximize=True)': (params) => new SGD(params, { lr: 0.01, maximize: true }),
  'Adam(lr=0.05)': (params) => new Adam(params, { lr: 0.05 }),
  'Adam(lr=0.05,betas=(0.8,0.99),eps=1e-6)': (params) => new Adam(params, { lr: 0.05, betas: [0.8, 0.99], eps: 1e-6 }),
  'Adam(lr=0.05,weight_decay=0.1)': (params) => new Adam(params, { lr: 0.05, weightDecay: 0.1 }),
  'Adam(lr=0.05,amsgrad=True)': (params) => new Adam(params, { lr: 0.05, amsgrad: true }),
  'Adam(lr=0.05,maximize=True)': (params) => new Adam(params, { lr: 0.05, maximize: true }),
  'AdamW(lr=0.05)': (params) => new AdamW(params, { lr: 0.05 }),
  'AdamW(lr=0.05,weight_decay=0.3,amsgrad=True)': (params) =>
    new AdamW(params, { lr: 0.05, weightDecay: 0.3, amsgrad: true }),
  'RMSprop(lr=0.02)': (params) => new RMSprop(params, { lr: 0.02 }),
  'RMSprop(lr=0.02,momentum=0.9,centered=True,weight_decay=0.01)': (params) =>
    new RMSprop(params, { lr: 0.02, momentum: 0.9, centered: true, weightDecay: 0.01 }),
  'Adagrad(lr=0.1)': (params) => new Adagrad(params, { lr: 0.1 }),
  'Adagrad(lr=0.1,lr_decay=0.1,weight_decay=0.1,initial_accumulator_value=0.2)': (params) =>
    new Adagrad(params, { lr: 0.1, lrDecay: 0.1, weightDecay: 0.1, initialAccumulatorValue: 0.2 }),
  'Adadelta(lr=1.0)': (params) => new Adadelta(params, { lr: 1 }),
  'Adadelta(lr=0.5,rho=0.8,weight_decay=0.1)': (params) =>
    new Adadelta(params, { lr: 0.5, rho: 0.8, weightDecay: 0.1 }),
  'Adamax(lr=0.05)': (params) => new Adamax(params, { lr: 0.05 }),
  'NAdam(lr=0.05)': (params) => new NAdam(params, { lr: 0.05 }),
  'NAdam(lr=0.05,weight_decay=0.1,momentum_decay=0.01)': (params) =>
    new NAdam(params, { lr: 0.05, weightDecay: 0.1, momentumDecay: 0.01 }),
  'RAdam(lr=0.05)': (params) => new RAdam(params, { lr: 0.05 }),
  'RAdam(lr=0.05,weight_decay=0.1)': (params) => new RAdam(params, { lr: 0.05, weightDecay: 0.1 }),
  'Rprop(lr=0.02)': (params) => new Rprop(params, { lr: 0.02 }),
  'ASGD(lr=0.05)': (params) => new ASGD(params, { lr: 0.05 }),
  'LBFGS(lr=0.5)': (params) => new LBFGS(params, { lr: 0.5 }),
  "LBFGS(lr=1,line_search_fn='strong_wolfe')": (params) => new LBFGS(params, { lr: 1, lineSearchFn: 'strong_wolfe' }),
}

const cases = readFixture<{ optimizers: OptimizerCase[] }>('optim.json').optimizers

it('every case is of an optimizer that is made here', () => {
  expect(cases.map(({ optimizer }) => optimizer)).toEqual(Object.keys(makers))
})

/** The problem's loss, with its gradients. */
function lossOf(p: Parameter, q: Parameter, A: Tensor, b: Tensor): Tensor {
  const misfit = A.matmul(p).add(q).sub(b).square().mean()
  const loss = misfit.add(p.pow(4).sum().mul(0.01))
  loss.backward()
  return loss
}

/**
 * L-BFGS goes on until the float32 loss falls no more, and which iteration that is hangs on the last bit; such a loss tells
 * the place of its minimum only to the root of its exactness. In float64, below, there is no such doubt.
 */
const toleranceOfPlace = (optimizer: string): Tolerance =>
  optimizer.startsWith('LBFGS') ? { atol: 5e-3, rtol: 0 } : valueTolerance

describe('goes the way of PyTorch’s', () => {
  it.each(cases)('$optimizer', (testCase) => {
    const [A, b] = [fromEncoded(testCase.A), fromEncoded(testCase.b)]
    const p = new Parameter(fromEncoded(testCase.p0))
    const q = new Parameter(fromEncoded(testCase.q0))
    const optimizer = (makers[testCase.optimizer] as (typeof makers)[string])([p, q])
    const tolerance = toleranceOfPlace(testCase.optimizer)
    testCase.params.forEach(([pData, qData], step) => {
      const loss = optimizer.step(() => {
        optimizer.zeroGrad()
        return lossOf(p, q, A, b)
      })
      expect(difference(loss, scalar(testCase.losses[step] as number), valueTolerance)).toBeNull()
      expect(difference(p, { ...testCase.p0, data: pData }, tolerance)).toBeNull()
      expect(difference(q, { ...testCase.q0, data: qData }, tolerance)).toBeNull()
    })
  })
})

const scalar = (value: number): EncodedTensor => ({ t: 1, shape: [], dtype: 'float32', data: [value] })

/** The same problem in float64, with options as we take them. */
interface PathCase {
  readonly name: string
  readonly options: object
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly start: readonly [p: readonly number[], q: readonly number[]]
  readonly steps: readonly { readonly loss: number; readonly p: readonly number[]; readonly q: readonly number[] }[]
}

type OptimizerClass = new (params: Tensor[], options: object) => Optimizer<object>

const classes: Readonly<Record<string, OptimizerClass>> = {
  Adadelta,
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  LBFGS,
  NAdam,
  RAdam,
  RMSprop,
  Rprop,
  SGD,
}

const float64 = (data: readonly number[], ...shape: number[]): Tensor =>
  tensor([...data], { dtype: 'float64' }).view(shape)

function expectClose(got: ArrayLike<number>, expected: readonly number[]): void {
  expected.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, 9)
  })
}

describe('goes the way of PyTorch’s in float64, to nine digits', () => {
  const { optimizers } = readFixture<{ optimizers: PathCase[] }>('optim_more.json.gz')

  it.each(optimizers)('$name($options)', ({ name, options, a, b, start, steps }) => {
    const p = new Parameter(float64(start[0], 4, 3))
    const q = new Parameter(float64(start[1], 3))
    const optimizer = new (classes[name] as OptimizerClass)([p, q], options)
    for (const expected of steps) {
      const loss = optimizer.step(() => {
        optimizer.zeroGrad()
        return lossOf(p, q, float64(a, 6, 4), float64(b, 6, 3))
      })
      expectClose([loss.item()], [expected.loss])
      expectClose(p.toTypedArray(), expected.p)
      expectClose(q.toTypedArray(), expected.q)
    }
  })
})
