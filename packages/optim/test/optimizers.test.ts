import { Linear, MSELoss, Parameter } from '@nn/nn'
import {
  Adadelta,
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  NAdam,
  type Optimizer,
  type Params,
  RAdam,
  RMSprop,
  Rprop,
  SGD,
} from '@nn/optim'
import { manualSeed, ones, randn, scope, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

type AnyOptimizer = Optimizer<{ lr: number; maximize: boolean }>

/** Every optimizer, with what makes it remember as much as it can. */
const optimizers: readonly [
  string,
  (params: Params<{ lr: number }>, lr: number, maximize?: boolean) => AnyOptimizer,
][] = [
  ['SGD', (params, lr, maximize = false) => new SGD(params, { lr, maximize })],
  [
    'SGD with momentum',
    (params, lr, maximize = false) => new SGD(params, { lr, maximize, momentum: 0.9, dampening: 0.1 }),
  ],
  ['Adam', (params, lr, maximize = false) => new Adam(params, { lr, maximize, weightDecay: 0.01 })],
  ['Adam with amsgrad', (params, lr, maximize = false) => new Adam(params, { lr, maximize, amsgrad: true })],
  ['AdamW', (params, lr, maximize = false) => new AdamW(params, { lr, maximize, amsgrad: true })],
  ['RMSprop', (params, lr, maximize = false) => new RMSprop(params, { lr, maximize, momentum: 0.9, centered: true })],
  ['Adagrad', (params, lr, maximize = false) => new Adagrad(params, { lr: 10 * lr, maximize, lrDecay: 0.001 })],
  // Steps of Adadelta have the size of the last ones, so that it takes long to begin.
  ['Adadelta', (params, lr, maximize = false) => new Adadelta(params, { lr: 100 * lr, maximize, weightDecay: 0.001 })],
  ['Adamax', (params, lr, maximize = false) => new Adamax(params, { lr, maximize, weightDecay: 0.001 })],
  ['NAdam', (params, lr, maximize = false) => new NAdam(params, { lr, maximize, decoupledWeightDecay: true })],
  ['RAdam', (params, lr, maximize = false) => new RAdam(params, { lr, maximize, weightDecay: 0.001 })],
  ['Rprop', (params, lr, maximize = false) => new Rprop(params, { lr, maximize, stepSizes: [0, 50] })],
  ['ASGD', (params, lr, maximize = false) => new ASGD(params, { lr, maximize, t0: 1 })],
]

/** They begin with the learning rate and go on with one of their own. */
const withOwnRates = ['Rprop', 'ASGD']

const parameter = (...values: number[]): Parameter => new Parameter(tensor(values, { dtype: 'float32' }))

/** Gives a parameter a gradient and goes one step. */
function stepWith(optimizer: AnyOptimizer, param: Tensor, gradient: number[]): void {
  param.grad = tensor(gradient, { dtype: 'float32' })
  optimizer.step()
}

describe.each(optimizers)('%s', (name, make) => {
  it('goes down a slope to its end', () => {
    manualSeed(0)
    const x = parameter(3, -2)
    const optimizer = make([x], 0.05)
    for (let i = 0; i < 400; i++) {
      optimizer.zeroGrad()
      x.sub(1).square().sum().backward()
      optimizer.step()
    }
    for (const value of x.toTypedArray()) expect(value).toBeCloseTo(1, 0)
  })

  it('does not move by a learning rate of 0', () => {
    const x = parameter(3, -2)
    stepWith(make([x], 0), x, [1, 1])
    expect(x.toArray()).toEqual([3, -2])
  })

  it('skips parameters without a gradient, and remembers nothing of them', () => {
    const [x, without] = [parameter(1), parameter(5)]
    const optimizer = make([x, without], 0.1)
    stepWith(optimizer, x, [1])
    expect(without.toArray()).toEqual([5])
    expect(optimizer.state.has(without)).toBe(false)
    expect(Object.keys(optimizer.stateDict().state)).not.toContain('1')
  })

  it('with maximize goes as if the gradient had the other sign', () => {
    const [down, up] = [parameter(1, 2), parameter(1, 2)]
    const [minimizer, maximizer] = [make([down], 0.1), make([up], 0.1, true)]
    for (const [g1, g2] of [
      [1, -2],
      [0.5, 0.25],
    ] as const) {
      stepWith(minimizer, down, [g1, g2])
      stepWith(maximizer, up, [-g1, -g2])
    }
    expect(up.toArray()).toEqual(down.toArray())
  })

  const readsGroupRate = !withOwnRates.includes(name)
  if (readsGroupRate)
    it('takes the learning rate that its group has at the step', () => {
      const x = parameter(1)
      const optimizer = make([x], 0.1)
      stepWith(optimizer, x, [1])
      const moved = x.item()
      const [group] = optimizer.paramGroups
      if (group !== undefined) group.lr = 0
      stepWith(optimizer, x, [1])
      expect(x.item()).toBe(moved)
    })

  it('goes on from a state dict as if it had never stopped', () => {
    const gradients = [
      [0.5, 1],
      [-0.25, 2],
      [0.75, -1],
      [0.1, 0.1],
    ]
    const [whole, half] = [parameter(1, 2), parameter(1, 2)]
    const [uninterrupted, first] = [make([whole], 0.1), make([half], 0.1)]
    for (const gradient of gradients) stepWith(uninterrupted, whole, gradient)
    for (const gradient of gradients.slice(0, 2)) stepWith(first, half, gradient)
    const saved = first.stateDict()
    const other = new Parameter(half.detach().clone())
    const second = make([other], 0.5)
    second.loadStateDict(saved)
    // The first one's own steps do not reach the second.
    stepWith(first, half, [9, 9])
    for (const gradient of gradients.slice(2)) stepWith(second, other, gradient)
    expect(other.toArray()).toEqual(whole.toArray())
  })

  it('trains float64 parameters, and any memory order', () => {
    const x = new Parameter(ones([2, 3], { dtype: 'float64' }).t())
    const flat = new Parameter(ones([6], { dtype: 'float64' }))
    const optimizer = make([x, flat], 0.1)
    for (let i = 0; i < 3; i++) {
      x.grad = ones([3, 2], { dtype: 'float64' })
      flat.grad = ones([6], { dtype: 'float64' })
      optimizer.step()
    }
    expect(x.reshape(6).toArray()).toEqual(flat.toArray())
  })

  it('keeps its state beyond the scope that a step runs in', () => {
    const layer = new Linear(2, 1)
    const optimizer = make(layer.parameters(), 0.01)
    const criterion = new MSELoss()
    const losses = [1, 2, 3].map(() =>
      scope(() => {
        optimizer.zeroGrad()
        const loss = criterion.forward(layer.forward(ones([4, 2])), zeros([4, 1]))
        loss.backward()
        optimizer.step()
        return loss.item()
      }),
    )
    expect(losses.every((loss) => Number.isFinite(loss))).toBe(true)
  })

  it('records nothing in the graph', () => {
    const x = new Parameter(randn([3]))
    const optimizer = make([x], 0.1)
    x.square().sum().backward()
    optimizer.step()
    expect(x.isLeaf).toBe(true)
    expect(x.requiresGrad).toBe(true)
  })

  it('refuses a graph that was recorded before the step changed a value in it', () => {
    const x = parameter(1, 2)
    const loss = x.square().sum()
    stepWith(make([x], 0.1), x, [1, 1])
    expect(() => loss.backward()).toThrow('changed by an in-place operation')
  })
})
