import { describe, expect, it } from 'vitest'
import { keep, ones, outsideScopes, scope, type Tensor, zeros } from '../../src/index'

const isFreed = (x: Tensor): boolean => x.storage.isFreed

describe('scope', () => {
  it('frees what was made inside, views and results alike', () => {
    const made: Tensor[] = []
    scope(() => {
      const x = ones([3])
      made.push(x, x.add(1), x.view(3, 1).mul(2))
    })
    expect(made.map(isFreed)).toEqual([true, true, true])
    expect(() => made[1]?.toArray()).toThrow(/freed.*scope.*keep/)
    expect(() => made[0]?.add(1)).toThrow(/freed/)
  })

  it('lets what it returns live, alone, in arrays and in objects', () => {
    const one = scope(() => ones([2]).add(1))
    const { a, rest } = scope(() => ({ a: ones([1]), rest: [ones([2]), { b: zeros([1]) }] as const }))
    expect([one, a, rest[0], rest[1].b].map(isFreed)).toEqual([false, false, false, false])
    expect(one.toArray()).toEqual([2, 2])
  })

  it('lets a view that it returns keep its elements', () => {
    expect(scope(() => ones([2, 3]).at(1)).toArray()).toEqual([1, 1, 1])
  })

  it('leaves alone what was made before, and what was kept', () => {
    const before = ones([2])
    let kept = before
    scope(() => {
      before.add_(1)
      kept = keep(before.mul(2))
    })
    expect([before.toArray(), kept.toArray()]).toEqual([
      [2, 2],
      [4, 4],
    ])
  })

  it('hands what it returns to the scope around it', () => {
    let inner = ones([1])
    const outer = scope(() => {
      inner = scope(() => ones([2]))
      expect(isFreed(inner)).toBe(false)
      return inner.add(1)
    })
    expect([isFreed(inner), isFreed(outer)]).toEqual([true, false])
  })

  it('frees when the function throws too', () => {
    const made: Tensor[] = []
    const failing = (): void =>
      scope(() => {
        made.push(ones([1]))
        throw new RangeError('on purpose')
      })
    expect(failing).toThrow('on purpose')
    expect(made.map(isFreed)).toEqual([true])
    // The scope is closed: what is made now belongs to none.
    expect(isFreed(ones([1]))).toBe(false)
  })

  it('refuses a function that returns a promise', () => {
    expect(() => scope(async () => ones([1]))).toThrow(/scope: the function returned a promise/)
  })

  it('does not see what is made outside of scopes on purpose', () => {
    let free = ones([1])
    scope(() => {
      free = outsideScopes(() => ones([2]))
    })
    expect(isFreed(free)).toBe(false)
  })

  it('does not free a tensor that something made before it was written into', () => {
    const total = zeros([])
    for (let i = 0; i < 3; i++) scope(() => total.add_(ones([5]).sum()))
    expect(total.item()).toBe(15)
  })
})
