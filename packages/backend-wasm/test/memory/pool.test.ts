import type { Storage } from '@nn/tensor'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as collector from '../../src/memory/collect-garbage'
import { Pool } from '../../src/memory/pool'

const KB = 1024
const newMemory = (): WebAssembly.Memory => new WebAssembly.Memory({ initial: 16 })

/** A pool that holds 256 KB before it reclaims, in 1 MB of memory. */
const newPool = (memory = newMemory()): Pool => new Pool(memory, 0, 256 * KB)

function filled(pool: Pool, value: number): Storage {
  const storage = pool.allocate('float32', KB)
  storage.data.fill(value)
  return storage
}

afterEach(() => vi.restoreAllMocks())

for (const engine of ['with a collector', 'without a collector'] as const) {
  describe(`Pool ${engine}`, () => {
    const prepare = (): void => {
      if (engine === 'without a collector') vi.spyOn(collector, 'findCollector').mockReturnValue(null)
    }

    test('keeps every value that is still referred to, however much is allocated', () => {
      prepare()
      const pool = newPool()
      const kept: Storage[] = []
      for (let i = 0; i < 1600; i++) {
        const storage = filled(pool, i)
        if (i % 80 === 0) kept.push(storage)
      }
      for (const [n, storage] of kept.entries()) expect([...new Set(storage.data)]).toEqual([80 * n])
    })

    test('does not grow the memory while dead storages make up the difference', () => {
      prepare()
      const memory = newMemory()
      const pool = newPool(memory)
      for (let i = 0; i < 2000; i++) filled(pool, i)
      expect(memory.buffer.byteLength).toBe(16 * 64 * KB)
    })

    test('grows when more is alive than its limit, and keeps the values', () => {
      prepare()
      const memory = newMemory()
      const pool = newPool(memory)
      const kept = Array.from({ length: 800 }, (_, i) => filled(pool, i))
      const addresses = kept.slice(-8).map((storage) => pool.addressOf(storage))
      expect(new Set(addresses).size).toBe(8)
      for (const [i, storage] of kept.entries()) expect(storage.data[17]).toBe(i)
    })

    test('moves an ordinary array in and gives its address', () => {
      prepare()
      const memory = newMemory()
      const pool = newPool(memory)
      const storage = filled(pool, 7)
      storage.moveOut()
      expect(storage.home).toBeNull()
      const address = pool.addressOf(storage)
      expect(new Float32Array(memory.buffer, address, KB)[99]).toBe(7)
      expect(storage.data[99]).toBe(7)
    })
  })
}

describe('Pool without a collector', () => {
  test('keeps at home what is used all the time, and has room for the rest', () => {
    vi.spyOn(collector, 'findCollector').mockReturnValue(null)
    const pool = newPool()
    const parameters = Array.from({ length: 48 }, (_, i) => filled(pool, i))
    let movedOut = 0
    for (let i = 0; i < 2000; i++) {
      movedOut += parameters.filter((parameter) => parameter.home === null).length
      for (const parameter of parameters) pool.addressOf(parameter)
      filled(pool, i)
    }
    // When it is full for the first time, it does not know them yet.
    expect(movedOut).toBeLessThan(parameters.length)
  })

  test('makes more room when what has moved out keeps coming back', () => {
    vi.spyOn(collector, 'findCollector').mockReturnValue(null)
    const pool = newPool()
    const inTurn = Array.from({ length: 200 }, (_, i) => filled(pool, i))
    for (let round = 0; round < 8; round++) for (const storage of inTurn) pool.addressOf(storage)
    expect(inTurn.filter((storage) => storage.home === pool)).toHaveLength(200)
    for (const [i, storage] of inTurn.entries()) expect(storage.data[5]).toBe(i)
  })
})

describe('Pool with a collector', () => {
  test('leaves its whole size to short-lived storages, however much else is alive', () => {
    const collect = collector.findCollector() as () => void
    const counted = vi.fn(collect)
    vi.spyOn(collector, 'findCollector').mockReturnValue(counted)
    // Collecting takes no time, so that nothing moves out instead.
    vi.spyOn(performance, 'now').mockReturnValue(0)
    const pool = new Pool(newMemory(), 0, 1024 * KB)
    const alive = Array.from({ length: 64 }, (_, i) => filled(pool, i))
    // 256 of the 1024 KB are alive: the first collection comes after 768 KB more, the others after 1024 KB each.
    for (let i = 0; i < 192 + 10 * 256; i++) filled(pool, i)
    expect(counted.mock.calls.length).toBeLessThanOrEqual(11)
    expect(alive.every((storage) => storage.home === pool)).toBe(true)
  })
})

describe('Pool', () => {
  test('reuses the block of a freed storage at once', () => {
    const pool = newPool()
    const first = filled(pool, 1)
    const { address } = first
    first.free()
    expect(filled(pool, 2).address).toBe(address)
    expect(() => first.data).toThrow(/freed/)
  })

  test('says how much is in use when memory cannot grow', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 })
    const pool = new Pool(memory, 0, 256 * KB)
    expect(() => pool.allocate('float64', 100 * KB)).toThrow(
      /out of WebAssembly memory: 65536 bytes are in use and 819200 more/,
    )
  })
})
