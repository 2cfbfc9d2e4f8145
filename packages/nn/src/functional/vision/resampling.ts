/** How the elements of a dimension are found from those of another size. */
export type Resampling = 'nearest' | 'nearest-exact' | 'linear' | 'cubic' | 'area'

/** A dimension before and after. */
export interface ResampledDimension {
  readonly inputSize: number
  readonly outputSize: number
  /** By what the size was multiplied, where that was said and shall count as it was said. */
  readonly scaleFactor: number | null
  /** Whether the centres of the first and last elements stay at their places, instead of the dimension's ends. */
  readonly alignCorners: boolean
  /** Rounds to the precision that PyTorch computes places in. */
  readonly round: (value: number) => number
}

/** What an input element adds to an output element: itself times a weight. */
export interface Term {
  readonly index: number
  readonly weight: number
}

/** The terms of output element i. */
type TermsAt = (i: number, dimension: ResampledDimension) => readonly Term[]

const termsAt: Readonly<Record<Resampling, TermsAt>> = {
  nearest: (i, dimension) => only(dimension.round(i * stepOf(dimension)), dimension),
  'nearest-exact': (i, dimension) => only(dimension.round((i + 0.5) * stepOf(dimension)), dimension),
  linear: linearTerms,
  cubic: cubicTerms,
  area: areaTerms,
}

/** The terms of every output element. */
export function termsOf(resampling: Resampling, dimension: ResampledDimension): readonly (readonly Term[])[] {
  return Array.from({ length: dimension.outputSize }, (_, i) => termsAt[resampling](i, dimension))
}

/** How far apart in the input the neighbours in the output are. */
function stepOf({ inputSize, outputSize, scaleFactor, alignCorners, round }: ResampledDimension): number {
  if (alignCorners) return outputSize > 1 ? round((inputSize - 1) / (outputSize - 1)) : 0
  return round(scaleFactor === null ? inputSize / outputSize : 1 / scaleFactor)
}

/** Where the centre of output element i lies in the input, whose first element's centre is at 0. */
function placeOf(i: number, dimension: ResampledDimension): number {
  const { alignCorners, round } = dimension
  const step = stepOf(dimension)
  return alignCorners ? round(step * i) : round(round(step * (i + 0.5)) - 0.5)
}

function only(place: number, { inputSize }: ResampledDimension): Term[] {
  return [{ index: Math.min(Math.floor(place), inputSize - 1), weight: 1 }]
}

/** The neighbours on both sides, each weighed by how near it is; a dimension that keeps its size stays as it is. */
function linearTerms(i: number, dimension: ResampledDimension): Term[] {
  if (dimension.inputSize === dimension.outputSize) return [{ index: i, weight: 1 }]
  const last = dimension.inputSize - 1
  const place = Math.max(placeOf(i, dimension), 0)
  const index = Math.min(Math.floor(place), last)
  const right = Math.min(place - index, 1)
  return [
    { index, weight: 1 - right },
    { index: Math.min(index + 1, last), weight: right },
  ]
}

/** The sharpness of the cubic kernel. */
const A = -0.75
/** The cubic kernel: of a distance up to 1, and of one from 1 to 2. */
const near = (x: number): number => ((A + 2) * x - (A + 3)) * x * x + 1
const far = (x: number): number => ((A * x - 5 * A) * x + 8 * A) * x - 4 * A

/** Two neighbours on each side; beyond the ends the last element goes on. */
function cubicTerms(i: number, dimension: ResampledDimension): Term[] {
  const last = dimension.inputSize - 1
  const place = placeOf(i, dimension)
  const index = Math.min(Math.floor(place), last)
  const t = Math.min(place - index, 1)
  const weights = [far(t + 1), near(t), near(1 - t), far(2 - t)]
  return weights.map((weight, k) => ({ index: Math.min(Math.max(index - 1 + k, 0), last), weight }))
}

/** The mean of all elements that the output element covers, even in part. */
function areaTerms(i: number, { inputSize, outputSize }: ResampledDimension): Term[] {
  const start = Math.floor((i * inputSize) / outputSize)
  const length = Math.ceil(((i + 1) * inputSize) / outputSize) - start
  return Array.from({ length }, (_, k) => ({ index: start + k, weight: 1 / length }))
}
