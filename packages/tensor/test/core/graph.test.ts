import { describe, expect, it } from 'vitest'
import { AutogradError, ones, type Tensor, zeros } from '../../src/index'

describe('without @nn/autograd', () => {
  it('tensors know no gradients', () => {
    const x = ones([2])
    expect([x.requiresGrad, x.grad, x.gradFn, x.isLeaf, x.retainsGrad]).toEqual([false, null, null, true, false])
  })

  it.each<[string, (x: Tensor) => unknown]>([
    ['requiresGrad_', (x) => x.requiresGrad_()],
    ['requiresGrad_', () => zeros([1], { requiresGrad: true })],
    ['backward', (x) => x.sum().backward()],
    ['retainGrad', (x) => x.retainGrad()],
    ['registerHook', (x) => x.registerHook((g) => g)],
  ])('%s says which package to import', (name, call) => {
    expect(() => call(ones([2]))).toThrow(AutogradError)
    expect(() => call(ones([2]))).toThrow(`${name} needs automatic differentiation: import '@nn/autograd'`)
  })
})
