import { describe, expect, it } from 'vitest'
import { closeScope, keep, ones, openScope, outsideScopes, scope, type Tensor, zeros } from '../../src/index'

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

  it('refuses a generator, which runs when the scope has ended', () => {
    const generate = function* (): Generator<Tensor> {
      yield ones([1])
    }
    expect(() => scope(generate)).toThrow(/scope: the function returned a generator.*inside of it/)
  })

  it('refuses what is no function, and what it does not take', () => {
    const wrong = scope as (...args: unknown[]) => unknown
    expect(() => wrong(5)).toThrow('scope: fn must be a function, as in scope(() => …) or scope(async () => …), got 5')
    expect(() => wrong(Promise.resolve(1))).toThrow(/scope\(async \(\) => …\), got a promise/)
    expect(() => wrong(() => 1, 2)).toThrow(TypeError)
  })

  it('keeps tensors only', () => {
    const wrong = keep as (...args: unknown[]) => unknown
    expect(() => wrong([ones([1])])).toThrow('keep: input must be a tensor, got [a float32 tensor [1]]')
    expect(() => wrong(ones([1]), ones([1]))).toThrow(TypeError)
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

/** A promise to settle by hand, so that a test says who goes on when. */
function gate(): { readonly promise: Promise<void>; readonly open: () => void } {
  let open = (): void => {}
  const promise = new Promise<void>((resolve) => {
    open = resolve
  })
  return { promise, open }
}

describe('scope of an asynchronous function', () => {
  it('frees when its promise is settled what was made in it, and hands on what it returns', async () => {
    const made: Tensor[] = []
    const result = scope(async () => {
      made.push(ones([2]))
      await Promise.resolve()
      made.push(ones([3]))
      expect(made.map(isFreed)).toEqual([false, false])
      return made[1]?.add(1) as Tensor
    })
    const other = ones([4])
    expect((await result).toArray()).toEqual([2, 2, 2])
    expect([...made, other].map(isFreed)).toEqual([true, true, false])
  })

  it('frees when the promise is rejected, and passes the error on', async () => {
    const made: Tensor[] = []
    const failing = scope(async () => {
      made.push(ones([1]))
      await Promise.resolve()
      made.push(ones([1]))
      throw new RangeError('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(made.map(isFreed)).toEqual([true, true])
  })

  it('leaves what others make meanwhile, in scopes of their own or in none', async () => {
    const [first, second] = [gate(), gate()]
    const made: Tensor[] = []
    const a = scope(async () => {
      await first.promise
      made.push(ones([1]))
    })
    const b = scope(async () => {
      made.push(ones([2]))
      await second.promise
      made.push(ones([2]).mul(made[1] as Tensor))
    })
    const outside = ones([3])
    first.open()
    await a
    expect(made.map(isFreed)).toEqual([false, true])
    second.open()
    await expect(b).rejects.toThrow(/freed/)
    expect([...made, outside].map(isFreed)).toEqual([true, true, false])
  })

  it('nests, in synchronous scopes and around them', async () => {
    let inner = ones([1])
    const kept = await scope(async () => {
      inner = await scope(async () => {
        const part = scope(() => ones([2]).add(1))
        await Promise.resolve()
        return part.mul(2)
      })
      expect(isFreed(inner)).toBe(false)
      return inner.sum()
    })
    expect([kept.item(), isFreed(kept), isFreed(inner)]).toEqual([8, false, true])
  })
})

describe('openScope', () => {
  it('closes in any order', () => {
    const outer = openScope()
    const inner = openScope()
    const x = ones([1])
    closeScope(outer)
    expect(isFreed(x)).toBe(false)
    closeScope(inner)
    expect([isFreed(x), isFreed(ones([1]))]).toEqual([true, false])
    const y = ones([1])
    expect(y.storage.scope).toBeNull()
  })
})
