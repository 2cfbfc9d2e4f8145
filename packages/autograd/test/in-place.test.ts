import { AutogradError, ones, type Tensor, tensor, where } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { noGrad } from '../src/index'

const leaf = (...values: number[]): Tensor => tensor(values, { dtype: 'float32', requiresGrad: true })

describe('a saved tensor that was changed in place', () => {
  it('is refused by backward, which names the op, the version found and the version expected', () => {
    const x = leaf(1, 2)
    const y = x.mul(3)
    const z = y.mul(y).sum()
    y.add_(1)
    expect(() => z.backward()).toThrow(AutogradError)
    expect(() => z.backward()).toThrow(
      'MulBackward0: a tensor needed for the gradient, float32 [2], was changed by an in-place operation: it is at version 1, expected version 0',
    )
  })

  it('is noticed when the change was made without recording', () => {
    const x = leaf(1, 2)
    const y = x.mul(x).sum()
    noGrad(() => x.add_(1))
    expect(() => y.backward()).toThrow(/version 1, expected version 0/)
  })

  it('is noticed when the change was made through a view, or through what was detached', () => {
    for (const change of [(y: Tensor) => y.at(0).mul_(2), (y: Tensor) => y.detach().mul_(2)]) {
      const y = leaf(1, 2).mul(1)
      const z = y.mul(y).sum()
      change(y)
      expect(() => z.backward()).toThrow(/version/)
    }
  })

  it('is noticed for an index, a mask, a condition and a target too', () => {
    const x = leaf(1, 2)
    const index = tensor([0, 1])
    const mask = tensor([true, false])
    const losses = [x.gather(0, index), x.at(index), x.maskedFill(mask, 0), where(mask, x, 0)]
    index.add_(-1)
    mask.fill_(true)
    for (const loss of losses) expect(() => loss.sum().backward()).toThrow(/version 1, expected version 0/)
  })

  it('is the output of an op that was itself in place', () => {
    const y = leaf(1, 2).mul(1).exp_()
    y.add_(1)
    expect(() => y.sum().backward()).toThrow(/ExpBackward0.*version 2, expected version 1/)
  })

  it('is the second operand where a tensor is multiplied by itself in place', () => {
    const y = leaf(1, 2).mul(1)
    y.mul_(y)
    expect(() => y.sum().backward()).toThrow(/version 1, expected version 0/)
  })
})

