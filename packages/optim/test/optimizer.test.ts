import { inspect } from 'node:util'
import { Linear, Parameter, ParameterList } from '@nn/nn'
import { Optimizer, type ParamGroup, type Params, SGD } from '@nn/optim'
import { AutogradError, ones, scope, type Tensor, zerosLike } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

const parameter = (value = 1): Parameter => new Parameter(ones([1]).mul(value))

interface AverageOptions {
  lr: number
}

interface AverageState {
  average: Tensor
  last: Tensor | null
}

/** Goes by the mean of the last two gradients: an optimizer that holds on to a gradient. */
class TwoStep extends Optimizer<AverageOptions, AverageState> {
  constructor(params: Params<AverageOptions>, { lr = 0.1 }: Partial<AverageOptions> = {}) {
    super(params, { lr })
  }

  protected override initState(param: Tensor): AverageState {
    return { average: zerosLike(param), last: null }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: AverageState,
    { lr }: ParamGroup<AverageOptions>,
  ): void {
    state.average
      .copy_(grad)
      .add_(state.last ?? grad)
      .div_(2)
    param.sub_(state.average, { alpha: lr })
    state.last = grad
  }
}

describe('an optimizer of one’s own', () => {
  it('writes only its step of one parameter, and may keep the gradient', () => {
    const x = parameter()
    const optimizer = new TwoStep([x], { lr: 0.5 })
    for (const factor of [1, 3]) {
      optimizer.zeroGrad()
      x.mul(factor).sum().backward()
      optimizer.step()
    }
    // 1 - 0.5 · 1 - 0.5 · (1 + 3) / 2
    expect(x.item()).toBe(-0.5)
    expect(optimizer.state.get(x)?.last?.toArray()).toEqual([3])
    optimizer.zeroGrad()
    expect(optimizer.state.get(x)?.last?.toArray()).toEqual([3])
  })

  it('may put into its state what it makes, inside of a scope too', () => {
    class Velocity extends Optimizer<{ lr: number }, { velocity: Tensor }> {
      protected override initState(param: Tensor): { velocity: Tensor } {
        return { velocity: zerosLike(param) }
      }

      protected override updateParam(
        param: Tensor,
        grad: Tensor,
        state: { velocity: Tensor },
        group: { lr: number },
      ): void {
        state.velocity = state.velocity.mul(0.5).add(grad)
        param.sub_(state.velocity, { alpha: group.lr })
      }
    }
    const x = parameter()
    const optimizer = new Velocity([x], { lr: 1 })
    for (let i = 0; i < 2; i++) {
      scope(() => {
        optimizer.zeroGrad()
        x.sum().backward()
        optimizer.step()
      })
    }
    expect(x.item()).toBe(1 - 1 - 1.5)
  })

  it('may have no state', () => {
    class Sign extends Optimizer<{ lr: number }> {
      protected override updateParam(param: Tensor, grad: Tensor, _state: object, group: { lr: number }): void {
        param.sub_(grad.sign(), { alpha: group.lr })
      }
    }
    const x = parameter()
    const optimizer = new Sign([x], { lr: 0.25 })
    x.mul(7).sum().backward()
    optimizer.step()
    expect(x.item()).toBe(0.75)
    expect(optimizer.stateDict().state).toEqual({})
  })
})

describe('an optimizer that looks at all parameters together', () => {
  it('defines step in place of updateParam', () => {
    class Balance extends Optimizer<{ lr: number }> {
      override step(): undefined {
        const [{ params, lr }] = this.paramGroups as [ParamGroup<{ lr: number }>]
        const total = params.reduce((sum, param) => sum + (param.grad?.item() ?? 0), 0)
        for (const param of params) param.detach().sub_(lr * total)
      }
    }
    const [x, y] = [parameter(1), parameter(2)]
    const optimizer = new Balance([x, y], { lr: 0.5 })
    x.mul(2).add(y.mul(4)).sum().backward()
    optimizer.step()
    expect([x.item(), y.item()]).toEqual([-2, -1])
  })

  it('has to define one of them', () => {
    class Nothing extends Optimizer<{ lr: number }> {}
    const x = parameter()
    x.sum().backward()
    expect(() => new Nothing([x], { lr: 1 }).step()).toThrow('Nothing: it defines neither updateParam nor step')
  })
})

describe('parameter groups', () => {
  it('have hyper-parameters of their own, and the optimizer’s for the rest', () => {
    const [x, y] = [parameter(), parameter()]
    const optimizer = new SGD([{ params: [x] }, { params: y, lr: 0.5 }], { lr: 0.1, momentum: 0.9 })
    expect(optimizer.paramGroups.map(({ lr, momentum }) => [lr, momentum])).toEqual([
      [0.1, 0.9],
      [0.5, 0.9],
    ])
    x.grad = ones([1])
    y.grad = ones([1])
    optimizer.step()
    expect([x.item(), y.item()]).toEqual([Math.fround(0.9), 0.5])
  })

  it('may be a ParameterList', () => {
    const optimizer = new SGD(new ParameterList([ones([1]), ones([1])]))
    expect(optimizer.paramGroups[0]?.params).toHaveLength(2)
  })

  it('can be added later', () => {
    const [x, y] = [parameter(), parameter()]
    const optimizer = new SGD([x], { lr: 0.1 })
    optimizer.addParamGroup({ params: [y], lr: 0.2 })
    expect(optimizer.paramGroups).toHaveLength(2)
    expect(() => optimizer.addParamGroup({ params: [y] })).toThrow(
      'SGD: parameter 0 of the group is in group 1 already',
    )
    expect(() => optimizer.addParamGroup({ params: [parameter()], lr: -2 })).toThrow(
      'SGD: group 2: lr must be at least 0, got -2',
    )
    expect(optimizer.paramGroups).toHaveLength(2)
  })
})

