import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ProgramEvent } from '../../src/runner/messages'

const line = (text: string): ProgramEvent => ({ type: 'print', text, level: 'log' })

describe('EventBatches', () => {
  beforeEach(() => {
    vi.resetModules()
    vi.useFakeTimers()
  })
  afterEach(() => vi.useRealTimers())

  it('sends the first events at once, so that nothing is missing where the program then hangs', async () => {
    const { EventBatches } = await import('../../src/runner/event-batches')
    const sent: string[][] = []
    const batches = new EventBatches((events) => sent.push(events.map((event) => (event as { text: string }).text)))
    for (const text of ['a', 'b', 'c']) batches.add(line(text))
    expect(sent).toEqual([['a'], ['b'], ['c']])
  })

  it('sends later ones together', async () => {
    const { EventBatches } = await import('../../src/runner/event-batches')
    const sent: number[] = []
    const batches = new EventBatches((events) => sent.push(events.length))
    for (let i = 0; i < 1000; i++) batches.add(line(String(i)))
    vi.advanceTimersByTime(100)
    expect(sent.length).toBeLessThan(200)
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1000)
  })

  it('sends also while the program never yields to timers', async () => {
    const { EventBatches } = await import('../../src/runner/event-batches')
    let sent = 0
    const batches = new EventBatches(() => sent++)
    for (let i = 0; i < 1000; i++) {
      vi.setSystemTime(1000 * i)
      vi.spyOn(performance, 'now').mockReturnValue(1000 * (i + 1))
      batches.add(line(String(i)))
    }
    expect(sent).toBe(1000)
  })

  it('sends what is left when asked to', async () => {
    const { EventBatches } = await import('../../src/runner/event-batches')
    const sent: number[] = []
    const batches = new EventBatches((events) => sent.push(events.length))
    batches.add(line('a'))
    batches.add(line('b'))
    batches.flush()
    batches.flush()
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2)
  })
})
