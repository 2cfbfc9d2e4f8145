import { inspect } from 'node:util'
import { Parameter } from '@nn/nn'
import { Adam, type OptimizerStateDict, SGD } from '@nn/optim'
import { ones, ShapeError, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

function stepped<T extends Adam | SGD>(make: (params: Parameter[]) => T, size = 2): T {
  const x = new Parameter(ones([size]))
  const optimizer = make([x])
  x.sum().backward()
  optimizer.step()
  return optimizer
}

const adam = (size?: number): Adam => stepped((params) => new Adam(params, 0.1), size)
const sgd = (size?: number): SGD => stepped((params) => new SGD(params, 0.1, 0.9), size)

describe('loadStateDict', () => {
  it('refuses the state of another class by what it has or lacks', () => {
    expect(() => adam().loadStateDict(sgd().stateDict() as never)).toThrow(TypeError)
    expect(() => adam().loadStateDict(sgd().stateDict() as never)).toThrow(
      "Adam.loadStateDict: group 0: there is no option 'momentum'; it takes (",
    )
    expect(() => sgd().loadStateDict(adam().stateDict() as never)).toThrow("there is no option 'betas'")
  })

  it('refuses a state that lacks something', () => {
    const { state, paramGroups } = adam().stateDict()
    const [group] = paramGroups as [(typeof paramGroups)[0]]
    const { eps, ...without } = group
    expect(() => adam().loadStateDict({ state, paramGroups: [without as typeof group] })).toThrow(
      'Adam.loadStateDict: group 0: eps is missing',
    )
    expect(() => adam().loadStateDict({ state: { 0: { step: 1 } as never }, paramGroups })).toThrow(
      'Adam.loadStateDict: the state of parameter 0 lacks expAvg, expAvgSq, maxExpAvgSq; has another kind of optimizer written it?',
    )
    expect(() => adam().loadStateDict({ state: { 0: 3 as never }, paramGroups })).toThrow('must be an object, got 3')
  })

  it('refuses states of other shapes and kinds', () => {
    expect(() => adam(2).loadStateDict(adam(3).stateDict())).toThrow(ShapeError)
    expect(() => adam(2).loadStateDict(adam(3).stateDict())).toThrow(
      'Adam.loadStateDict: the state of parameter 0: expAvg has shape [3], the parameter has [2]',
    )
    expect(() => sgd(2).loadStateDict(sgd(3).stateDict())).toThrow(
      'momentumBuffer has shape [3], the parameter has [2]',
    )
    const { state, paramGroups } = adam().stateDict()
    const withStep = (step: unknown) => ({ state: { 0: { ...state[0], step } as never }, paramGroups })
    expect(() => adam().loadStateDict(withStep('3'))).toThrow(
      "the state of parameter 0: step must be a number, got '3'",
    )
    const withList = { state: { 0: { ...state[0], expAvg: [1, 2] } as never }, paramGroups }
    expect(() => adam().loadStateDict(withList)).toThrow('expAvg must be a tensor, got [1, 2]')
  })

  it('refuses hyper-parameters that cannot be', () => {
    const { state, paramGroups } = sgd().stateDict()
    const [group] = paramGroups as [(typeof paramGroups)[0]]
    expect(() => sgd().loadStateDict({ state, paramGroups: [{ ...group, lr: Number.NaN }] })).toThrow(
      'SGD.loadStateDict: group 0: lr must be at least 0, got NaN',
    )
  })

  it('leaves the optimizer as it was where it refuses', () => {
    const optimizer = adam()
    const shown = (): string => inspect(optimizer.stateDict(), { depth: 5 })
    const before = shown()
    const { state, paramGroups } = adam().stateDict()
    const [group] = paramGroups as [(typeof paramGroups)[0]]
    const wrong: OptimizerStateDict<(typeof paramGroups)[0], never> = {
      state: { 0: { ...state[0], expAvgSq: zeros([5]) } as never },
      paramGroups: [{ ...group, lr: 7 }],
    }
    expect(() => optimizer.loadStateDict(wrong)).toThrow(ShapeError)
    expect(shown()).toBe(before)
  })
})
