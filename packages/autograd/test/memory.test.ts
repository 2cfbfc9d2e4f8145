import { keep, ones, scope, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { clearGrad, defineFunction, grad, peekGrad } from '../src/index'

const leaf = (...values: number[]): Tensor => tensor(values, { dtype: 'float32', requiresGrad: true })

describe('in a scope', () => {
  it('gradients live on: those of leaves, those that were retained, those from grad', () => {
    const x = leaf(1, 2)
    let retained = x
    let gradients: Tensor[] = []
    scope(() => {
      const y = x.mul(3)
      retained = keep(y)
      y.retainGrad()
      y.mul(y).sum().backward()
      gradients = grad(x.mul(x).sum(), [x])
    })
    expect(x.grad?.toArray()).toEqual([18, 36])
    expect(retained.grad?.toArray()).toEqual([6, 12])
    expect(gradients[0]?.toArray()).toEqual([2, 4])
    scope(() => x.mul(2).sum().backward())
    expect(x.grad?.toArray()).toEqual([20, 38])
  })

  it('gradients with a graph live on too', () => {
    const x = leaf(3)
    let gradients: Tensor[] = []
    scope(() => {
      x.pow(2).backward({ createGraph: true })
      x.pow(2).backward({ createGraph: true })
      gradients = grad(x.pow(3), [x], { createGraph: true })
    })
    expect([x.grad?.item(), gradients[0]?.item()]).toEqual([12, 27])
  })

  it('a gradient that the user sets lives on', () => {
    const x = leaf(1, 2)
    scope(() => {
      x.grad = ones([2])
    })
    expect(x.grad?.toArray()).toEqual([1, 1])
  })

  it('a loss that is returned has its value, but what its graph saved is gone', () => {
    const x = leaf(1, 2)
    const loss = scope(() => x.mul(2).exp().sum())
    expect(loss.item()).toBeCloseTo(Math.exp(2) + Math.exp(4), 3)
    expect(() => loss.backward()).toThrow(/freed/)
  })
})

describe('backward frees its own temporaries, but nothing', () => {
  it('that a hook keeps or makes', () => {
    const kept: Tensor[] = []
    const x = leaf(1, 2)
    const y = x.mul(3)
    y.registerHook((g) => {
      const doubled = g.mul(2)
      kept.push(g, g.view(2, 1), doubled)
      return doubled
    })
    x.registerHook((g) => {
      kept.push(g)
      return undefined
    })
    y.mul(y).sum().backward()
    expect(kept.map((g) => Array.from(g.toTypedArray()))).toEqual([
      [6, 12],
      [6, 12],
      [12, 24],
      [36, 72],
    ])
  })

  it('that a function of one’s own keeps or makes', () => {
    const kept: Tensor[] = []
    const cube = defineFunction<[Tensor], undefined>({
      name: 'cube',
      forward(context, [x]) {
        const square = x.mul(x)
        context.save(x, square)
        return square.mul(x)
      },
      backward(context, g) {
        const [, square] = context.saved as [Tensor, Tensor]
        const slope = square.mul(3)
        kept.push(g, slope)
        return [g.mul(slope)]
      },
    })
    const x = leaf(1, 2)
    cube([x.mul(1)], undefined)
      .mul(2)
      .sum()
      .backward()
    expect(kept.map((g) => g.toArray())).toEqual([
      [2, 2],
      [3, 12],
    ])
    expect(x.grad?.toArray()).toEqual([6, 24])
  })

  it('that x.grad still shows after the gradient was cleared', () => {
    const x = leaf(1, 2)
    x.mul(2).sum().backward()
    const seen = x.grad
    clearGrad(x)
    expect([seen?.toArray(), x.grad]).toEqual([[2, 2], null])
  })

  it('that was only peeked at, which clearGrad frees', () => {
    const x = leaf(1, 2)
    x.mul(2).sum().backward()
    const peeked = peekGrad(x)
    expect(peeked?.toArray()).toEqual([2, 2])
    clearGrad(x)
    expect([peeked?.storage.isFreed, peekGrad(x)]).toEqual([true, null])
  })

  it('that the forward pass made', () => {
    const x = leaf(1, 2)
    const y = x.exp()
    const z = y.mul(y)
    z.sum().backward()
    expect([y.storage.isFreed, z.storage.isFreed]).toEqual([false, false])
  })
})
