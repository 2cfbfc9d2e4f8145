import {
  type Args,
  type ConvolutionGeometry,
  convolution,
  convolutionTranspose,
  kinds,
  ShapeError,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { tensorOrNull, word } from '../kinds'
import { pad } from '../padding/pad'
import { type PerDimension, perDimension, perDimensionKind } from '../per-dimension'
import { convolveVolumes, convolveVolumesTransposed, type Depth } from './convolve-volumes'
import { samePadding } from './same-padding'

/** How a convolution slides; a number stands for all spatial dimensions. */
export interface ConvolutionOptions {
  /** How far the kernel moves from one output to the next. Default 1. */
  stride?: PerDimension
  /**
   * Zeros added at both ends; `'valid'` adds none, `'same'` as many as keep the input's size (for a stride of 1).
   * Default 0.
   */
  padding?: PerDimension | 'same' | 'valid'
  /** Distance between the taps of the kernel. Default 1. */
  dilation?: PerDimension
  /** Channels are split into so many groups that see nothing of each other. Default 1. */
  groups?: number
}

/** How a transposed convolution slides; a number stands for all spatial dimensions. */
export interface TransposedConvolutionOptions {
  /** How far an input's window is from that of the next. Default 1. */
  stride?: PerDimension
  /** What the output loses at both ends: what the convolution that this one goes back through had added. Default 0. */
  padding?: PerDimension
  /** What is added to the output's end, as several sizes lead to the same input. Default 0. */
  outputPadding?: PerDimension
  /** Channels are split into so many groups that see nothing of each other. Default 1. */
  groups?: number
  /** Distance between the taps of the kernel. Default 1. */
  dilation?: PerDimension
}

/** What is added to every channel of the output. */
export interface Bias {
  /** Shape [outChannels]. Default null. */
  bias?: Tensor | null
}

/** What follows the weight in a convolution. */
export type ConvolutionArgs = Args<ConvolutionOptions & Bias, ['bias', 'stride', 'padding', 'dilation', 'groups']>

/** What follows the weight in a transposed convolution. */
export type TransposedConvolutionArgs = Args<
  TransposedConvolutionOptions & Bias,
  ['bias', 'stride', 'padding', 'outputPadding', 'groups', 'dilation']
>

const operands = { input: kinds.tensor, weight: kinds.tensor }

const takesConvolution = signature('convolution', operands, {
  bias: tensorOrNull,
  stride: perDimensionKind,
  padding: kinds.either(perDimensionKind, word<'same' | 'valid'>()),
  dilation: perDimensionKind,
  groups: kinds.integer,
})

const takesTransposedConvolution = signature('transposedConvolution', operands, {
  bias: tensorOrNull,
  stride: perDimensionKind,
  padding: perDimensionKind,
  outputPadding: perDimensionKind,
  groups: kinds.integer,
  dilation: perDimensionKind,
})

type Rank = 1 | 2 | 3

/** `conv1d`, `conv2d` and `conv3d`. */
export function convolve(op: string, rank: Rank, input: Tensor, weight: Tensor, args: ConvolutionArgs): Tensor {
  const { bias = null, stride = 1, padding = 0, dilation = 1, groups = 1 } = takesConvolution([input, weight], args, op)
  checkDimensions(op, rank, input, weight)
  checkGroups(op, groups)
  const steps = perDimension(op, 'stride', stride, rank, 1)
  const gaps = perDimension(op, 'dilation', dilation, rank, 1)
  const ends = endsOf(op, padding, weight, steps, gaps)
  const sides = ends.map(([before]) => before)
  const geometry = inTwoDimensions(steps, sides, gaps, groups)
  const depth = depthOf(steps, sides, gaps)
  // What `'same'` needs more at the end than at the start is added beforehand, the last dimension first.
  const extra = ends.map(([before, after]) => [0, after - before]).reverse()
  const padded = extra.some(([, more]) => more !== 0) ? pad(input, extra.flat()) : input
  return inBatch(padded, rank, (x) =>
    depth === null ? convolution(x, weight, bias, geometry, op) : convolveVolumes(op, x, weight, bias, depth, geometry),
  )
}

/** `convTranspose1d`, `convTranspose2d` and `convTranspose3d`. */
export function convolveTransposed(
  op: string,
  rank: Rank,
  input: Tensor,
  weight: Tensor,
  args: TransposedConvolutionArgs,
): Tensor {
  const {
    bias = null,
    stride = 1,
    padding = 0,
    outputPadding = 0,
    groups = 1,
    dilation = 1,
  } = takesTransposedConvolution([input, weight], args, op)
  checkDimensions(op, rank, input, weight)
  checkGroups(op, groups)
  const steps = perDimension(op, 'stride', stride, rank, 1)
  const sides = perDimension(op, 'padding', padding, rank, 0)
  const gaps = perDimension(op, 'dilation', dilation, rank, 1)
  const extra = perDimension(op, 'outputPadding', outputPadding, rank, 0)
  for (const [d, n] of extra.entries()) {
    const limit = Math.max(steps[d] as number, gaps[d] as number)
    if (n >= limit) {
      throw new RangeError(`${op}: outputPadding ${n} must be smaller than stride ${steps[d]} or dilation ${gaps[d]}`)
    }
  }
  const geometry = inTwoDimensions(steps, sides, gaps, groups)
  const depth = depthOf(steps, sides, gaps)
  return inBatch(input, rank, (x) =>
    depth === null
      ? convolutionTranspose(x, weight, bias, geometry, pair(extra, 0), op)
      : convolveVolumesTransposed(op, x, weight, bias, depth, geometry, extra as [number, number, number]),
  )
}

/** The zeros before and after each dimension. */
function endsOf(
  op: string,
  padding: PerDimension | string,
  weight: Tensor,
  steps: readonly number[],
  gaps: readonly number[],
): [before: number, after: number][] {
  if (padding === 'valid') return gaps.map(() => [0, 0])
  if (padding === 'same') {
    if (steps.some((step) => step !== 1)) {
      throw new RangeError(`${op}: padding 'same' needs a stride of 1, got [${steps.join(', ')}]`)
    }
    return gaps.map((gap, d) => samePadding(weight.shape[d + 2] as number, gap))
  }
  if (typeof padding === 'string') {
    throw new RangeError(`${op}: padding must be numbers, 'same' or 'valid', got '${padding}'`)
  }
  return perDimension(op, 'padding', padding, gaps.length, 0).map((side) => [side, side])
}

/** Kernels are 2-d: one dimension is the columns of a single row, and a depth comes beside them. */
function pair(values: readonly number[], ofRow: number): [number, number] {
  return values.length === 1 ? [ofRow, values[0] as number] : (values.slice(-2) as [number, number])
}

/** How the first of three dimensions is walked; null where there are fewer. */
function depthOf(steps: readonly number[], sides: readonly number[], gaps: readonly number[]): Depth | null {
  if (steps.length < 3) return null
  return { stride: steps[0] as number, padding: sides[0] as number, dilation: gaps[0] as number }
}

function inTwoDimensions(
  stride: readonly number[],
  padding: readonly number[],
  dilation: readonly number[],
  groups: number,
): ConvolutionGeometry {
  return { stride: pair(stride, 1), padding: pair(padding, 0), dilation: pair(dilation, 1), groups }
}

/** An input without a batch dimension is a batch of one. */
function inBatch(input: Tensor, rank: Rank, fn: (x: Tensor) => Tensor): Tensor {
  return input.ndim === rank + 2 ? fn(input) : fn(input.unsqueeze(0)).squeeze(0)
}

function checkDimensions(op: string, rank: Rank, input: Tensor, weight: Tensor): void {
  if (input.ndim !== rank + 1 && input.ndim !== rank + 2) {
    throw new ShapeError(
      `${op}: the input must have ${rank + 1} or ${rank + 2} dimensions, got ${showShape(input.shape)}`,
    )
  }
  if (weight.ndim !== rank + 2) {
    throw new ShapeError(`${op}: the weight must have ${rank + 2} dimensions, got ${showShape(weight.shape)}`)
  }
}

function checkGroups(op: string, groups: number): void {
  if (!Number.isInteger(groups) || groups < 1) {
    throw new RangeError(`${op}: groups must be a positive integer, got ${groups}`)
  }
}
