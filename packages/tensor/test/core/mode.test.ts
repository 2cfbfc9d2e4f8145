import { describe, expect, it } from 'vitest'
import { Mode } from '../../src/index'

/** A promise to settle by hand, so that a test says who goes on when. */
function gate(): { readonly promise: Promise<void>; readonly open: () => void } {
  let open = (): void => {}
  const promise = new Promise<void>((resolve) => {
    open = resolve
  })
  return { promise, open }
}

const machines: readonly (readonly [string, () => Mode<string>])[] = [
  ['with AsyncLocalStorage', () => new Mode('none')],
  ['without AsyncLocalStorage, as in browsers', () => new Mode('none', { carrier: undefined })],
]

describe.each(machines)('a mode %s', (_, newMode) => {
  it('holds inside of the function, nested to any depth', () => {
    const mode = newMode()
    const seen = mode.use('a', () => [mode.get(), mode.use('b', () => mode.get()), mode.get()])
    expect([...seen, mode.get()]).toEqual(['a', 'b', 'a', 'none'])
  })

  it('goes back when the function throws', () => {
    const mode = newMode()
    const fail = (): never => {
      throw new RangeError('on purpose')
    }
    expect(() => mode.use('a', fail)).toThrow('on purpose')
    expect(() => mode.during('a', fail)).toThrow('on purpose')
    expect(mode.get()).toBe('none')
  })

  it('holds behind each await of an asynchronous function', async () => {
    const mode = newMode()
    const seen: string[] = []
    const result = await mode.use('a', async () => {
      for (let i = 0; i < 3; i++) {
        seen.push(mode.get())
        await Promise.resolve()
      }
      return 'result'
    })
    expect([result, seen, mode.get()]).toEqual(['result', ['a', 'a', 'a'], 'none'])
  })

  it('nests in asynchronous functions', async () => {
    const mode = newMode()
    const seen = await mode.use('a', async () => {
      const inner = await mode.use('b', async () => {
        await Promise.resolve()
        const sync = mode.use('c', () => mode.get())
        return [sync, mode.get()]
      })
      return [...inner, mode.get()]
    })
    expect([...seen, mode.get()]).toEqual(['c', 'b', 'a', 'none'])
  })

  it('goes back when the promise is rejected', async () => {
    const mode = newMode()
    await expect(mode.use('a', () => Promise.reject(new Error('on purpose')))).rejects.toThrow('on purpose')
    expect(mode.get()).toBe('none')
  })

  it('goes back when uses overlap, in whatever order they end', async () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [0, 2, 1],
    ]) {
      const mode = newMode()
      const gates = [gate(), gate(), gate()]
      const uses = gates.map(({ promise }, i) => mode.use(`${i}`, () => promise))
      for (const i of order) {
        gates[i]?.open()
        await uses[i]
      }
      expect(mode.get()).toBe('none')
    }
  })

  it('is what it was after many at once', async () => {
    const mode = newMode()
    const use = (value: string): Promise<void> => mode.use(value, async () => void (await Promise.resolve()))
    await Promise.all([use('a'), use('b'), use('a')])
    expect(mode.get()).toBe('none')
  })

  it('takes a thenable for a promise', async () => {
    const mode = newMode()
    const seen: string[] = []
    const thenable = {
      // biome-ignore lint/suspicious/noThenProperty: what is tested.
      then(resolve: (value: number) => void): void {
        seen.push(mode.get())
        resolve(5)
      },
    }
    expect(await mode.use('a', () => thenable)).toBe(5)
    expect([seen, mode.get()]).toEqual([['a'], 'none'])
  })

  it('holds in every resumption of a generator, and not between', () => {
    const mode = newMode()
    const log: string[] = []
    const values = mode.use('a', function* () {
      try {
        log.push(mode.get())
        const got: string = yield mode.get()
        log.push(got, mode.get())
        yield* ['x', mode.get()]
      } finally {
        log.push(`end ${mode.get()}`)
      }
    })
    expect(values.next('').value).toBe('a')
    log.push(mode.get())
    expect(values.next('given').value).toBe('x')
    expect(mode.use('b', () => values.next('').value)).toBe('a')
    expect(values.return?.()).toEqual({ value: undefined, done: true })
    expect(log).toEqual(['a', 'none', 'given', 'a', 'end a'])
  })

  it('gives errors thrown into a generator to it, in the mode', () => {
    const mode = newMode()
    const values = mode.use('a', function* () {
      try {
        yield 1
      } catch {
        yield mode.get()
      }
      throw new RangeError(mode.get())
    })
    values.next()
    expect(values.throw(new Error('in')).value).toBe('a')
    expect(() => values.next()).toThrow(new RangeError('a'))
    expect([values.next().done, mode.get()]).toEqual([true, 'none'])
  })

  it('lets a generator be iterated, closed early and asked for what it is', () => {
    const mode = newMode()
    let ended = ''
    const count = function* (): Generator<string> {
      try {
        for (;;) yield mode.get()
      } finally {
        ended = mode.get()
      }
    }
    const values = mode.use('a', count)
    for (const value of values) {
      expect([value, mode.get()]).toEqual(['a', 'none'])
      break
    }
    expect([ended, values instanceof count]).toEqual(['a', true])
  })

  it('holds in an asynchronous generator', async () => {
    const mode = newMode()
    const seen: string[] = []
    const values = mode.use('a', async function* () {
      seen.push(mode.get())
      await Promise.resolve()
      yield mode.get()
      await Promise.resolve()
      yield mode.get()
    })
    for await (const value of values) seen.push(value, mode.get())
    expect(seen).toEqual(['a', 'a', 'none', 'a', 'none'])
  })

  it('set holds until the use that it is in ends', async () => {
    const mode = newMode()
    mode.use('a', () => mode.set('b'))
    expect(mode.get()).toBe('none')
    const seen = await mode.use('a', async () => {
      await Promise.resolve()
      mode.set('b')
      await Promise.resolve()
      return mode.get()
    })
    expect([seen, mode.get()]).toEqual(['b', 'none'])
    mode.set('c')
    expect([mode.get(), mode.use('a', () => mode.get()), mode.get()]).toEqual(['c', 'a', 'c'])
  })
})

