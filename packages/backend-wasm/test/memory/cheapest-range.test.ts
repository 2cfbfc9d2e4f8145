import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, cheapestRange } from '../../src/memory/cheapest-range'

const block = (address: number, size: number, isPinned = false): Block => ({ address, size, isPinned })
const all = { start: 0, end: 100 }

test('nothing needs to be cleared where a gap is long enough', () => {
  expect(cheapestRange([block(0, 10), block(40, 10)], all, 30)).toEqual([])
})

test('the range with the fewest bytes in it is cleared', () => {
  const blocks = [block(0, 40), block(45, 10), block(60, 40)]
  expect(cheapestRange(blocks, all, 20)).toEqual([blocks[1]])
})

test('there is no range where blocks that stay lie in the way of each', () => {
  expect(cheapestRange([block(30, 10, true), block(70, 10, true)], all, 50)).toBeNull()
  expect(cheapestRange([], all, 101)).toBeNull()
})

/** Tries every range. */
function least(blocks: readonly Block[], size: number): number {
  let best = Infinity
  for (let from = 0; from + size <= all.end; from++) {
    const inside = blocks.filter(({ address, size: own }) => address < from + size && address + own > from)
    if (!inside.some(({ isPinned }) => isPinned)) best = Math.min(best, sum(inside))
  }
  return best
}

const sum = (blocks: readonly Block[]): number => blocks.reduce((total, { size }) => total + size, 0)

test('no other range costs less, wherever the blocks lie', () => {
  const gapAndBlock = fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 12 }), fc.boolean(), fc.boolean())
  fc.assert(
    fc.property(fc.array(gapAndBlock, { maxLength: 12 }), fc.integer({ min: 1, max: 100 }), (parts, size) => {
      const blocks: Block[] = []
      let at = 0
      for (const [gap, length, a, b] of parts) {
        if (at + gap + length > all.end) break
        blocks.push(block(at + gap, length, a && b))
        at += gap + length
      }
      const found = cheapestRange(blocks, all, size)
      expect(found === null ? Infinity : sum(found)).toBe(least(blocks, size))
    }),
    { numRuns: 500 },
  )
})
