import { type Kind, kinds, type Tensor, type Windows } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { checkPlanes, type Rank } from './planes'

/** A size for all spatial dimensions, or one for each; null keeps the input's. */
export type AdaptiveSize = number | null | readonly (number | null)[]

const size = kinds.orNull(kinds.integer)

export const adaptiveSizeKind: Kind<AdaptiveSize> = kinds.either(
  size,
  kinds.kind<readonly (number | null)[]>(
    'a list of them, as [3, null]',
    (value) => Array.isArray(value) && value.every(size.accepts),
  ),
)

/** Windows that cut a dimension of `size` into `count` parts as even as can be; neighbours may share an element. */
function evenWindows(size: number, count: number): Windows {
  const places = Array.from({ length: count }, (_, i) => i)
  return {
    start: places.map((i) => Math.floor((i * size) / count)),
    end: places.map((i) => Math.ceil(((i + 1) * size) / count)),
    step: 1,
  }
}

/**
 * The windows of each spatial dimension that make an output of the size asked for.
 *
 * @throws RangeError for sizes that are none.
 * @throws ShapeError for an input of another number of dimensions.
 * @throws DTypeError for integers.
 */
export function adaptiveWindows(op: string, input: Tensor, rank: Rank, outputSize: AdaptiveSize): Windows[] {
  checkPlanes(op, input, rank)
  checkFloatingPoint(op, input)
  const sizes = input.shape.slice(-rank)
  const given = typeof outputSize === 'object' && outputSize !== null ? outputSize : sizes.map(() => outputSize)
  if (given.length !== rank) {
    throw new RangeError(`${op}: outputSize must be one size or ${rank}, got [${given.join(', ')}]`)
  }
  return sizes.map((size, d) => {
    const count = given[d] ?? size
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`${op}: outputSize must be a non-negative integer, got ${count}`)
    }
    return evenWindows(size, count)
  })
}

/** How many elements each window has. */
export function lengthsOf({ start, end }: Windows): number[] {
  return start.map((first, i) => (end[i] as number) - first)
}
