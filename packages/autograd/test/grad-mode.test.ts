import { ones, type Tensor } from '@nn/tensor'
import { afterEach, describe, expect, it } from 'vitest'
import { enableGrad, isGradEnabled, noGrad, setGradEnabled } from '../src/index'

afterEach(() => setGradEnabled(true))

const w: Tensor = ones([2], { requiresGrad: true })

describe('noGrad', () => {
  it('records nothing inside, and goes on recording behind', () => {
    const inside = noGrad(() => w.mul(2))
    expect([inside.requiresGrad, inside.gradFn, w.mul(2).requiresGrad]).toEqual([false, null, true])
  })

  it('lets leaves be changed in place', () => {
    const x = ones([2], { requiresGrad: true })
    noGrad(() => x.sub_(0.5))
    expect([x.toArray(), x.requiresGrad, x.isLeaf]).toEqual([[0.5, 0.5], true, true])
  })

  it('lets leaves that require grad be made', () => {
    expect(noGrad(() => ones([1], { requiresGrad: true })).requiresGrad).toBe(true)
  })

  it('puts the mode back when the function throws', () => {
    expect(() =>
      noGrad(() => {
        throw new RangeError('on purpose')
      }),
    ).toThrow('on purpose')
    expect(isGradEnabled()).toBe(true)
  })

  it('stays until an asynchronous function is done, also when that fails', async () => {
    const seen: boolean[] = []
    await noGrad(async () => {
      seen.push(isGradEnabled())
      await Promise.resolve()
      seen.push(isGradEnabled())
    })
    seen.push(isGradEnabled())
    await expect(noGrad(() => Promise.reject(new Error('on purpose')))).rejects.toThrow('on purpose')
    expect([...seen, isGradEnabled()]).toEqual([false, false, true, true])
  })
})

describe('grad mode in asynchronous code', () => {
  it('is on again after several functions without recording at once', async () => {
    const predict = (): Promise<Tensor> => noGrad(async () => w.mul(await Promise.resolve(2)))
    const [a, b] = await Promise.all([predict(), predict()])
    expect([a.requiresGrad, b.requiresGrad, isGradEnabled()]).toEqual([false, false, true])
  })

  it('belongs to each of several functions that overlap', async () => {
    const log: string[] = []
    const watch = (name: string, count: number) => async (): Promise<void> => {
      for (let i = 0; i < count; i++) {
        await Promise.resolve()
        log.push(`${name} ${isGradEnabled()}`)
      }
    }
    await Promise.all([
      noGrad(watch('off', 2)),
      enableGrad(watch('on', 5)),
      noGrad(watch('off', 9)),
      watch('none', 4)(),
    ])
    expect(new Set(log)).toEqual(new Set(['off false', 'on true', 'none true']))
    expect(isGradEnabled()).toBe(true)
  })

  it('lets a program train while it predicts, and afterwards', async () => {
    const x = ones([2], { requiresGrad: true })
    const predict = (): Promise<void> =>
      noGrad(async () => {
        for (let i = 0; i < 3; i++) {
          await Promise.resolve()
          expect(x.mul(2).requiresGrad).toBe(false)
        }
      })
    const predictions = [predict(), predict()]
    x.mul(3).sum().backward()
    await Promise.resolve()
    x.mul(3).sum().backward()
    await Promise.all(predictions)
    x.mul(3).sum().backward()
    expect(x.grad?.toArray()).toEqual([9, 9])
  })

  it('nests', async () => {
    const seen = await noGrad(async () => {
      const inside = await enableGrad(async () => {
        await Promise.resolve()
        return isGradEnabled()
      })
      return [inside, isGradEnabled()]
    })
    expect([seen, isGradEnabled()]).toEqual([[true, false], true])
  })

  it('holds in backward hooks and gradients of its function', async () => {
    const x = ones([2], { requiresGrad: true })
    await noGrad(async () => {
      await Promise.resolve()
      const y = enableGrad(() => x.mul(x).sum())
      y.backward()
      expect([x.grad?.toArray(), isGradEnabled()]).toEqual([[2, 2], false])
    })
  })
})

