import { expect, test } from 'vitest'
import { showMemory } from '../../src/memory/show-memory'

const MEGABYTE = 2 ** 20

test('showMemory(runs) gives megabytes, what was taken at most, and how the speed changed', () => {
  const run = {
    loop: 'plain',
    start: 100 * MEGABYTE,
    max: 250 * MEGABYTE,
    end: 240 * MEGABYTE,
    speedAtFirst: 1000,
    speedAtLast: 950,
  }
  const row = showMemory([run]).split('\n')[2]
  expect(row?.split(/\s{2,}/)).toEqual(['plain', '100', '250', '240', '150', '1000', '950', '−5.0 %'])
})
