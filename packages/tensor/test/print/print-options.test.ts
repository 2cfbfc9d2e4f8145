import { afterEach, describe, expect, it } from 'vitest'
import { getPrintoptions, printoptions, setPrintoptions } from '../../src/print/index'

const defaults = { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80, sciMode: null }

afterEach(() => setPrintoptions({ profile: 'default' }))

describe('setPrintoptions', () => {
  it('changes what is given and leaves the rest', () => {
    setPrintoptions({ precision: 2 })
    setPrintoptions({ linewidth: 120 })
    expect(getPrintoptions()).toEqual({ ...defaults, precision: 2, linewidth: 120 })
  })

  it('forgets sciMode at the next call, as PyTorch does', () => {
    setPrintoptions({ sciMode: true })
    expect(getPrintoptions().sciMode).toBe(true)
    setPrintoptions({ precision: 3 })
    expect(getPrintoptions().sciMode).toBeNull()
  })

  it('takes a profile, and options over it', () => {
    setPrintoptions({ profile: 'short', precision: 3 })
    expect(getPrintoptions()).toEqual({ ...defaults, precision: 3, edgeitems: 2 })
    setPrintoptions({ profile: 'full' })
    expect(getPrintoptions()).toEqual({ ...defaults, threshold: Number.POSITIVE_INFINITY })
  })

  it('refuses options no tensor could be printed with, and keeps the old ones', () => {
    for (const change of [
      { precision: -1 },
      { precision: 2.5 },
      { edgeitems: -1 },
      { linewidth: 0 },
      { threshold: -1 },
    ]) {
      expect(() => setPrintoptions(change)).toThrow(RangeError)
    }
    expect(() => setPrintoptions({ profile: 'long' as never })).toThrow(
      new RangeError("setPrintoptions: no profile is called 'long', there are default, short, full"),
    )
    expect(getPrintoptions()).toEqual(defaults)
  })
})

describe('printoptions', () => {
  it('holds inside the callback only, whose result it returns', () => {
    expect(printoptions({ precision: 1 }, () => getPrintoptions().precision)).toBe(1)
    expect(getPrintoptions()).toEqual(defaults)
  })

  it('ends when the callback throws', () => {
    const fail = () => {
      throw new Error('inside')
    }
    expect(() => printoptions({ precision: 1 }, fail)).toThrow('inside')
    expect(getPrintoptions()).toEqual(defaults)
  })
})
