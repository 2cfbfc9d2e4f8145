import { Parameter } from '@nn/nn'
import { LBFGS, type LBFGSOptions } from '@nn/optim'
import { ones, scope, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

/** (1 - x)² + 100 (y - x²)², which is 0 at (1, 1), at the end of a bent valley. */
function rosenbrock(x: Tensor, y: Tensor): Tensor {
  return x.neg().add(1).square().add(y.sub(x.square()).square().mul(100)).sum()
}

function makeProblem(options: LBFGSOptions): { x: Parameter; y: Parameter; optimizer: LBFGS; closure: () => Tensor } {
  const x = new Parameter(tensor([-1.5], { dtype: 'float64' }))
  const y = new Parameter(tensor([2], { dtype: 'float64' }))
  const optimizer = new LBFGS([x, y], options)
  const closure = (): Tensor => {
    optimizer.zeroGrad()
    const loss = rosenbrock(x, y)
    loss.backward()
    return loss
  }
  return { x, y, optimizer, closure }
}

describe('LBFGS', () => {
  it('follows a bent valley to its end in one step of many iterations', () => {
    const { x, y, optimizer, closure } = makeProblem({ maxIter: 100, lineSearchFn: 'strong_wolfe' })
    optimizer.step(closure)
    expect(x.item()).toBeCloseTo(1, 5)
    expect(y.item()).toBeCloseTo(1, 5)
  })

  it('gives back the loss that it began with', () => {
    const { optimizer, closure } = makeProblem({ maxIter: 2, lineSearchFn: 'strong_wolfe' })
    expect(optimizer.step(closure).item()).toBe(2.5 ** 2 + 100 * 0.25 ** 2)
  })

  it('calls the closure no more often than maxEval', () => {
    const { optimizer, closure } = makeProblem({ maxIter: 50, maxEval: 7, lineSearchFn: 'strong_wolfe' })
    let calls = 0
    optimizer.step(() => {
      calls++
      return closure()
    })
    expect(calls).toBeLessThanOrEqual(8)
    expect(optimizer.stateDict().state[0]?.funcEvals).toBe(calls)
  })

  it('does nothing where the gradient is 0', () => {
    const x = new Parameter(ones([2]))
    const optimizer = new LBFGS([x])
    let calls = 0
    optimizer.step(() => {
      calls++
      const loss = x.mul(0).sum()
      loss.backward()
      return loss
    })
    expect(calls).toBe(1)
    expect(x.toArray()).toEqual([1, 1])
  })

  it('takes a parameter without a gradient for one with 0', () => {
    const [x, unused] = [new Parameter(ones([1])), new Parameter(ones([3]))]
    const optimizer = new LBFGS([unused, x])
    optimizer.step(() => {
      optimizer.zeroGrad()
      const loss = x.sub(3).square().sum()
      loss.backward()
      return loss
    })
    expect(x.item()).toBeCloseTo(3, 5)
    expect(unused.toArray()).toEqual([1, 1, 1])
  })

  it('takes a plain number for the loss', () => {
    const { x, optimizer, closure } = makeProblem({ maxIter: 3 })
    expect(typeof optimizer.step(() => closure().item())).toBe('number')
    expect(Number.isFinite(x.item())).toBe(true)
  })

  it('goes on from a state dict as if it had never stopped, and in scopes', () => {
    const options: LBFGSOptions = { maxIter: 4, historySize: 3, lineSearchFn: 'strong_wolfe' }
    const [whole, half, other] = [makeProblem(options), makeProblem(options), makeProblem(options)]
    for (let i = 0; i < 4; i++) whole.optimizer.step(whole.closure)
    for (let i = 0; i < 2; i++) {
      scope(() => {
        half.optimizer.step(half.closure)
      })
    }
    other.x.data.copy_(half.x)
    other.y.data.copy_(half.y)
    other.optimizer.loadStateDict(half.optimizer.stateDict())
    for (let i = 0; i < 2; i++) other.optimizer.step(other.closure)
    expect([other.x.item(), other.y.item()]).toEqual([whole.x.item(), whole.y.item()])
  })

  it('refuses a step without a closure, and a closure without a loss', () => {
    const { optimizer } = makeProblem({})
    expect(() => optimizer.step()).toThrow(TypeError)
    expect(() => optimizer.step()).toThrow('LBFGS.step: needs a closure that computes the loss')
    expect(() => optimizer.step(() => undefined)).toThrow('LBFGS.step: closure must return the loss')
  })

  it('refuses a second group', () => {
    const message = 'LBFGS: there can be only one group of parameters'
    const groups = [{ params: [new Parameter(ones([1]))] }, { params: [new Parameter(ones([1]))] }]
    expect(() => new LBFGS(groups)).toThrow(message)
    const optimizer = new LBFGS([new Parameter(ones([1]))])
    expect(() => optimizer.addParamGroup({ params: new Parameter(ones([1])) })).toThrow(message)
  })
})
