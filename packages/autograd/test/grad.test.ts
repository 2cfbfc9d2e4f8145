import { AutogradError, ones, sin, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { defineFunction, grad, gradcheck, gradgradcheck } from '../src/index'

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

describe('arguments of grad', () => {
  it("go by position in PyTorch's order, or by name", () => {
    const x = leaf(1, 2)
    const y = x.mul(x)
    expect(grad(y, x, tensor([1, 10]), true)[0]?.toArray()).toEqual([2, 40])
    expect(grad([y], [x], [tensor([1, 10])], { retainGraph: true })[0]?.toArray()).toEqual([2, 40])
    expect(grad(y, x, tensor([1, 10]), null, true)[0]?.requiresGrad).toBe(true)
  })

  it('are refused where they are wrong', () => {
    const x = leaf(1, 2)
    const y = x.mul(2).sum()
    const wrong = grad as (...args: unknown[]) => unknown
    expect(() => wrong(y, [x], true)).toThrow(/grad: gradOutputs must be .*, got true/)
    expect(() => wrong(y, [x], { retain_graph: true })).toThrow(
      "grad: there is no option 'retain_graph'; write retainGraph",
    )
    expect(() => wrong(y)).toThrow(/grad: inputs is missing/)
    expect(() => wrong(y, [5])).toThrow('grad: inputs must be a tensor or a list of tensors, as [a, b], got [5]')
    expect(() => grad(y, [])).toThrow('grad: inputs are empty')
    expect(() => grad(y, [x], [null, null])).toThrow('grad: got 2 gradients for 1 tensors')
    expect(() => grad(y, [x], { allowUnused: false, materializeGrads: true })).toThrow(RangeError)
  })

  it('materializeGrads with createGraph gives zeros that can be differentiated again', () => {
    const [x, a] = [leaf(0.5), leaf(1)]
    const [dydx] = grad(x.mul(a), [x], { createGraph: true }) as [Tensor]
    const [second] = grad(dydx, [x], { createGraph: true, materializeGrads: true }) as [Tensor]
    expect([second.toArray(), second.requiresGrad]).toEqual([[0], true])
    const [third] = grad(second, [x], { createGraph: true, materializeGrads: true }) as [Tensor]
    expect(third.toArray()).toEqual([0])
  })

  it('may have no elements', () => {
    const x = ones([4, 0], { requiresGrad: true })
    expect(grad(x.sum(), [x])[0]?.shape).toEqual([4, 0])
    x.mul(2).expand(3, 4, 0).sum().backward()
    expect(x.grad?.shape).toEqual([4, 0])
  })
})

describe('gradcheck', () => {
  const weight = double(1, -2, 3)

  it('takes functions that reach an input by another way than an argument', () => {
    expect(gradcheck((x) => sin(x.mul(weight)), [double(0.5, 1, 2), weight])).toBe(true)
    expect(gradcheck(() => weight.square(), weight)).toBe(true)
    expect(gradgradcheck(() => weight.pow(3), [weight])).toBe(true)
    expect(weight.toArray()).toEqual([1, -2, 3])
  })

  it('takes several outputs, and none that depends on an input', () => {
    expect(gradcheck((x) => [x.mul(2), x.exp().sum(), x.ne(0)], [weight])).toBe(true)
    expect(gradgradcheck((x) => [x.square(), x.exp().sum()], [weight])).toBe(true)
    expect(gradcheck(() => ones([3], { dtype: 'float64' }), [weight])).toBe(true)
    expect(() => gradcheck((x) => x.detach(), [weight])).toThrow(
      /gradcheck: output element 0 of \[3\] by input 0, element 0 of \[3\]: autograd has 0, finite differences (1|0\.9)/,
    )
    expect(() => gradcheck((x) => [x, x.detach()], [weight])).toThrow(/gradcheck: output 1, element 0/)
  })

  it('takes functions that differentiate themselves', () => {
    expect(gradcheck((x) => grad(x.pow(3).sum(), [x], { createGraph: true })[0] as Tensor, [weight])).toBe(true)
  })

  it('takes inputs that do not lie row by row', () => {
    const x = tensor(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      { dtype: 'float64' },
    )
      .t()
      .requiresGrad_()
    expect(gradcheck((m) => m.mul(m.sum(0)), [x])).toBe(true)
    const repeated = double(1).expand(3).detach().requiresGrad_()
    expect(() => gradcheck((m) => m.mul(2), [repeated])).toThrow(/share one place.*clone\(\)/)
  })

  it('gives false instead of an error where it is told to', () => {
    expect(gradcheck((x) => x.detach().mul(2), [weight], { raiseException: false })).toBe(false)
  })

  it('notices gradients that differ each time, and outputs that change their shape', () => {
    let calls = 0
    const wavering = defineFunction<[Tensor], undefined>({
      name: 'wavering',
      forward: (_, [x]) => x.mul(1),
      backward: (_, g) => [g.mul(1 + 1e-9 * ++calls)],
    })
    expect(() => gradcheck((x) => wavering([x]), [weight])).toThrow(/differs from one backward pass to the next/)
    expect(gradcheck((x) => wavering([x]), [weight], { nondetTol: 1e-6 })).toBe(true)
    const growing = (x: Tensor): Tensor => (x.at(0).item() > 1 ? x : x.at(':2'))
    expect(() => gradcheck(growing, [double(1, 2, 3)])).toThrow(/gradcheck: output 0 must keep its shape and dtype/)
  })

  it('refuses what it does not take', () => {
    const wrong = gradcheck as (...args: unknown[]) => unknown
    expect(() => wrong((x: Tensor) => x, [weight], 1e-6)).toThrow(/gradcheck: takes 2 arguments by position/)
    expect(() => wrong((x: Tensor) => x, [weight], { fast_mode: true })).toThrow(TypeError)
    expect(() => wrong(() => 5, [weight])).toThrow(
      'gradcheck: the function must return a tensor or a list of tensors, got 5',
    )
    expect(() => wrong(weight, [weight])).toThrow(/gradcheck: func must be a function, got a float64 tensor \[3\]/)
  })
})
