import {
  type Args,
  DTypeError,
  IndexError,
  kinds,
  nameStep,
  numelOf,
  ShapeError,
  sameShape,
  scatter,
  showShape,
  signature,
  type Tensor,
  zeros,
} from '@nn/tensor'
import { type PerDimension, perDimension, perDimensionKind } from '../per-dimension'
import { checkPlanes, type Rank } from './planes'
import { strideKind } from './sliding-windows'

export interface MaxUnpoolOptions {
  /** How far one window is from the next. Default: the window's size. */
  stride?: PerDimension | null
  /** What was added at both ends. Default 0. */
  padding?: PerDimension
  /** The size of the output, of the spatial dimensions or of all, as several sizes lead to the same input. */
  outputSize?: readonly number[] | null
}

/** What follows the window's size. */
export type MaxUnpoolArgs = Args<MaxUnpoolOptions, ['stride', 'padding', 'outputSize']>

const takesMaxUnpool = signature(
  'maxUnpool',
  { input: kinds.tensor, indices: kinds.tensor, kernelSize: perDimensionKind },
  { stride: strideKind, padding: perDimensionKind, outputSize: kinds.orNull(kinds.integers) },
)

/** `maxUnpool1d`, `maxUnpool2d` and `maxUnpool3d`. */
export function maxUnpool(
  op: string,
  rank: Rank,
  input: Tensor,
  indices: Tensor,
  kernelSize: PerDimension,
  args: MaxUnpoolArgs,
): Tensor {
  const { stride, padding = 0, outputSize = null } = takesMaxUnpool([input, indices, kernelSize], args, op)
  checkPlanes(op, input, rank)
  if (indices.dtype !== 'int64') throw new DTypeError(`${op}: indices must be int64, got ${indices.dtype}`)
  if (!sameShape(input.shape, indices.shape)) {
    throw new ShapeError(
      `${op}: input and indices differ in shape, ${showShape(input.shape)} and ${showShape(indices.shape)}`,
    )
  }
  const kernels = perDimension(op, 'kernelSize', kernelSize, rank, 1)
  const strides = perDimension(op, 'stride', stride ?? kernels, rank, 1)
  const paddings = perDimension(op, 'padding', padding, rank, 0)
  const lead = input.shape.slice(0, -rank)
  const usual = input.shape
    .slice(-rank)
    .map((size, d) => (size - 1) * (strides[d] as number) + (kernels[d] as number) - 2 * (paddings[d] as number))
  const size = outputSize === null ? usual : chosenSize(op, rank, outputSize, usual, strides)
  checkPlaces(op, indices, size)
  const blank = zeros([...lead, numelOf(size)], { dtype: input.dtype })
  const volumes = scatter(blank, -1, indices.flatten(-rank), input.flatten(-rank))
  return nameStep(rank === 1 ? 'SqueezeBackward1' : `MaxUnpool${rank}DBackward0`, volumes.view([...lead, ...size]))
}

/** The size asked for, which must lead to an input of this size. */
function chosenSize(
  op: string,
  rank: Rank,
  outputSize: readonly number[],
  usual: readonly number[],
  strides: readonly number[],
): number[] {
  if (outputSize.length !== rank && outputSize.length !== rank + 2) {
    throw new RangeError(`${op}: outputSize must have ${rank} or ${rank + 2} numbers, got ${showShape(outputSize)}`)
  }
  const size = outputSize.slice(-rank)
  for (const [d, length] of size.entries()) {
    const [least, most] = [(usual[d] as number) - (strides[d] as number), (usual[d] as number) + (strides[d] as number)]
    if (!(length > least && length < most)) {
      throw new RangeError(
        `${op}: outputSize ${showShape(outputSize)} must lie between ${least} and ${most}, got ${length}`,
      )
    }
  }
  return size
}

function checkPlaces(op: string, indices: Tensor, size: readonly number[]): void {
  const places = numelOf(size)
  const odd = indices.toTypedArray().find((index) => index < 0 || index >= places)
  if (odd !== undefined) throw new IndexError(`${op}: index ${odd} is not in an output of size ${showShape(size)}`)
}
