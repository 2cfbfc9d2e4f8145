import { AutogradError, cat, DTypeError, ones, randn, sin, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { backward, grad } from '../src/index'

const leaf = (...values: number[]): Tensor => tensor(values, { dtype: 'float32', requiresGrad: true })

const gradOf = (x: Tensor): unknown => x.grad?.toArray()

describe('backward', () => {
  it('computes the gradient of the tutorials: z = mean(x²) has x/2 for four elements', () => {
    const x = randn([2, 2], { requiresGrad: true })
    const z = x.pow(2).mean()
    z.backward()
    expect(x.grad?.toArray()).toEqual(x.detach().div(2).toArray())
  })

  it('adds to the gradients that are there', () => {
    const x = leaf(1, 2)
    x.mul(3).sum().backward()
    x.mul(4).sum().backward()
    expect(x.grad?.toArray()).toEqual([7, 7])
  })

  it('starts anew where the gradient was taken away', () => {
    const x = leaf(1, 2)
    x.mul(3).sum().backward()
    x.grad = null
    x.sum().backward()
    expect(gradOf(x)).toEqual([1, 1])
  })

  it('adds the gradients of all paths to a leaf', () => {
    const x = leaf(2)
    const y = x.mul(x).add(x)
    y.mul(y).backward()
    // y = x² + x = 6, d(y²)/dx = 2y(2x + 1)
    expect(x.grad?.toArray()).toEqual([60])
  })

  it('gives leaves of one expression gradients that do not share memory', () => {
    const [a, b] = [leaf(1, 2), leaf(3, 4)]
    a.add(b).sum().backward()
    a.grad?.zero_()
    expect(b.grad?.toArray()).toEqual([1, 1])
  })

  it('takes the gradient of a tensor of many elements', () => {
    const x = leaf(1, 2)
    x.mul(x).backward(tensor([1, 10]))
    expect(x.grad?.toArray()).toEqual([2, 40])
  })

  it('does not touch the gradient that it was given', () => {
    const x = leaf(1, 2)
    const gradient = tensor([1, 1], { dtype: 'float32' })
    x.clone().backward(gradient)
    x.grad?.zero_()
    expect(gradient.toArray()).toEqual([1, 1])
  })

  it('sums gradients back over broadcast dimensions', () => {
    const row = ones([3], { requiresGrad: true })
    const column = ones([2, 1], { requiresGrad: true })
    const scalar = tensor(2.5, { requiresGrad: true })
    row.mul(column).mul(scalar).sum().backward()
    expect(row.grad?.toArray()).toEqual([5, 5, 5])
    expect(column.grad?.toArray()).toEqual([[7.5], [7.5]])
    expect(scalar.grad?.toArray()).toBe(6)
  })

  it('gives each leaf a gradient of its own dtype', () => {
    const single = leaf(1, 2)
    const double = tensor([3, 4], { dtype: 'float64', requiresGrad: true })
    single.mul(double).sum().backward()
    expect(single.grad).toMatchObject({ dtype: 'float32' })
    expect(double.grad).toMatchObject({ dtype: 'float64' })
    expect(single.grad?.toArray()).toEqual([3, 4])
  })

  it('gives nothing to leaves that do not require it, or are not reached', () => {
    const [x, constant, other] = [leaf(1), tensor([2.5]), leaf(3)]
    x.mul(constant).backward()
    expect([constant.grad, other.grad]).toEqual([null, null])
  })

  it('starts from several tensors', () => {
    const x = leaf(1, 1)
    backward([x.sum(), x.mul(2)], [null, tensor([1, 10])])
    expect(x.grad?.toArray()).toEqual([3, 21])
  })

  it('goes through a chain of 100,000 ops', () => {
    const x = leaf(1)
    let y: Tensor = x
    for (let i = 0; i < 100_000; i++) y = y.add(1)
    y.backward()
    expect(x.grad?.item()).toBe(1)
  })

  it('visits a node once, however many paths lead to it', () => {
    const x = leaf(1)
    let visits = 0
    let y = x.mul(1)
    y.registerHook(() => {
      visits++
      return undefined
    })
    // 2⁴⁰ paths
    for (let i = 0; i < 40; i++) y = y.add(y).mul(0.5)
    y.backward()
    expect([x.grad?.item(), visits]).toEqual([1, 1])
  })
})

describe('backward refuses', () => {
  it('what has no graph', () => {
    expect(() => ones([1]).backward()).toThrow(AutogradError)
    expect(() => ones([1]).sum().backward()).toThrow('backward: the tensor does not require grad and has no gradFn')
    expect(() => leaf(1).detach().backward()).toThrow(AutogradError)
  })

  it('a tensor of several elements without its gradient', () => {
    expect(() => leaf(1, 2).mul(2).backward()).toThrow(AutogradError)
    expect(() => leaf(1, 2).mul(2).backward()).toThrow(/only for a single element, this tensor has shape \[2\]/)
  })

  it('a gradient of another shape', () => {
    expect(() =>
      leaf(1, 2)
        .mul(2)
        .backward(ones([3])),
    ).toThrow('the gradient has shape [3], its tensor [2]')
    expect(() =>
      leaf(1, 2)
        .sum()
        .backward(ones([2])),
    ).toThrow(AutogradError)
  })

  it('a second time through a graph that the first one freed, and says how to keep it', () => {
    const x = leaf(1, 2)
    const y = x.exp().sum()
    y.backward()
    expect(() => y.backward()).toThrow(AutogradError)
    expect(() => y.backward()).toThrow(/ExpBackward0.*second time.*retainGraph: true/)
    expect(x.grad?.toArray()).toEqual(x.detach().exp().toArray())
  })

  it('nothing where the graph had nothing to free', () => {
    const x = leaf(1, 2)
    const y = x.add(1).sum()
    y.backward()
    y.backward()
    expect(x.grad?.toArray()).toEqual([2, 2])
  })
})

describe('retainGraph', () => {
  it('keeps the graph for another time', () => {
    const x = leaf(1, 2)
    const y = x.mul(x).sum()
    y.backward({ retainGraph: true })
    y.backward()
    expect(x.grad?.toArray()).toEqual([4, 8])
    expect(() => y.backward()).toThrow(/second time/)
  })

  it('is what createGraph implies', () => {
    const x = leaf(2)
    const y = x.mul(x)
    y.backward({ createGraph: true })
    y.backward()
    expect(x.grad?.toArray()).toEqual([8])
  })
})

describe('createGraph', () => {
  it('adds to a gradient as a new tensor, where backward without it adds in place', () => {
    const x = tensor([1, 2], { dtype: 'float32', requiresGrad: true })
    x.mul(x).sum().backward()
    const first = x.grad
    x.mul(3).sum().backward()
    expect(x.grad).toBe(first)
    expect(first?.toArray()).toEqual([5, 7])
    x.mul(x).sum().backward({ createGraph: true })
    expect(first?.toArray()).toEqual([5, 7])
    expect(x.grad?.toArray()).toEqual([7, 11])
    expect(x.grad?.requiresGrad).toBe(true)
  })

  it('makes gradients that can be differentiated', () => {
    const x = leaf(3)
    x.pow(3).backward({ createGraph: true })
    const first = x.grad as Tensor
    expect([first.item(), first.requiresGrad]).toEqual([27, true])
    expect(grad(first, [x]).map((g) => g.item())).toEqual([18])
  })

  it('goes to any order', () => {
    const x = tensor([0.5], { dtype: 'float64', requiresGrad: true })
    const orders: number[] = []
    let y = sin(x)
    for (let order = 1; order <= 5; order++) {
      ;[y] = grad(y, [x], { createGraph: true }) as [Tensor]
      orders.push(y.item())
    }
    const [s, c] = [Math.sin(0.5), Math.cos(0.5)]
    expect(orders).toEqual([c, -s, -c, s, c].map((value) => expect.closeTo(value, 12)))
  })

  it('keeps gradients that were made without it free of history', () => {
    const x = leaf(3)
    x.pow(3).backward()
    expect([x.grad?.requiresGrad, x.grad?.gradFn]).toEqual([false, null])
  })
})

describe('inputs', () => {
  it('are the only ones that get gradients', () => {
    const [x, w] = [leaf(1, 1), leaf(1, 1)]
    x.mul(3)
      .mul(w)
      .sum()
      .backward({ inputs: [w] })
    expect([gradOf(x), gradOf(w)]).toEqual([undefined, [3, 3]])
    x.mul(3).mul(w).sum().backward(null, { inputs: x })
    expect([gradOf(x), gradOf(w)]).toEqual([
      [3, 3],
      [3, 3],
    ])
  })

  it('may be computed', () => {
    const [x, w] = [leaf(1, 1), leaf(1, 1)]
    const hidden = x.mul(3)
    hidden
      .mul(w)
      .sum()
      .backward({ inputs: [hidden] })
    expect([gradOf(hidden), gradOf(x), gradOf(w)]).toEqual([[1, 1], undefined, undefined])
  })

  it('may have nothing to do with what is differentiated', () => {
    const [x, unused] = [leaf(1), leaf(1)]
    x.mul(2).backward({ inputs: [unused] })
    expect([gradOf(x), gradOf(unused)]).toEqual([undefined, undefined])
  })

  it('must be some tensors that require grad', () => {
    const x = leaf(1)
    expect(() => x.mul(2).backward({ inputs: [] })).toThrow(AutogradError)
    expect(() => x.mul(2).backward({ inputs: [ones([1])] })).toThrow('backward: input 0 does not require grad')
  })
})

describe('x.grad', () => {
  it('lies in memory as x does', () => {
    const x = zeros([3, 2]).t().requiresGrad_()
    x.mul(ones([2, 3]))
      .sum()
      .backward()
    expect(x.grad?.strides).toEqual([1, 2])
  })

  it('is null until backward has been there, and for what was computed', () => {
    const x = leaf(1)
    const y = x.mul(2)
    expect(x.grad).toBeNull()
    y.backward()
    expect(y.grad).toBeNull()
  })

  it('can be set, to a tensor of the same shape and dtype', () => {
    const x = leaf(1, 2)
    x.grad = ones([2])
    x.sum().backward()
    expect(x.grad.toArray()).toEqual([2, 2])
    expect(() => {
      x.grad = ones([3])
    }).toThrow('grad: a gradient must be float32 [2] like its tensor, got float32 [3]')
    expect(() => {
      x.grad = ones([2]).double()
    }).toThrow(AutogradError)
  })

  it('is not part of any graph when it grows', () => {
    const x = leaf(1, 2)
    for (let i = 0; i < 3; i++) x.mul(x).sum().backward()
    expect(x.grad?.gradFn).toBeNull()
  })
})

describe('what cannot be differentiated', () => {
  it('is refused by backward where it requires grad', () => {
    const x = leaf(7)
    expect(() => x.floorDivide(2).backward()).toThrow('floorDivide: its derivative is not implemented')
    x.div(2, { roundingMode: 'floor' }).backward()
    expect(gradOf(x)).toEqual([0])
  })

  it('does not require grad', () => {
    const x = leaf(1, 2)
    for (const y of [x.gt(1), x.argmax(), x.long(), x.eq(x), x.isnan()]) expect(y.requiresGrad).toBe(false)
    expect(x.max(0).indices.requiresGrad).toBe(false)
    expect(x.max(0).values.requiresGrad).toBe(true)
  })

  it('is refused before anything is recorded', () => {
    expect(() => cat([leaf(1), zeros([1, 1])])).toThrow()
    expect(() => leaf(1).matmul(tensor([1]))).toThrow(DTypeError)
  })
})

describe('arguments of backward', () => {
  it("go by position in PyTorch's order, or by name", () => {
    const x = leaf(1, 2)
    const y = x.mul(x)
    y.backward(tensor([1.5, 1]), true)
    y.backward(tensor([1.5, 1]), { retainGraph: true })
    y.backward({ gradient: tensor([1.5, 1]), retainGraph: true })
    backward(y, tensor([1.5, 1]), true)
    backward([y], [tensor([1.5, 1])], null, false, { inputs: x })
    expect(x.grad?.toArray()).toEqual([15, 20])
  })

  it('are refused where they are wrong', () => {
    const y = leaf(1).mul(2)
    const method = y.backward.bind(y) as (...args: unknown[]) => void
    expect(() => method(2)).toThrow('backward: gradient must be a tensor or null, got 2')
    expect(() => method({ retain_graph: true })).toThrow(
      "backward: there is no option 'retain_graph'; write retainGraph",
    )
    expect(() => method(null, 'yes')).toThrow("backward: retainGraph must be true or false or null, got 'yes'")
    expect(() => (backward as (...args: unknown[]) => void)(5)).toThrow(
      'backward: tensors must be a tensor or a list of tensors, as [a, b], got 5',
    )
    expect(() => backward([y], [null, null])).toThrow('backward: got 2 gradients for 1 tensors')
    expect(() => backward([])).toThrow('backward: there is no tensor to differentiate')
  })
})
