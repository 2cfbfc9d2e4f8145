import { type Tensor, where } from '@nn/tensor'
import { farWeight, nearWeight } from './cubic-kernel'

export type GridSampleMode = 'bilinear' | 'nearest' | 'bicubic'
export type GridSamplePadding = 'zeros' | 'border' | 'reflection'

/** A dimension that is sampled, and how. */
export interface SampledDimension {
  readonly size: number
  readonly mode: GridSampleMode
  readonly paddingMode: GridSamplePadding
  readonly alignCorners: boolean
}

/** What an input element adds at each place: the element at `index` times `weight`, which is 0 outside of the input. */
export interface SampledTerm {
  readonly index: Tensor
  readonly weight: Tensor
}

/** The terms of places along a dimension, which goes from -1 to 1. */
export function sampledTerms(coordinates: Tensor, dimension: SampledDimension): SampledTerm[] {
  const place = placeOf(coordinates, dimension)
  if (dimension.mode === 'bicubic') return cubicTerms(place, dimension)
  const padded = padPlaces(place, dimension)
  return dimension.mode === 'nearest' ? nearestTerms(padded, dimension) : linearTerms(padded, dimension)
}

/** The places in elements: the centre of the first one is at 0. */
function placeOf(coordinates: Tensor, { size, alignCorners }: SampledDimension): Tensor {
  const fromFirst = coordinates.add(1)
  return alignCorners ? fromFirst.div(2).mul(size - 1) : fromFirst.mul(size).sub(1).div(2)
}

function nearestTerms(place: Tensor, dimension: SampledDimension): SampledTerm[] {
  // In terms of the place, so that it has a gradient: 0.
  const one = place.mul(0).add(1)
  return [termAt(place.detach().round(), one, dimension)]
}

/** The neighbours on both sides, each weighed by how near it is. */
function linearTerms(place: Tensor, dimension: SampledDimension): SampledTerm[] {
  const left = place.detach().floor()
  const beyond = place.sub(left)
  return [termAt(left, beyond.neg().add(1), dimension), termAt(left.add(1), beyond, dimension)]
}

/** Two neighbours on each side. Not the place but each of them is brought inside. */
function cubicTerms(place: Tensor, dimension: SampledDimension): SampledTerm[] {
  const left = place.detach().floor()
  const t = place.sub(left)
  const rest = t.neg().add(1)
  const weights = [farWeight(t.add(1)), nearWeight(t), nearWeight(rest), farWeight(rest.add(1))]
  return weights.map((weight, k) => termAt(padPlaces(left.add(k - 1), dimension), weight, dimension))
}

function termAt(element: Tensor, weight: Tensor, { size }: SampledDimension): SampledTerm {
  const isInside = element.ge(0).logicalAnd(element.lt(size))
  return { index: where(isInside, element, 0).long(), weight: where(isInside, weight, 0) }
}

/** The places in the input that stand for those outside; zeros have none. */
function padPlaces(place: Tensor, { size, paddingMode, alignCorners }: SampledDimension): Tensor {
  if (paddingMode === 'zeros') return place
  if (paddingMode === 'border') return clip(place, size - 1)
  return clip(alignCorners ? reflect(place, 0, size - 1) : reflect(place, -0.5, size), size - 1)
}

/** Between 0 and `max`, with no gradient at the bounds and beyond. What is no number becomes 0. */
function clip(place: Tensor, max: number): Tensor {
  const isInside = place.gt(0).logicalAnd(place.lt(max))
  const bound = where(place.ge(max), max, 0)
  return where(isInside, place, bound.to(place.dtype))
}

/** Thrown back and forth between the walls at `low` and `low + span`. */
function reflect(place: Tensor, low: number, span: number): Tensor {
  if (span === 0) return place.mul(0)
  const distance = place.sub(low).abs()
  const rest = distance.fmod(span)
  const isBackwards = distance.div(span).floor().remainder(2).eq(1)
  return where(isBackwards, rest.neg().add(span), rest).add(low)
}
