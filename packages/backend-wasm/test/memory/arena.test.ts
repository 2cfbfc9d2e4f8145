import { describe, expect, test } from 'vitest'
import { Arena } from '../../src/memory/arena'

describe('Arena', () => {
  test('hands out blocks that do not overlap, at multiples of 64', () => {
    const arena = new Arena(10, 10_000)
    const size = Arena.sizeFor(100)
    const blocks = Array.from({ length: 20 }, () => arena.allocate(size) as number)
    expect(new Set(blocks).size).toBe(20)
    for (const [i, address] of blocks.sort((a, b) => a - b).entries()) {
      expect(address % 64).toBe(0)
      expect(address).toBeGreaterThanOrEqual(i === 0 ? 10 : (blocks[i - 1] as number) + size)
    }
  })

  test('reuses the block freed last for a request of the same size', () => {
    const arena = new Arena(0, 10_000)
    const [a, b] = [arena.allocate(128), arena.allocate(128)] as [number, number]
    arena.free(a, 128)
    arena.free(b, 128)
    expect(arena.allocate(128)).toBe(b)
    expect(arena.allocate(128)).toBe(a)
  })

  test('has no block when the range is used up, and has one again when it goes on', () => {
    const arena = new Arena(0, 256)
    expect(arena.allocate(256)).toBe(0)
    expect(arena.allocate(64)).toBeNull()
    arena.extend(512)
    expect(arena.allocate(64)).toBe(256)
  })

  test('joins freed neighbours for a larger request', () => {
    const arena = new Arena(0, 256)
    const blocks = [0, 1, 2, 3].map(() => arena.allocate(64) as number)
    for (const address of blocks) arena.free(address, 64)
    expect(arena.allocate(256)).toBeNull()
    arena.join()
    expect(arena.allocate(256)).toBe(0)
  })

  test('counts the bytes that are in use', () => {
    const arena = new Arena(0, 1024)
    const address = arena.allocate(Arena.sizeFor(1)) as number
    expect(arena.used).toBe(64)
    arena.free(address, 64)
    expect(arena.used).toBe(0)
  })
})
