import type { Storage } from '@nn/tensor'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as machine from '../../src/memory/available-memory'
import * as collector from '../../src/memory/collect-garbage'
import { Pool } from '../../src/memory/pool'

const KB = 1024
const MB = 1024 * KB
const newMemory = (): WebAssembly.Memory => new WebAssembly.Memory({ initial: 16 })

/** A pool that holds 256 KB before it reclaims, in 1 MB of memory. */
const newPool = (memory = newMemory()): Pool => new Pool(memory, 0, 256 * KB, 4096 * MB)

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
      pool.beginKernel()
      pool.addressOf(filled(pool, 0))
      pool.endKernel()
      // Outside of kernels nothing stays where it is.
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

    test('keeps an empty storage usable when the memory grows', () => {
      prepare()
      const pool = newPool()
      const empty = pool.allocate('float32', 0)
      expect(empty.data.length).toBe(0)
      pool.allocate('float32', 2 * MB)
      expect([...empty.data]).toEqual([])
      expect(empty.data.every((element) => element === 0)).toBe(true)
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
    const pool = new Pool(newMemory(), 0, 1024 * KB, 4096 * MB)
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

  test('gives an ordinary array for what finds no room, and moves it in for a kernel', () => {
    const pool = new Pool(new WebAssembly.Memory({ initial: 16, maximum: 16 }), 0, 256 * KB, MB)
    const kept = Array.from({ length: 5 }, (_, i) => {
      const storage = pool.allocate('float32', 64 * KB)
      storage.data.fill(i)
      return storage
    })
    pool.beginKernel()
    const at = kept.slice(0, 3).map((storage) => pool.addressOf(storage))
    pool.endKernel()
    expect(new Set(at).size).toBe(3)
    for (const [i, storage] of kept.entries()) expect([...new Set(storage.data)]).toEqual([i])
  })

  test('refuses operands that do not fit into memory together, and goes on with smaller ones', () => {
    const pool = new Pool(new WebAssembly.Memory({ initial: 16, maximum: 16 }), 0, 256 * KB, MB)
    const large = [1, 2].map((value) => {
      const storage = pool.allocate('float32', 150 * KB)
      storage.data.fill(value)
      return storage
    }) as [Storage, Storage]
    pool.beginKernel()
    pool.addressOf(large[0])
    expect(() => pool.addressOf(large[1])).toThrow(/614400 bytes do not fit beside the other operands/)
    pool.endKernel()
    expect(pool.addressOf(large[1])).toBeGreaterThanOrEqual(0)
    expect([large[0].data[7], large[1].data[7]]).toEqual([1, 2])
  })

  test('is as good as new after it was full to the last byte, ten times in a row', () => {
    const pool = new Pool(new WebAssembly.Memory({ initial: 16, maximum: 256 }), 0, 256 * KB, 16 * MB)
    for (let round = 0; round < 10; round++) {
      let kept: Storage[] = []
      for (let i = 0; i < 40; i++) kept.push(pool.allocate('float32', 128 * KB))
      kept = []
      expect(pool.allocate('float32', 3.5 * MB).home).toBe(pool)
    }
  })

  test('refuses what would take the last memory of the machine, and goes on with less', () => {
    vi.spyOn(machine, 'availableMemory').mockReturnValue(300 * MB)
    const pool = new Pool(new WebAssembly.Memory({ initial: 16, maximum: 16 }), 0, 256 * KB, MB)
    expect(() => pool.allocate('float32', 16 * MB)).toThrow(/67108864 bytes more would take the last/)
    expect(pool.allocate('float32', 4 * MB).length).toBe(4 * MB)
  })
})

/** A step of a program that uses a pool: what is done to which of its storages. */
type Step = readonly [what: 'allocate' | 'drop' | 'free' | 'compute', which: number, elements: number]

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('allocate', 'allocate', 'drop', 'free', 'compute'),
  fc.nat(30),
  fc.oneof(fc.nat(100), fc.nat(20 * KB), fc.nat(100 * KB)),
)

for (const engine of ['with a collector', 'without a collector'] as const) {
  test(`whatever a program allocates, drops, frees and computes, no value is lost ${engine}`, () => {
    if (engine === 'without a collector') vi.spyOn(collector, 'findCollector').mockReturnValue(null)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const memory = new WebAssembly.Memory({ initial: 1, maximum: 16 })
        const pool = new Pool(memory, Pool.FIRST_ADDRESS, 128 * KB, MB)
        let value = 0
        const held: [storage: Storage, value: number][] = []
        for (const [what, which, elements] of steps) {
          const i = which % Math.max(held.length, 1)
          if (what === 'allocate') {
            const storage = pool.allocate('float32', elements)
            storage.data.fill(++value)
            held.push([storage, value])
          } else if (what === 'compute') {
            // Two operands by address, as a kernel reads them.
            pool.beginKernel()
            const operands = held
              .slice(i, i + 2)
              .map(([storage, own]) => ({ storage, own, at: pool.addressOf(storage) }))
            for (const { storage, own, at } of operands) {
              const elements = new Float32Array(memory.buffer, at, storage.length)
              if (elements.some((element) => element !== own))
                throw new Error(`a kernel reads another value than ${own}`)
            }
            pool.endKernel()
          } else if (held.length > 0) {
            const [[storage] = []] = held.splice(i, 1)
            if (what === 'free') storage?.free()
          }
        }
        for (const [storage, own] of held) {
          if (storage.data.some((element) => element !== own)) throw new Error(`a storage has lost its value ${own}`)
        }
      }),
      { numRuns: 60 },
    )
  })
}
