import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

type Library = typeof import('@nn/tensor') & typeof import('../src/index')

let nn: Library

// The library as a browser loads it, where there is no AsyncLocalStorage.
beforeAll(async () => {
  vi.resetModules()
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined })
  nn = { ...(await import('@nn/tensor')), ...(await import('../src/index')) }
})

// Other test files share what is imported.
afterAll(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const ticks = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await Promise.resolve()
}

describe('without AsyncLocalStorage', () => {
  it('a page that predicts twice at once trains afterwards', async () => {
    const x = nn.ones([2], { requiresGrad: true })
    const predict = (count: number): Promise<boolean> =>
      nn.noGrad(async () => {
        await ticks(count)
        return x.mul(2).requiresGrad
      })
    expect(await Promise.all([predict(3), predict(1)])).toEqual([false, false])
    expect(await Promise.all([predict(1), predict(3)])).toEqual([false, false])
    x.mul(3).sum().backward()
    expect([nn.isGradEnabled(), x.grad?.toArray()]).toEqual([true, [3, 3]])
  })

  it('recording goes on after uses that fail, in whatever order', async () => {
    const fail = async (count: number): Promise<never> => {
      await ticks(count)
      throw new Error('on purpose')
    }
    await Promise.allSettled([nn.noGrad(() => fail(3)), nn.enableGrad(() => fail(5)), nn.noGrad(() => fail(1))])
    expect(nn.isGradEnabled()).toBe(true)
  })

  it('a scope frees no tensor that another is at work with', async () => {
    const freed = (list: readonly { storage: { isFreed: boolean } }[]): boolean[] => list.map((x) => x.storage.isFreed)
    const work = (count: number) => async () => {
      const before = nn.ones([2])
      await ticks(count)
      const behind = before.add(1)
      await ticks(2 * count)
      expect(freed([before, behind])).toEqual([false, false])
      return [before, behind, behind.mul(2)] as const
    }
    const made: { storage: { isFreed: boolean } }[] = []
    const collect = (count: number) => async () => {
      made.push(nn.ones([1]))
      const [, , last] = await work(count)()
      return last
    }
    const results = Promise.all([nn.scope(collect(1)), nn.scope(collect(4)), nn.scope(collect(2))])
    await ticks(2)
    // Made by somebody who has nothing to do with the scopes.
    const mine = nn.ones([3])
    const sums = (await results).map((x) => x.sum().item())
    expect([sums, freed([mine]), freed(made)]).toEqual([[8, 8, 8], [false], [true, true, true]])
  })

  it('a synchronous scope behind an await frees what was made in it', async () => {
    const inner = await nn.scope(async () => {
      await ticks(1)
      let x = nn.ones([1])
      nn.scope(() => {
        x = nn.ones([2])
      })
      return [x.storage.isFreed, nn.ones([1]).storage.isFreed]
    })
    expect(inner).toEqual([true, false])
  })
})
