import { ShapeError, tensor } from '@nn/tensor'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIMEOUT } from './runs'

type Nested = number | Nested[]

const { nested } = fc.letrec<{ nested: Nested }>((tie) => ({
  nested: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: -9, max: 9 }),
    fc.array(tie('nested'), { maxLength: 3 }),
  ),
}))

/** A rectangular array of the shape, with numbers counted up. */
function rectangle([size, ...rest]: readonly number[], next = { value: 0 }): Nested {
  return size === undefined ? next.value++ : Array.from({ length: size }, () => rectangle(rest, next))
}

const rectangular = fc.array(fc.nat(3), { maxLength: 4 }).map((shape) => rectangle(shape))

/** The shape, or null for lists of different shapes. A list of none has no dimensions inside. */
function shapeOf(data: Nested): number[] | null {
  if (!Array.isArray(data)) return []
  const shapes = data.map(shapeOf)
  const [first = []] = shapes
  const isSame = shapes.every((shape) => shape !== null && String(shape) === String(first))
  return isSame && first !== null ? [data.length, ...first] : null
}

test('tensor(…) of nested lists has their shape and numbers, or refuses those of different shapes', {
  timeout: TIMEOUT,
}, () => {
  fc.assert(
    fc.property(fc.oneof(nested, rectangular), (data) => {
      const shape = shapeOf(data)
      if (shape === null) {
        expect(() => tensor(data as number[])).toThrow(ShapeError)
        return
      }
      const x = tensor(data as number[], { dtype: 'int64' })
      expect(x.shape).toEqual(shape)
      expect(x.toArray()).toEqual(data)
    }),
    runs(5000),
  )
})
