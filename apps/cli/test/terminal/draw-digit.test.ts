import { expect, test } from 'vitest'
import { drawDigit } from '../../src/terminal/draw-digit'

function pixels(...rows: string[]): number[] {
  return rows.flatMap((row) => [...row].map((character) => (character === '#' ? 1 : 0)))
}

test('drawDigit puts two rows of pixels into a line', () => {
  expect(drawDigit(pixels('##.', '#.#'), 3)).toEqual(['█▀▄'])
})

test('drawDigit draws the last row of an odd height', () => {
  expect(drawDigit(pixels('##', '##', '#.'), 2)).toEqual(['██', '▀ '])
})

test('drawDigit leaves out the lines without ink above and below, and keeps those within', () => {
  expect(drawDigit(pixels('..', '..', '#.', '..', '..', '..', '.#', '..', '..', '..'), 2)).toEqual(['▀ ', '  ', ' ▀'])
})

test('drawDigit of an empty image is no line at all', () => {
  expect(drawDigit(pixels('...', '...'), 3)).toEqual([])
})
