import { Parameter } from '@nn/nn'
import { Adam, type Optimizer, type Params, RMSprop, SGD } from '@nn/optim'
import { tensor } from '@nn/tensor'
import { expect, it, vi } from 'vitest'

/** PyTorch's parameters after each of three steps down x² from [1, -2]. */
const cases: readonly [string, (params: Params<object>) => Optimizer<object>, number[][]][] = [
  [
    'SGD',
    (params) => new SGD(params, 0.1),
    [
      [0.6000000238418579, -1.2000000476837158],
      [0.36000001430511475, -0.7200000286102295],
      [0.2160000205039978, -0.4320000410079956],
    ],
  ],
  [
    'SGD with momentum',
    (params) => new SGD(params, 0.1, 0.9),
    [
      [0.6000000238418579, -1.2000000476837158],
      [-0.0899999812245369, 0.1799999624490738],
      [-0.7046999335289001, 1.4093998670578003],
    ],
  ],
  [
    'Adam',
    (params) => new Adam(params, 0.1),
    [
      [0.800000011920929, -1.7999999523162842],
      [0.6030201315879822, -1.6011685132980347],
      [0.41233640909194946, -1.4045606851577759],
    ],
  ],
  [
    'RMSprop',
    (params) => new RMSprop(params, 0.1),
    [
      [-0.7088811993598938, -0.2911187410354614],
      [0.15462946891784668, -0.08484984934329987],
      [-0.02567163109779358, -0.02432665042579174],
    ],
  ],
]

it('warns of parameters that are twice in a group, once, and steps twice as PyTorch does', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  for (const [name, make, expected] of cases) {
    const x = new Parameter(tensor([1, -2], { dtype: 'float32' }))
    const optimizer = make([x, x])
    for (const values of expected) {
      optimizer.zeroGrad()
      x.square().sum().backward()
      optimizer.step()
      for (const [i, value] of values.entries()) expect((x.toArray() as number[])[i], name).toBeCloseTo(value, 5)
    }
  }
  expect(warn.mock.calls).toEqual([['SGD: group 0 has a parameter several times: each step changes it as often']])
  vi.restoreAllMocks()
})