describe('a mode with AsyncLocalStorage', () => {
  it('holds for its own function only while others run', async () => {
    const mode = new Mode('none')
    const { promise, open } = gate()
    const seen: string[] = []
    const watch = async (value: string): Promise<void> => {
      await promise
      seen.push(`${value} ${mode.get()}`)
    }
    const both = Promise.all([mode.use('a', () => watch('a')), mode.use('b', () => watch('b')), watch('none')])
    expect(mode.get()).toBe('none')
    open()
    await both
    expect(seen.sort()).toEqual(['a a', 'b b', 'none none'])
  })

  it('does not hold for what nobody waits for once the function is done', async () => {
    const mode = new Mode('none')
    const { promise, open } = gate()
    const pending = gate()
    let left: Promise<string> = Promise.resolve('')
    const outer = mode.use('outer', async () => {
      mode.use('inner', () => {
        left = promise.then(() => mode.get())
      })
      await pending.promise
    })
    open()
    expect(await left).toBe('outer')
    pending.open()
    await outer
  })
})

describe('a mode without AsyncLocalStorage', () => {
  it('is that of the youngest use that is not done', async () => {
    const mode = new Mode('none', { carrier: undefined })
    const [a, b] = [gate(), gate()]
    const uses = [mode.use('a', () => a.promise), mode.use('b', () => b.promise)]
    expect([mode.get(), mode.use('c', () => mode.get()), mode.get()]).toEqual(['b', 'c', 'b'])
    a.open()
    await uses[0]
    expect(mode.get()).toBe('b')
    b.open()
    await uses[1]
    expect(mode.get()).toBe('none')
  })

  it('may say something else behind an await', async () => {
    const mode = new Mode('none', { carrier: undefined, afterAwait: (value) => `${value}?` })
    const seen = await mode.use('a', async () => {
      const before = mode.get()
      await Promise.resolve()
      return [before, mode.get()]
    })
    expect(seen).toEqual(['a', 'a?'])
  })
})
