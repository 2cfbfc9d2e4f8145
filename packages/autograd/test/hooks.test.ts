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

describe('the order of hooks', () => {
  it('is those of the tensor, what retains its gradient, those of the node', () => {
    const log: string[] = []
    const noting = (name: string, factor: number) => (g: Tensor) => {
      log.push(name)
      return g.mul(factor)
    }
    const x = leaf(1, 1)
    const y = x.mul(2)
    y.gradFn?.registerPrehook(noting('node 1', 3))
    y.registerHook(noting('tensor 1', 2))
    y.gradFn?.registerPrehook(noting('node 2', 1))
    y.retainGrad()
    y.registerHook(noting('tensor 2', 1))
    x.registerHook(noting('leaf', 1))
    y.sum().backward()
    expect(log).toEqual(['tensor 1', 'tensor 2', 'node 1', 'node 2', 'leaf'])
    expect([y.grad?.toArray(), x.grad?.toArray()]).toEqual([
      [2, 2],
      [12, 12],
    ])
  })

  it('leaves out those of a node that passes no gradient on', () => {
    const log: string[] = []
    const y = leaf(1).mul(2)
    y.gradFn?.registerPrehook(() => void log.push('node'))
    y.registerHook(() => void log.push('tensor'))
    grad(y.mul(3), [y])
    expect(log).toEqual(['tensor'])
  })
})

describe('hooks', () => {
  it('that are registered twice run twice, and are removed one by one', () => {
    const log: string[] = []
    const x = leaf(1)
    const hook = (): undefined => void log.push('called')
    const first = x.registerHook(hook)
    x.registerHook(hook)
    first.remove()
    x.mul(2).backward()
    expect(log).toEqual(['called'])
  })

  it('must return a gradient of the same kind, or nothing', () => {
    const returning = (value: unknown) => () => {
      const y = leaf(1, 2).mul(2)
      y.registerHook(() => value as Tensor)
      y.sum().backward()
    }
    expect(returning(5)).toThrow('MulBackward0: a hook must return a gradient or nothing, got 5')
    expect(returning(Promise.resolve())).toThrow(/must return a gradient or nothing, got a promise/)
    expect(returning(ones([2], { dtype: 'float64' }))).toThrow(
      'MulBackward0: a hook returned a float64 tensor [2] in place of the gradient, a float32 tensor [2]',
    )
    expect(returning(null)).not.toThrow()
  })

  it('are functions', () => {
    const y = leaf(1).mul(2)
    expect(() => y.registerHook(5 as never)).toThrow('registerHook: hook must be a function, got 5')
    expect(() => y.gradFn?.registerPrehook('g' as never)).toThrow("registerPrehook: hook must be a function, got 'g'")
  })

  it('of a view belong to the values that it had before its base changed', () => {
    const log: string[] = []
    const base = leaf(1).clone()
    const view = base.at(':')
    view.registerHook(() => void log.push('before'))
    base.mul_(2)
    view.registerHook(() => void log.push('after'))
    view.sum().backward()
    expect(log).toEqual(['after'])
  })
})

describe('gradFn.savedTensors', () => {
  it('has null for what the gradient does not need', () => {
    const [x, y] = [leaf(1, 2), ones([2])]
    const saved = x.mul(y).gradFn?.savedTensors
    expect([saved?.length, saved?.[0], saved?.[1] === y]).toEqual([2, null, true])
  })
})

describe('setting grad', () => {
  // What PyTorch's test_grad_assignment asserts.
  it('takes a tensor like the one it belongs to, or null', () => {
    const x = leaf(1, 2)
    const gradient = ones([2])
    x.grad = gradient
    expect(x.grad).toBe(gradient)
    x.grad = null
    expect(x.grad).toBeNull()
    const set = (value: unknown) => () => {
      x.grad = value as Tensor
    }
    expect(set(x)).toThrow('grad: a tensor cannot be its own gradient')
    expect(set(0)).toThrow('grad: a gradient must be a tensor or null, got 0')
    expect(set([1, 2])).toThrow(TypeError)
    expect(set(ones([3]))).toThrow('grad: a gradient must be float32 [2] like its tensor, got float32 [3]')
    expect(set(ones([2], { dtype: 'float64' }))).toThrow(AutogradError)
  })
})