describe('grad mode in generators', () => {
  // What PyTorch's test_set_grad_generator_functions and test_set_grad_coroutines assert.
  it('is off whenever the generator runs, and as it was whenever it does not', () => {
    const log: boolean[] = []
    const generate = function* (): Generator<number> {
      log.push(isGradEnabled())
      yield 1
      log.push(isGradEnabled())
      yield 2
    }
    for (const _ of noGrad(generate)) log.push(isGradEnabled())
    enableGrad(() => {
      for (const _ of noGrad(generate)) log.push(isGradEnabled())
    })
    expect(log).toEqual([false, true, false, true, false, true, false, true])
  })

  it('passes values and errors in, and results and errors out', () => {
    const seen: unknown[] = []
    const coroutine = noGrad(function* (): Generator<string, string, string> {
      try {
        seen.push(yield 'first', isGradEnabled())
      } catch (error) {
        seen.push((error as Error).message, isGradEnabled())
      }
      yield 'second'
      return 'done'
    })
    expect(coroutine.next().value).toBe('first')
    expect(coroutine.throw(new Error('in')).value).toBe('second')
    expect(coroutine.next()).toEqual({ value: 'done', done: true })
    expect([seen, isGradEnabled()]).toEqual([['in', false], true])
  })

  it('is off in asynchronous generators', async () => {
    const seen: boolean[] = []
    const batches = noGrad(async function* () {
      await Promise.resolve()
      yield w.mul(2).requiresGrad
      await Promise.resolve()
      yield w.mul(2).requiresGrad
    })
    for await (const recorded of batches) seen.push(recorded, w.mul(2).requiresGrad)
    expect(seen).toEqual([false, true, false, true])
  })
})

describe('arguments', () => {
  it('are named where they are wrong', () => {
    const [off, set] = [noGrad as (...args: unknown[]) => unknown, setGradEnabled as (...args: unknown[]) => unknown]
    expect(() => off(5)).toThrow('noGrad: fn must be a function, as in noGrad(() => …) or noGrad(async () => …), got 5')
    expect(() => off(Promise.resolve(1))).toThrow(/as in noGrad.* or noGrad\(async \(\) => …\), got a promise/)
    expect(() => off()).toThrow('noGrad: fn is missing; it takes (fn)')
    expect(() => off(() => 1, true)).toThrow(TypeError)
    expect(() => set('off')).toThrow("setGradEnabled: mode must be true or false, got 'off'")
  })
})

describe('enableGrad', () => {
  it('records inside of noGrad', () => {
    noGrad(() => {
      expect(enableGrad(() => w.mul(2)).requiresGrad).toBe(true)
      expect(isGradEnabled()).toBe(false)
    })
  })

  it('nests to any depth', () => {
    const modes = noGrad(() => [
      isGradEnabled(),
      enableGrad(() => [isGradEnabled(), noGrad(() => isGradEnabled()), isGradEnabled()]),
      isGradEnabled(),
    ])
    expect(modes).toEqual([false, [true, false, true], false])
  })
})

describe('setGradEnabled', () => {
  it('holds until it is called again', () => {
    setGradEnabled(false)
    expect(w.mul(2).requiresGrad).toBe(false)
    setGradEnabled(true)
    expect(w.mul(2).requiresGrad).toBe(true)
  })

  it('inside of a function holds no longer than that', () => {
    noGrad(() => setGradEnabled(true))
    expect(isGradEnabled()).toBe(true)
    enableGrad(() => setGradEnabled(false))
    expect(isGradEnabled()).toBe(true)
  })
})

describe('backward', () => {
  it('does not record, whatever the mode', () => {
    const x = ones([2], { requiresGrad: true })
    const y = x.mul(x).sum()
    noGrad(() => y.backward())
    expect([x.grad?.toArray(), x.grad?.requiresGrad, isGradEnabled()]).toEqual([[2, 2], false, true])
  })
})
