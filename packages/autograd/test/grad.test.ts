import { AutogradError, ones, sin, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { grad, gradcheck, gradgradcheck } from '../src/index'

const leaf = (...values: number[]): Tensor => tensor(values, { dtype: 'float32', requiresGrad: true })
const double = (...values: number[]): Tensor => tensor(values, { dtype: 'float64', requiresGrad: true })

describe('grad', () => {
  it('gives gradients without touching any grad', () => {
    const [x, y] = [leaf(1, 2), leaf(3, 4)]
    const gradients = grad(x.mul(y).sum(), [x, y])
    expect(gradients.map((g) => g.toArray())).toEqual([
      [3, 4],
      [1, 2],
    ])
    expect([x.grad, y.grad]).toEqual([null, null])
  })

  it('takes one input or output as well as several', () => {
    const x = leaf(1, 2)
    expect(grad(x.mul(2).sum(), x).map((g) => g.toArray())).toEqual([[2, 2]])
    expect(grad([x.mul(2).sum(), x.mul(3).sum()], [x]).map((g) => g.toArray())).toEqual([[5, 5]])
  })

  it('weighs outputs by gradOutputs', () => {
    const x = leaf(1, 2)
    expect(grad(x.mul(2), [x], { gradOutputs: tensor([1, 10]) })[0]?.toArray()).toEqual([2, 20])
    const outputs = [x.mul(2), x.sum()]
    expect(grad(outputs, [x], { gradOutputs: [tensor([1, 10]), null] })[0]?.toArray()).toEqual([3, 21])
  })

  it('gives the gradient of what was computed on the way, and of the output itself', () => {
    const x = leaf(1, 2)
    const y = x.mul(3)
    const z = y.mul(y).sum()
    expect(grad(z, [y, x, z]).map((g) => g.toArray())).toEqual([[6, 12], [18, 36], 1])
  })

  it('runs and frees no more of the graph than it needs', () => {
    const x = leaf(1, 2)
    const y = x.exp()
    const z = y.mul(y).sum()
    grad(z, [y])
    expect(grad(y.sum(), [x])[0]?.toArray()).toEqual(x.detach().exp().toArray())
  })

  it('leaves alone branches that do not lead to the inputs', () => {
    const [x, other] = [leaf(1), leaf(2)]
    const branch = other.exp()
    grad(x.mul(2).add(branch), [x])
    branch.backward()
    expect(other.grad?.item()).toBeCloseTo(Math.exp(2), 5)
  })

  it('refuses inputs that are not used, unless that is allowed', () => {
    const [x, unused] = [leaf(1, 2), leaf(3)]
    const y = (): Tensor => x.mul(2).sum()
    expect(() => grad(y(), [x, unused])).toThrow(AutogradError)
    expect(() => grad(y(), [x, unused])).toThrow(
      'grad: input 1 was not used in the graph of the outputs; pass { allowUnused: true }',
    )
    expect(grad(y(), [x, unused], { allowUnused: true })[1]).toBeNull()
    expect(grad(y(), [x, unused], { materializeGrads: true })[1]?.toArray()).toEqual([0])
  })

  it('refuses inputs and outputs that require no gradient', () => {
    expect(() => grad(leaf(1).mul(2), [ones([1])])).toThrow('grad: input 0 does not require grad')
    expect(() => grad(ones([1]), [leaf(1)])).toThrow(AutogradError)
  })

  it('frees the graph unless told to retain it', () => {
    const x = leaf(1)
    const y = x.exp()
    grad(y, [x], { retainGraph: true })
    grad(y, [x])
    expect(() => grad(y, [x])).toThrow(/second time/)
  })

  it('gives gradients with a graph of their own', () => {
    const x = leaf(3)
    const [first] = grad(x.pow(3), [x], { createGraph: true }) as [Tensor]
    const [second] = grad(first, [x], { createGraph: true }) as [Tensor]
    expect([first.item(), second.item(), grad(second, [x])[0]?.item()]).toEqual([27, 18, 6])
  })
})

describe('gradcheck', () => {
  it('is true where gradients and finite differences agree', () => {
    expect(gradcheck((x) => sin(x).mul(x), [double(0.3, -1.2)])).toBe(true)
    expect(gradgradcheck((x) => sin(x).mul(x), [double(0.3, -1.2)])).toBe(true)
  })

  it('names the element where they do not', () => {
    const wrong = (x: Tensor): Tensor => x.mul(x.detach())
    expect(() => gradcheck(wrong, [double(1, 2)])).toThrow(AutogradError)
    expect(() => gradcheck(wrong, [double(1, 2)])).toThrow(
      /gradcheck: output element 0 of \[2\] by input 0, element 0 of \[2\]: autograd has 1, finite differences 2/,
    )
    const linear = (x: Tensor): Tensor => x.mul(x).add(x.mul(x.detach()))
    expect(() => gradgradcheck(linear, [double(1, 2)])).toThrow(AutogradError)
  })

  it('wants float64 and an input that requires grad', () => {
    expect(() => gradcheck((x) => x.mul(2), [leaf(1)])).toThrow('gradcheck: inputs must be float64, got float32')
    expect(() => gradcheck((x) => x.mul(2), [ones([1])])).toThrow('gradcheck: no input requires grad')
  })

  it('leaves inputs as they were', () => {
    const x = double(0.3, -1.2)
    gradcheck((y) => y.exp(), [x])
    gradgradcheck((y) => y.exp(), [x])
    expect([x.toArray(), x.grad]).toEqual([[0.3, -1.2], null])
  })
})
