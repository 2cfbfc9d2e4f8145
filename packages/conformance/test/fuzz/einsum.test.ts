import { einsum, tensor } from '@nn/tensor'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIMEOUT } from './runs'

const letters = ['i', 'j', 'k', 'l'] as const
type Letter = (typeof letters)[number]

interface Operand {
  readonly labels: readonly Letter[]
  readonly values: readonly number[]
}

const program = fc
  .record({
    sizes: fc.tuple(...letters.map(() => fc.integer({ min: 1, max: 3 }))),
    operands: fc.array(fc.array(fc.constantFrom(...letters), { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    seed: fc.nat(1000),
    kept: fc.subarray([...letters]),
  })
  .map(({ sizes, operands, seed, kept }) => {
    const sizeOf = (label: Letter): number => sizes[letters.indexOf(label)] as number
    const filled = operands.map((labels, at): Operand => {
      const count = labels.reduce((product, label) => product * sizeOf(label), 1)
      return { labels, values: Array.from({ length: count }, (_, i) => ((seed + 7 * at + 3 * i) % 11) - 5) }
    })
    const result = kept.filter((label) => operands.some((labels) => labels.includes(label)))
    return { sizeOf, operands: filled, result }
  })

/** Places of all labels, each as a record. */
function* places(labels: readonly Letter[], sizeOf: (label: Letter) => number): Generator<Map<Letter, number>> {
  const [label, ...rest] = labels
  if (label === undefined) {
    yield new Map()
    return
  }
  for (let i = 0; i < sizeOf(label); i++)
    for (const others of places(rest, sizeOf)) yield new Map([[label, i], ...others])
}

test('einsum is the sum of the products of all elements whose letters agree', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(program, ({ sizeOf, operands, result }) => {
      const flat = (labels: readonly Letter[], place: ReadonlyMap<Letter, number>): number =>
        labels.reduce((at, label) => at * sizeOf(label) + (place.get(label) as number), 0)
      const used = letters.filter((label) => operands.some(({ labels }) => labels.includes(label)))
      const expected = new Array<number>(result.reduce((product, label) => product * sizeOf(label), 1)).fill(0)
      for (const place of places(used, sizeOf)) {
        const product = operands.reduce((x, { labels, values }) => x * (values[flat(labels, place)] as number), 1)
        expected[flat(result, place)] = (expected[flat(result, place)] as number) + product
      }
      const equation = `${operands.map(({ labels }) => labels.join('')).join(',')}->${result.join('')}`
      const tensors = operands.map(({ labels, values }) =>
        tensor(values, { dtype: 'float64' }).view(labels.map(sizeOf)),
      )
      const found = einsum(equation, ...tensors)
      expect(found.shape, equation).toEqual(result.map(sizeOf))
      // Of zeros the sign depends on the order of additions.
      const values = found.reshape(-1).toArray() as number[]
      expect(
        values.map((value) => value + 0),
        equation,
      ).toEqual(expected)
    }),
    runs(2000),
  )
})
