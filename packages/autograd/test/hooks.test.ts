import { AutogradError, ones, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { grad } from '../src/index'

const leaf = (...values: number[]): Tensor => tensor(values, { dtype: 'float32', requiresGrad: true })

describe('registerHook', () => {
  it('shows the gradient as it passes', () => {
    const seen: unknown[] = []
    const x = leaf(1, 2)
    const y = x.mul(3)
    y.registerHook((g) => {
      seen.push(g.toArray())
      return undefined
    })
    y.mul(y).sum().backward()
    expect(seen).toEqual([[6, 12]])
  })

  it('replaces the gradient by what the hook returns, for leaves too', () => {
    const x = leaf(1, 2)
    const y = x.mul(3)
    y.registerHook((g) => g.mul(10))
    x.registerHook((g) => g.add(1))
    y.sum().backward()
    expect(x.grad?.toArray()).toEqual([31, 31])
  })

  it('calls hooks in order, each with what the one before returned', () => {
    const seen: unknown[] = []
    const x = leaf(1)
    const log = (g: Tensor): undefined => {
      seen.push(g.item())
      return undefined
    }
    x.registerHook(log)
    x.registerHook((g) => g.mul(2))
    x.registerHook(log)
    x.mul(3).backward()
    expect([seen, x.grad?.item()]).toEqual([[3, 6], 6])
  })

  it('calls a hook once, with the sum of all paths', () => {
    const seen: number[] = []
    const x = leaf(2)
    x.registerHook((g) => {
      seen.push(g.item())
      return undefined
    })
    x.mul(x).add(x).backward()
    expect(seen).toEqual([5])
  })

  it('gives a handle that removes it', () => {
    const x = leaf(1)
    const handle = x.registerHook((g) => g.mul(100))
    handle.remove()
    handle.remove()
    x.mul(2).backward()
    expect(x.grad?.item()).toBe(2)
  })

  it('works in grad, and in gradients with a graph', () => {
    const x = leaf(3)
    const y = x.mul(x)
    y.registerHook((g) => g.mul(2))
    const [first] = grad(y, [x], { createGraph: true }) as [Tensor]
    expect([first.item(), grad(first, [x])[0]?.item()]).toEqual([12, 4])
  })

  it('belongs to the values that the tensor had: a later change in place does not concern it', () => {
    const seen: unknown[] = []
    const y = leaf(1, 2).mul(2)
    y.registerHook((g) => {
      seen.push(g.toArray())
      return undefined
    })
    y.mul_(3).sum().backward()
    expect(seen).toEqual([[3, 3]])
  })

  it('refuses tensors that require no gradient, and gradients of another shape', () => {
    expect(() => ones([1]).registerHook((g) => g)).toThrow(AutogradError)
    const y = leaf(1, 2).mul(2)
    y.registerHook(() => ones([3]))
    expect(() => y.sum().backward()).toThrow(AutogradError)
    expect(() => y.sum().backward()).toThrow(
      'MulBackward0: a hook returned a float32 tensor [3] in place of the gradient, a float32 tensor [2]',
    )
  })
})

describe('retainGrad', () => {
  it('keeps the gradient of what was computed', () => {
    const x = leaf(1, 2)
    const y = x.mul(3)
    expect(y.retainsGrad).toBe(false)
    y.retainGrad()
    y.mul(y).sum().backward()
    expect([y.retainsGrad, y.grad?.toArray(), x.grad?.toArray()]).toEqual([true, [6, 12], [18, 36]])
  })

  it('keeps what hooks made of it, and adds up', () => {
    const y = leaf(1, 2).mul(3)
    y.retainGrad()
    y.registerHook((g) => g.mul(10))
    const z = y.sum()
    z.backward({ retainGraph: true })
    z.backward()
    expect(y.grad?.toArray()).toEqual([20, 20])
  })

  it('goes on for what a change in place makes of the tensor', () => {
    const x = leaf(1, 2)
    const y = x.mul(2)
    y.retainGrad()
    y.mul_(3).sum().backward()
    expect([y.grad?.toArray(), x.grad?.toArray()]).toEqual([
      [1, 1],
      [6, 6],
    ])
  })

  it('does nothing to a leaf, and refuses what requires no gradient', () => {
    const x = leaf(1)
    x.retainGrad()
    x.mul(2).backward()
    expect(x.grad?.item()).toBe(2)
    expect(() => ones([1]).retainGrad()).toThrow(AutogradError)
  })
})