describe('what cannot be optimized is refused', () => {
  it('no parameters at all', () => {
    expect(() => new SGD([])).toThrow('SGD: the list of parameters is empty')
    expect(() => new SGD([])).toThrow(RangeError)
  })

  it('a tensor instead of a list', () => {
    expect(() => new SGD(parameter() as unknown as Tensor[])).toThrow(
      'SGD: params must be a list of parameters, as model.parameters() gives, or of groups, as [{ params, lr }], got a float32 tensor [1]',
    )
    expect(() => new SGD(undefined as unknown as Tensor[])).toThrow(TypeError)
    expect(() => new SGD(new Linear(1, 1) as unknown as Tensor[])).toThrow('got a Linear')
  })

  it('anything but tensors', () => {
    expect(() => new SGD([3 as unknown as Tensor])).toThrow('SGD: parameter 0 of the group must be a tensor, got 3')
    expect(() => new SGD([{ params: [parameter(), null as unknown as Tensor] }])).toThrow(
      'SGD: parameter 1 of the group must be a tensor, got null',
    )
  })

  it('a tensor that was computed', () => {
    expect(() => new SGD([parameter().mul(2)])).toThrow(AutogradError)
    expect(() => new SGD([parameter().mul(2)])).toThrow(
      'SGD: parameter 0 of the group was computed (MulBackward0); only leaf tensors can be optimized',
    )
  })

  it('a parameter that is in two groups', () => {
    const x = parameter()
    expect(() => new SGD([{ params: [x] }, { params: [x] }])).toThrow(
      'SGD: parameter 0 of the group is in group 0 already',
    )
  })
})

describe('step', () => {
  it('calls the closure with recording on and gives back its loss', () => {
    const x = parameter(3)
    const optimizer = new SGD([x], { lr: 0.5 })
    const loss = optimizer.step(() => {
      optimizer.zeroGrad()
      const loss = x.square().sum()
      loss.backward()
      return loss
    })
    expect(loss.item()).toBe(9)
    expect(x.item()).toBe(0)
    expect(optimizer.step()).toBeUndefined()
  })
})

describe('zeroGrad', () => {
  it('sets gradients to null', () => {
    const x = parameter()
    const optimizer = new SGD([x])
    x.mul(2).sum().backward()
    optimizer.zeroGrad()
    expect(x.grad).toBeNull()
  })

  it('leaves a gradient alone that somebody has', () => {
    const x = parameter()
    const optimizer = new SGD([x])
    x.mul(2).sum().backward()
    const { grad } = x
    optimizer.step()
    optimizer.zeroGrad()
    expect(grad?.item()).toBe(2)
  })
})

describe('state dicts', () => {
  it('number the parameters over all groups', () => {
    const [x, y, z] = [parameter(), parameter(), parameter()]
    const optimizer = new SGD([{ params: [x, y] }, { params: [z], lr: 0.5 }], { lr: 0.1, momentum: 0.9 })
    z.grad = ones([1])
    optimizer.step()
    const { state, paramGroups } = optimizer.stateDict()
    expect(Object.keys(state)).toEqual(['2'])
    expect(state[2]?.momentumBuffer?.toArray()).toEqual([1])
    expect(paramGroups.map(({ params, lr }) => [params, lr])).toEqual([
      [[0, 1], 0.1],
      [[2], 0.5],
    ])
  })

  it('take over hyper-parameters without replacing the groups', () => {
    const from = new SGD([parameter()], { lr: 0.3, momentum: 0.5 })
    const to = new SGD([parameter()], { lr: 0.1 })
    const [group] = to.paramGroups
    to.loadStateDict(from.stateDict())
    expect(to.paramGroups[0]).toBe(group)
    expect(group).toMatchObject({ lr: 0.3, momentum: 0.5 })
  })

  it('give the state the dtype of the parameter', () => {
    const x = parameter()
    const from = new SGD([x], { momentum: 0.9 })
    x.grad = ones([1])
    from.step()
    const double = new Parameter(ones([1], { dtype: 'float64' }))
    const to = new SGD([double], { momentum: 0.9 })
    to.loadStateDict(from.stateDict())
    expect(to.state.get(double)?.momentumBuffer?.dtype).toBe('float64')
  })

  it('of other groups are refused', () => {
    const one = new SGD([parameter()])
    const two = new SGD([parameter(), parameter()])
    expect(() => one.loadStateDict(two.stateDict())).toThrow(
      "SGD.loadStateDict: the state is of groups with [2] parameters, this optimizer's have [1]",
    )
  })
})

describe('in print', () => {
  it('an optimizer shows its groups', () => {
    const optimizer = new SGD([parameter()], { lr: 0.1 })
    const text = `SGD (
Parameter Group 0
    dampening: 0
    lr: 0.1
    maximize: false
    momentum: 0
    nesterov: false
    weightDecay: 0
)`
    expect(String(optimizer)).toBe(text)
    expect(inspect(optimizer)).toBe(text)
  })
})
