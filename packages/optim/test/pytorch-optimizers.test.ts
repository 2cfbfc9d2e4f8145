import { Parameter } from '@nn/nn'
import { Adam, AdamW, type Optimizer, SGD } from '@nn/optim'
import type { Tensor } from '@nn/tensor'
import { difference, type EncodedTensor, readFixture, valueTolerance } from '@nn/testing'
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
}

const cases = readFixture<{ optimizers: OptimizerCase[] }>('optim.json').optimizers.filter(
  ({ optimizer }) => optimizer in makers,
)

it('every optimizer that is made here has a case', () => {
  expect(cases.map(({ optimizer }) => optimizer)).toEqual(Object.keys(makers))
})

describe('goes the way of PyTorch’s', () => {
  it.each(cases)('$optimizer', (testCase) => {
    const [A, b] = [fromEncoded(testCase.A), fromEncoded(testCase.b)]
    const p = new Parameter(fromEncoded(testCase.p0))
    const q = new Parameter(fromEncoded(testCase.q0))
    const optimizer = (makers[testCase.optimizer] as (typeof makers)[string])([p, q])
    testCase.params.forEach(([pData, qData], step) => {
      const loss = optimizer.step(() => {
        optimizer.zeroGrad()
        const misfit = A.matmul(p).add(q).sub(b).square().mean()
        const loss = misfit.add(p.pow(4).sum().mul(0.01))
        loss.backward()
        return loss
      })
      expect(difference(loss, scalar(testCase.losses[step] as number), valueTolerance)).toBeNull()
      expect(difference(p, { ...testCase.p0, data: pData }, valueTolerance)).toBeNull()
      expect(difference(q, { ...testCase.q0, data: qData }, valueTolerance)).toBeNull()
    })
  })
})

const scalar = (value: number): EncodedTensor => ({ t: 1, shape: [], dtype: 'float32', data: [value] })
