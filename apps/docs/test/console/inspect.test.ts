import { inspect as nodeInspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { inspect } from '../../src/console/inspect'

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

const values: [string, unknown][] = [
  ['numbers', [1, -0, Number.NaN, 1e21, 10n]],
  ['strings in objects', { text: "it's", other: 'a"b', both: `'"` }],
  ['nothing', [undefined, null, true, Symbol('s')]],
  ['empty things', [[], {}, new Map(), new Set()]],
  ['nested objects', { a: { b: { c: { d: 1 } } }, list: [[[[1]]]] }],
  ['keys', { 'not-a-name': 1, name: 2, 3: 4 }],
  ['class instances', new Point(1, 2)],
  ['maps and sets', [new Map([['a', { b: 1 }]]), new Set([1, 'two'])]],
  ['typed arrays', Float32Array.from([0.5, 0.25, 3])],
  ['functions', [Math.sin, () => 1, Point, class extends Point {}]],
  ['few long strings', ['a'.repeat(40), 'b'.repeat(40), 'c']],
  ['many numbers', Array.from({ length: 30 }, (_, i) => i * i)],
  ['many fractions', Array.from({ length: 17 }, (_, i) => Math.sqrt(i))],
  ['many strings', Array.from({ length: 12 }, (_, i) => 'x'.repeat(i))],
  ['more than a hundred', Array.from({ length: 250 }, (_, i) => i)],
  ['a hundred and one', Float64Array.from({ length: 101 }, (_, i) => i / 8)],
  ['matrices', Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => i * j))],
  ['wide objects', Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`key${i}`, i]))],
  ['objects of lists', { losses: Array.from({ length: 9 }, (_, i) => 1 / (i + 1)), name: 'run', at: { epoch: 3 } }],
  ['dates and expressions', [new Date(0), /a+/g]],
  ['rows of objects', Array.from({ length: 8 }, (_, i) => ({ epoch: i, loss: 1 / (i + 1) }))],
]

describe('inspect', () => {
  it.each(values)('shows %s as Node does', (_, value) => {
    expect(inspect(value)).toBe(nodeInspect(value, { breakLength: 80 }))
  })
})
