import { expect, test } from 'vitest'
import { directImports } from '../../src/architecture/direct-imports'
import { placeGraph } from '../../src/architecture/place-graph'

const diamond = new Map([
  ['top', ['left', 'right', 'bottom']],
  ['left', ['bottom']],
  ['right', ['bottom']],
  ['bottom', []],
])

test('an arrow that others imply is left out', () => {
  expect(directImports(diamond).get('top')).toEqual(['left', 'right'])
  expect(directImports(diamond).get('left')).toEqual(['bottom'])
})

test('every arrow points down, and boxes of a row lie side by side', () => {
  const { boxes } = placeGraph(directImports(diamond))
  const [top, left, right, bottom] = ['top', 'left', 'right', 'bottom'].map((name) =>
    boxes.find((box) => box.name === name),
  )
  expect(top?.y).toBeLessThan(left?.y ?? 0)
  expect(left?.y).toBe(right?.y)
  expect(left?.x).not.toBe(right?.x)
  expect(bottom?.y).toBeGreaterThan(left?.y ?? 0)
})

test('an arrow that passes a row goes through a lane of its own', () => {
  const { arrows, boxes } = placeGraph(
    new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['e']],
      ['d', ['e']],
      ['e', []],
    ]),
  )
  expect(boxes.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  // d stands just below a, so that its arrow to e passes the row of c.
  expect(boxes.find(({ name }) => name === 'd')?.y).toBe(boxes.find(({ name }) => name === 'b')?.y)
  expect(arrows.find(({ from }) => from === 'd')?.path).toContain('V')
  expect(arrows.find(({ from }) => from === 'c')?.path).not.toContain('V')
})
