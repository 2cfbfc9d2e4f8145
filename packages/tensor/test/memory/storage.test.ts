import { describe, expect, it } from 'vitest'
import { arange, zeros } from '../../src/index'

describe('the version of a storage', () => {
  it('grows with every in-place change, of the tensor and of any view', () => {
    const x = zeros([2, 3])
    const column = x.t().at(0)
    const changes: (() => unknown)[] = [
      () => x.add_(1),
      () => column.mul_(2),
      () => x.zero_(),
      () => x.fill_(3),
      () => x.copy_(arange(3)),
      () => x.setAt_([0], 1),
      () => x.setAt_([[0, 1]], 1),
      () => x.exp_(),
      () => x.maskedFill_(x.gt(0), 1),
      () => x.uniform_(),
      () => x.detach().neg_(),
    ]
    changes.forEach((change, i) => {
      change()
      expect(x.storage.version).toBe(i + 1)
    })
  })

  it('does not grow when a tensor is only read', () => {
    const x = zeros([2, 3])
    x.add(1).sum()
    x.view(3, 2).t().toArray()
    expect(x.storage.version).toBe(0)
  })

  it('is shared by views and by detach, not by clone', () => {
    const x = zeros([2])
    expect([x.view(1, 2).storage, x.detach().storage]).toEqual([x.storage, x.storage])
    expect(x.clone().storage).not.toBe(x.storage)
  })
})
