import { DataLoader } from '@nn/data'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIMEOUT } from './runs'

const settings = fc.record({
  length: fc.nat(12),
  batchSize: fc.integer({ min: -1, max: 6 }),
  dropLast: fc.boolean(),
  sampler: fc.option(
    fc.array(fc.oneof(fc.integer({ min: -13, max: 12 }), fc.constantFrom(0.5, Number.NaN)), { maxLength: 8 }),
  ),
})

/** The batches that Python's `DataLoader` makes of `range(length)`; undefined where it raises an error. */
function model({
  length,
  batchSize,
  dropLast,
  sampler,
}: {
  length: number
  batchSize: number
  dropLast: boolean
  sampler: number[] | null
}): number[][] | undefined {
  if (batchSize < 1) return undefined
  const batches: number[][] = []
  const order = sampler ?? Array.from({ length }, (_, i) => i)
  for (let i = 0; i < order.length; i += batchSize) {
    const batch = order.slice(i, i + batchSize)
    if (batch.length < batchSize && dropLast) break
    if (!batch.every((at) => Number.isInteger(at) && at >= -length && at < length)) return undefined
    batches.push(batch.map((at) => (at < 0 ? at + length : at)))
  }
  return batches
}

test('a DataLoader makes the batches that Python makes, or refuses the settings', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(settings, (given) => {
      const { length, batchSize, dropLast, sampler } = given
      const numbers = Array.from({ length }, (_, i) => i)
      const load = (): number[][] => {
        const loader = new DataLoader(numbers, { batchSize, dropLast, ...(sampler && { sampler }) })
        return Array.from(loader, (batch) => batch.toArray() as number[])
      }
      const expected = model(given)
      if (expected === undefined) expect(load).toThrow()
      else expect(load()).toEqual(expected)
    }),
    runs(3000),
  )
})
