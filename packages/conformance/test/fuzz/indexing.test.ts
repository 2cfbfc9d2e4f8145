import { arange, type Index, IndexError } from '@nn/tensor'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIMEOUT } from './runs'

type Nested = number | Nested[]

/** An index that takes a dimension: a place, a slice as Python writes it, or a new dimension. */
type Part = { place: number } | { slice: [number | null, number | null, number | null] } | { added: true }

const bound = fc.option(fc.integer({ min: -5, max: 5 }))
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ place: fc.integer({ min: -4, max: 3 }) }),
  fc.record({ slice: fc.tuple(bound, bound, fc.option(fc.integer({ min: 1, max: 3 }))) }),
  fc.record({ added: fc.constant(true as const) }),
)

const asIndex = (given: Part): Index => {
  if ('place' in given) return given.place
  if ('added' in given) return null
  const [start, stop, step] = given.slice.map((n) => (n === null ? '' : String(n)))
  return step === '' ? `${start}:${stop}` : `${start}:${stop}:${step}`
}

/** What Python gives for a nested list of lists; undefined where it raises an error. */
function model(data: Nested, [given, ...rest]: readonly Part[]): Nested | undefined {
  if (given === undefined) return data
  if ('added' in given) {
    const inside = model(data, rest)
    return inside === undefined ? undefined : [inside]
  }
  if (!Array.isArray(data)) return undefined
  const { length } = data
  if ('place' in given) {
    const inside = data[given.place < 0 ? given.place + length : given.place]
    return inside === undefined ? undefined : model(inside, rest)
  }
  const clamp = (n: number): number => Math.min(Math.max(n < 0 ? n + length : n, 0), length)
  const [start, stop, step] = given.slice
  const chosen: Nested[] = []
  for (let i = clamp(start ?? 0); i < clamp(stop ?? length); i += step ?? 1) {
    const inside = model(data[i] as Nested, rest)
    if (inside === undefined) return undefined
    chosen.push(inside)
  }
  return chosen
}

test('at(…) of places, slices and new dimensions gives what Python gives', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      fc.array(part, { minLength: 1, maxLength: 4 }),
      (shape, parts) => {
        const x = arange(shape.reduce((product, n) => product * n, 1)).view(shape)
        const expected = model(x.toArray() as Nested, parts)
        // Of an empty slice the model cannot tell whether what is inside of it would be an error.
        fc.pre(JSON.stringify(expected)?.includes('[]') !== true)
        const read = (): unknown => x.at(...parts.map(asIndex)).toArray()
        if (expected === undefined) expect(read).toThrow(IndexError)
        else expect(read()).toEqual(expected)
      },
    ),
    runs(5000),
  )
})
