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