describe('a change in place that nothing needs to undo', () => {
  it('is allowed: only what the gradient is written in counts', () => {
    const x = leaf(1, 2)
    const y = x.mul(3)
    const z = y.mul(tensor([10, 10]))
    y.add_(1)
    z.sum().backward()
    expect(x.grad?.toArray()).toEqual([30, 30])
  })

  it('computes with the old elements where those are needed', () => {
    const [x, y] = [leaf(1, 2), leaf(3, 4)]
    x.mul(1).mul_(y).sum().backward()
    expect([x.grad?.toArray(), y.grad?.toArray()]).toEqual([
      [3, 4],
      [1, 2],
    ])
  })

  it('takes the history of the operand that it writes', () => {
    const w = leaf(2)
    const x = ones([3])
    x.mul_(w)
    expect([x.requiresGrad, x.gradFn?.name]).toEqual([true, 'MulBackward0'])
    x.sum().backward()
    expect(w.grad?.item()).toBe(3)
  })

  it('by zero_, fill_ and copy_ forgets what was there', () => {
    const [x, y] = [leaf(1, 2), leaf(3, 4)]
    x.mul(2).copy_(y).sum().backward()
    x.mul(2).zero_().sum().backward()
    expect([x.grad?.toArray(), y.grad?.toArray()]).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
})

describe('a leaf that requires grad', () => {
  const message = /a leaf tensor that requires grad cannot be changed in place; wrap the change in noGrad/

  it('is not changed in place', () => {
    for (const change of [
      (x: Tensor) => x.add_(1),
      (x: Tensor) => x.zero_(),
      (x: Tensor) => x.fill_(1),
      (x: Tensor) => x.copy_(ones([2])),
      (x: Tensor) => x.exp_(),
      (x: Tensor) => x.uniform_(),
      (x: Tensor) => x.maskedFill_(tensor([true, false]), 1),
    ]) {
      const x = leaf(1, 2)
      expect(() => change(x)).toThrow(AutogradError)
      expect(() => change(x)).toThrow(message)
      expect(x.toArray()).toEqual([1, 2])
    }
  })

  it('is not changed through a view', () => {
    const x = leaf(1, 2)
    expect(() => x.at(0).mul_(2)).toThrow('mul_: a view of a leaf tensor that requires grad cannot be changed in place')
    expect(() => x.setAt_([0], 5)).toThrow(AutogradError)
    expect(() => x.setAt_([[0]], 5)).toThrow(AutogradError)
  })

  it('is changed within noGrad, and through what was detached', () => {
    const x = leaf(1, 2)
    noGrad(() => x.at(0).mul_(10))
    x.detach().add_(1)
    expect([x.toArray(), x.isLeaf, x.requiresGrad]).toEqual([[11, 3], true, true])
  })
})

describe('a view of what has history', () => {
  it('written in place changes the base, and gradients flow rightly through both', () => {
    const x = leaf(1, 2, 3)
    const y = x.mul(2)
    const first = y.at(0)
    first.mul_(10)
    expect([y.toArray(), y.gradFn?.name, first.gradFn?.name]).toEqual([[20, 4, 6], 'CopySlices', 'AsStridedBackward0'])
    y.sum().add(first).backward()
    expect(x.grad?.toArray()).toEqual([40, 2, 2])
  })

  it('follows a change of the base', () => {
    const x = leaf(1, 2)
    const y = x.mul(1)
    const view = y.view(2, 1)
    y.mul_(y.detach().clone())
    view.sum().backward()
    expect(x.grad?.toArray()).toEqual([1, 2])
  })

  it('follows a change through another view, of which it sees a part', () => {
    const x = leaf(1, 2, 3)
    const y = x.mul(1)
    const [head, tail] = [y.at(':2'), y.at('1:')]
    head.mul_(5)
    tail.sum().backward()
    expect(x.grad?.toArray()).toEqual([0, 5, 1])
  })

  it('takes values with a history of their own, the base none', () => {
    const w = leaf(3)
    const base = ones([2, 2])
    base.at(0).mul_(w)
    expect([base.requiresGrad, base.at(1).toArray()]).toEqual([true, [1, 1]])
    base.sum().backward()
    expect(w.grad?.item()).toBe(2)
  })

  it('is assigned to by setAt_, with plain indices, lists and masks', () => {
    for (const [indices, expected] of [
      [[0], [0, 2]],
      [[[0]], [0, 2]],
      [[tensor([true, false])], [0, 2]],
    ] as const) {
      const [x, value] = [leaf(1, 2), tensor(7, { dtype: 'float32', requiresGrad: true })]
      x.mul(2)
        .setAt_([...indices], value)
        .sum()
        .backward()
      expect([x.grad?.toArray(), value.grad?.item()]).toEqual([expected, 1])
    }
  })

  it('that was expanded passes on the gradient of each place that sees it', () => {
    const x = leaf(1, 2)
    const y = x.mul(1)
    const expanded = y.expand(3, 2)
    y.mul_(2)
    expanded.sum().backward()
    expect(x.grad?.toArray()).toEqual([6, 6])
  })

  it('taken in noGrad is not written with recording on', () => {
    const y = leaf(1, 2).mul(1)
    const view = noGrad(() => y.at(0))
    expect(() => view.mul_(2)).toThrow(AutogradError)
    expect(() => view.mul_(2)).toThrow(/a view taken in noGrad cannot be changed in place with recording on/)
    noGrad(() => view.mul_(2))
    expect(y.toArray()).toEqual([2, 2])
  })

  it('detached has its own history from then on', () => {
    const [w, y] = [leaf(2, 2), leaf(1, 2).mul(1)]
    const apart = y.detach()
    apart.mul_(w)
    expect([apart.requiresGrad, apart.gradFn?.name, y.gradFn?.name]).toEqual([true, 'MulBackward0', 'MulBackward0'])
    expect(y.toArray()).toEqual([2, 4])
  })
})

describe('a view that was made to require a gradient', () => {
  // What PyTorch's test_autograd_inplace_view_of_view asserts, and its like.
  it.each([
    ['taken in noGrad', () => noGrad(() => ones([2, 1]).view(2))],
    ['taken while recording', () => ones([2, 1]).view(2)],
    ['detached', () => ones([2]).detach()],
  ])('%s, is a leaf, so that it and its views cannot be changed in place', (_, take) => {
    const y = take().requiresGrad_()
    expect(() => y.div_(2)).toThrow(/div_: a leaf tensor that requires grad/)
    expect(() => y.view(2).div_(2)).toThrow(/div_: a view of a leaf tensor that requires grad/)
    expect([y.isLeaf, y.toArray()]).toEqual([true, [1, 1]])
    noGrad(() => y.view(2).div_(2))
    expect(y.toArray()).toEqual([0.5, 0.5])
  })

  it('gets a history when its base gets one', () => {
    const base = ones([2, 1])
    const y = base.view(2).requiresGrad_()
    base.mul_(leaf(3, 4).view(2, 1))
    expect([y.isLeaf, base.isLeaf, y.toArray()]).toEqual([false, false, [3, 4]])
  })
})

describe('a change in place of no elements', () => {
  it('is never refused for sharing places', () => {
    const empty = ones([1, 0]).expand(3, 0)
    expect([empty.add_(1).shape, empty.copy_(ones([3, 0])).shape, empty.mul_(empty).shape]).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
    ])
    const x = ones([0], { requiresGrad: true })
    x.expand(4, 0).mul(1).mul_(2).sum().backward()
    expect(x.grad?.shape).toEqual([0])
  })
})
