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

  it('holds in an asynchronous callback until it is done, and for nobody else', async () => {
    const seen: number[] = []
    const printed = printoptions({ precision: 1 }, async () => {
      await Promise.resolve()
      seen.push(getPrintoptions().precision)
    })
    seen.push(getPrintoptions().precision)
    await printed
    expect([...seen, getPrintoptions().precision]).toEqual([4, 1, 4])
  })

  it('takes options by name only, and a function', () => {
    const wrong = printoptions as (...args: unknown[]) => unknown
    expect(() => wrong({ sci_mode: true }, () => 1)).toThrow(
      "printoptions: there is no option 'sci_mode'; write sciMode",
    )
    expect(() => wrong(2, () => 1)).toThrow(TypeError)
    expect(() => wrong({ precision: 2 })).toThrow(/printoptions: fn is missing/)
    expect(() => wrong({ precision: -1 }, () => 1)).toThrow(/printoptions: precision must be an integer from 0 to 99/)
  })
})

describe('setPrintoptions', () => {
  it("takes options in PyTorch's order, and by name", () => {
    setPrintoptions(2, 100, 1, 60, 'short', true)
    expect(getPrintoptions()).toEqual({ precision: 2, threshold: 100, edgeitems: 1, linewidth: 60, sciMode: true })
  })

  it('refuses what it does not take', () => {
    const wrong = setPrintoptions as (...args: unknown[]) => void
    expect(() => wrong({ line_width: 60 })).toThrow("setPrintoptions: there is no option 'line_width'; write linewidth")
    expect(() => wrong({ precision: '2' })).toThrow("setPrintoptions: precision must be a number, got '2'")
    expect(getPrintoptions()).toEqual(defaults)
  })
})
