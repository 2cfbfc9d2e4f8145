import { ShapeError } from '@nn/tensor'
import type { DimensionPadding } from './padding-sizes'

/** How elements of the input itself fill the padding. */
export type FillMode = 'reflect' | 'replicate' | 'circular'

/** What stands at a place of a dimension of `size`, counted from the input's first element. */
type Source = (place: number, size: number) => number

const sources: Readonly<Record<Exclude<FillMode, 'circular'>, Source>> = {
  reflect: (place, size) => size - 1 - Math.abs(size - 1 - Math.abs(place)),
  replicate: (place, size) => Math.min(Math.max(place, 0), size - 1),
}

/**
 * The index in the input of every element of a padded dimension.
 *
 * @throws ShapeError where the dimension is too small to fill its padding from.
 */
export function paddedIndices(mode: FillMode, size: number, padding: DimensionPadding): number[] {
  checkSize(mode, size, padding)
  const { before, after } = padding
  const places = Array.from({ length: size + before + after }, (_, i) => i - before)
  return mode === 'circular'
    ? places.map((place) => around(place, size, padding))
    : places.map((place) => sources[mode](place, size))
}

/** What negative paddings take away does not come around again. */
function around(place: number, size: number, padding: DimensionPadding): number {
  const start = Math.max(-padding.before, 0)
  const length = keptOf(size, padding)
  return start + ((place - start + length) % length)
}

/** How many elements negative paddings leave. */
function keptOf(size: number, { before, after }: DimensionPadding): number {
  return size - Math.max(-before, 0) - Math.max(-after, 0)
}

function checkSize(mode: FillMode, size: number, padding: DimensionPadding): void {
  const { dim, before, after } = padding
  const limits = { reflect: size - 1, replicate: size > 0 ? Infinity : 0, circular: keptOf(size, padding) }
  const widest = Math.max(before, after)
  if (widest > limits[mode]) {
    throw new ShapeError(
      `pad: dimension ${dim} of size ${size} is too small for ${mode} padding of ${before} and ${after}`,
    )
  }
}
