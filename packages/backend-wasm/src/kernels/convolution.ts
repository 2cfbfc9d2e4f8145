import { type ConvolutionGeometry, type ExtraKernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { ConvolutionDescription, type ConvolutionSizes } from './convolution-description'
import { addressOf, isDense } from './operands'
import { type Sliding, slidingForward, slidingsBack } from './sliding'

type ConvolutionKernels = Pick<ExtraKernels, 'convolution' | 'convolutionInput' | 'convolutionWeight'>
type Quad = readonly [number, number, number, number]

/** A convolution of x to out, of any kind. */
interface Task {
  readonly x: Strided
  readonly w: Strided
  readonly bias: Strided | null
  readonly out: Strided
  /** The dimension of w that belongs to out; the other one belongs to x. */
  readonly output: 0 | 1
  readonly groups: number
  readonly rows: Sliding
  readonly cols: Sliding
}

/** Columns of the kernels' tile. */
const TILE_COLS = 8
/** Elements for which the kernels have room: what one place of the output sees, of so many taps. */
const MAX_PATCH = 65536
const MAX_TAPS = 256

const NANOSECONDS_PER_TERM = 0.05

/** Convolutions of float32 tensors in any memory order, and their gradients. */
export function convolutionKernels(parallel: Parallel, pool: Pool, inJs: ExtraKernels): ConvolutionKernels {
  const description = new ConvolutionDescription(pool)

  /** Describes each group of channels for itself. */
  function forEachGroup(task: Task, run: (address: number, sizes: ConvolutionSizes) => void): void {
    const { x, w, bias, out, groups, rows, cols } = task
    const sizes = sizesOf(task)
    const [, , wRow, wCol] = w.strides as Quad
    const xAt = addressOf(pool, x)
    const wAt = addressOf(pool, w) + 4 * (rows.firstTap * wRow + cols.firstTap * wCol)
    const biasAt = bias === null ? null : addressOf(pool, bias)
    const outAt =
      addressOf(pool, out) + 4 * (rows.first * (out.strides[2] as number) + cols.first * (out.strides[3] as number))
    for (let group = 0; group < groups; group++) {
      const address = description.write(
        xAt + 4 * group * channelStep(x, groups),
        wAt + 4 * group * ((w.shape[0] as number) / groups) * (w.strides[0] as number),
        biasAt === null ? 0 : biasAt + 4 * group * sizes.outputs,
        outAt + 4 * group * channelStep(out, groups),
        sizes,
      )
      run(address, sizes)
    }
  }

  /** In parts of some images. */
  function convolve(task: Task): void {
    const images = task.out.shape[0] as number
    forEachGroup(task, (address, sizes) => {
      const nanoseconds = sizes.outputs * sizes.outRows * sizes.outCols * tapsOf(sizes) * NANOSECONDS_PER_TERM
      parallel.split('convolution', { count: images, nanoseconds }, (first, count) => [address, first, count])
    })
  }

  return {
    convolution(x, w, bias, geometry, out) {
      if (!isKnown([x, w, out], bias, geometry, w)) return inJs.convolution(x, w, bias, geometry, out)
      const rows = slidingForward(geometry, 0, w.shape, out.shape)
      const cols = slidingForward(geometry, 1, w.shape, out.shape)
      convolve({ x, w, bias, out, output: 0, groups: geometry.groups, rows, cols })
    },

    convolutionInput(grad, w, bias, geometry, out) {
      if (!isKnown([grad, w, out], bias, geometry, w)) return inJs.convolutionInput(grad, w, bias, geometry, out)
      for (const rows of slidingsBack(geometry, 0, w.shape, out.shape)) {
        for (const cols of slidingsBack(geometry, 1, w.shape, out.shape)) {
          convolve({ x: grad, w, bias, out, output: 1, groups: geometry.groups, rows, cols })
        }
      }
    },

    convolutionWeight(grad, x, geometry, out) {
      if (!isKnown([grad, x, out], null, geometry, out)) return inJs.convolutionWeight(grad, x, geometry, out)
      const rows = slidingForward(geometry, 0, out.shape, grad.shape)
      const cols = slidingForward(geometry, 1, out.shape, grad.shape)
      const images = x.shape[0] as number
      // The kernel has the same description of it: it reads the output, and writes the weight in parts of some outputs.
      const task: Task = { x, w: out, bias: null, out: grad, output: 0, groups: geometry.groups, rows, cols }
      forEachGroup(task, (address, sizes) => {
        const nanoseconds = images * sizes.outRows * sizes.outCols * tapsOf(sizes) * NANOSECONDS_PER_TERM
        parallel.split('convolutionWeight', { count: sizes.outputs, unit: TILE_COLS, nanoseconds }, (first, count) => [
          ...[address, images, first, count],
        ])
      })
    },
  }
}

/** True where all elements are float32, and windows small enough for the kernels. */
function isKnown(
  operands: readonly Strided[],
  bias: Strided | null,
  { dilation }: ConvolutionGeometry,
  w: Strided,
): boolean {
  const [, channels, kernelRows, kernelCols] = w.shape as Quad
  const taps = kernelRows * kernelCols
  const seen = (dilation[0] * (kernelRows - 1) + 1) * (dilation[1] * (kernelCols - 1) + 1)
  return (
    operands.every(({ dtype, shape }) => dtype === 'float32' && numelOf(shape) > 0) &&
    (bias === null || isDense(bias)) &&
    seen * Math.min(channels, Math.ceil(MAX_TAPS / taps) + 1) <= MAX_PATCH
  )
}

function sizesOf({ x, w, out, output, groups, rows, cols }: Task): ConvolutionSizes {
  const [xImage, xChannel, xRow, xCol] = x.strides as Quad
  const [wFirst, wSecond, wRow, wCol] = w.strides as Quad
  const [outImage, outOutput, outRow, outCol] = out.strides as Quad
  const [, xChannels, xRows, xCols] = x.shape as Quad
  // Where no tap meets an element, no channel does.
  const hasTaps = rows.taps > 0 && cols.taps > 0
  return {
    xImage,
    xChannel,
    xRow,
    xCol,
    wOutput: output === 0 ? wFirst : wSecond,
    wChannel: output === 0 ? wSecond : wFirst,
    wRow: rows.tapStep * wRow,
    wCol: cols.tapStep * wCol,
    outImage,
    outOutput,
    outRow: rows.step * outRow,
    outCol: cols.step * outCol,
    channels: hasTaps ? xChannels / groups : 0,
    rows: xRows,
    cols: xCols,
    kernelRows: hasTaps ? rows.taps : 1,
    kernelCols: hasTaps ? cols.taps : 1,
    outputs: (out.shape[1] as number) / groups,
    outRows: rows.size,
    outCols: cols.size,
    strideRows: rows.stride,
    strideCols: cols.stride,
    dilationRows: rows.dilation,
    dilationCols: cols.dilation,
    paddingRows: rows.padding,
    paddingCols: cols.padding,
  }
}

/** From one group's channels to those of the next, in elements. */
function channelStep({ shape, strides }: Strided, groups: number): number {
  return ((shape[1] as number) / groups) * (strides[1] as number)
}

function tapsOf({ channels, kernelRows, kernelCols }: ConvolutionSizes): number {
  return channels * kernelRows * kernelCols
}
