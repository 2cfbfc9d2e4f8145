import { type Kind, kinds, ShapeError, showShape, type Tensor, type Windows } from '@nn/tensor'
import { type PerDimension, perDimension, perDimensionKind } from '../per-dimension'
import type { Rank } from './planes'

/** How windows slide over an input; a number stands for all spatial dimensions. */
export interface SlidingOptions {
  /** How far one window is from the next. Default: the window's size. */
  stride?: PerDimension | null
  /** What is added at both ends, at most half of a window. Default 0. */
  padding?: PerDimension
  /** Whether a last window that hangs over the end counts too. Default false. */
  ceilMode?: boolean
}

export const strideKind: Kind<PerDimension | null> = kinds.orNull(perDimensionKind)

/** How windows lie along one dimension. */
export interface Sliding {
  readonly kernel: number
  readonly stride: number
  readonly padding: number
  readonly dilation: number
  /** Number of windows. */
  readonly count: number
}

/**
 * The windows of each spatial dimension.
 *
 * @throws RangeError for sizes, strides, paddings or dilations that are none, and for more padding than half of a
 *   window.
 * @throws ShapeError where no window fits.
 */
export function slidingOver(
  op: string,
  input: Tensor,
  rank: Rank,
  kernelSize: PerDimension,
  { stride, padding = 0, dilation = 1, ceilMode = false }: SlidingOptions & { dilation?: PerDimension },
): Sliding[] {
  const kernels = perDimension(op, 'kernelSize', kernelSize, rank, 1)
  const isStrideGiven = typeof stride === 'number' || (stride?.length ?? 0) > 0
  const strides = perDimension(op, 'stride', isStrideGiven ? (stride as PerDimension) : kernels, rank, 1)
  const paddings = perDimension(op, 'padding', padding, rank, 0)
  const dilations = perDimension(op, 'dilation', dilation, rank, 1)
  const sizes = input.shape.slice(-rank)
  const slidings = kernels.map((kernel, d) => {
    const lengths = {
      kernel,
      stride: strides[d] as number,
      padding: paddings[d] as number,
      dilation: dilations[d] as number,
    }
    return { ...lengths, count: countOf(op, sizes[d] as number, lengths, ceilMode) }
  })
  if (slidings.some(({ count }) => count < 1)) {
    throw new ShapeError(
      `${op}: windows of [${kernels.join(', ')}] are larger than the padded input ${showShape(input.shape)}`,
    )
  }
  return slidings
}

function countOf(
  op: string,
  size: number,
  { kernel, stride, padding, dilation }: Omit<Sliding, 'count'>,
  ceilMode: boolean,
): number {
  const reach = dilation * (kernel - 1) + 1
  if (padding > Math.floor(reach / 2)) {
    throw new RangeError(`${op}: padding must be at most half of a window, got ${padding} for ${reach}`)
  }
  const room = size + 2 * padding - reach
  const count = Math.floor((ceilMode ? room + stride - 1 : room) / stride) + 1
  // A window that would begin behind the input's end has nothing to see.
  return ceilMode && (count - 1) * stride >= size + padding ? count - 1 : count
}

/** Where the windows lie inside a dimension of `size`. */
export function windowsOf(size: number, { kernel, stride, padding, dilation, count }: Sliding): Windows {
  const firsts = Array.from({ length: count }, (_, i) => i * stride - padding)
  return {
    // The first of the window's elements that lies in the input.
    start: firsts.map((first) => (first < 0 ? first + Math.ceil(-first / dilation) * dilation : first)),
    end: firsts.map((first) => Math.min(first + dilation * (kernel - 1) + 1, size)),
    step: dilation,
  }
}

/** How many elements each window has: inside the input, or with its padding. */
export function elementsOf(size: number, sliding: Sliding, countPadding: boolean): number[] {
  const { kernel, stride, padding, count } = sliding
  return Array.from({ length: count }, (_, i) => {
    const first = i * stride - padding
    const [from, to] = countPadding ? [first, size + padding] : [Math.max(first, 0), size]
    return Math.min(first + kernel, to) - from
  })
}
