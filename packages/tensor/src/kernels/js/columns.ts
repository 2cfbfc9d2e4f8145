import type { TypedArray } from '../../core/dtype'
import type { ConvolutionGeometry } from '../convolution-geometry'

/** What a convolution meets in one image, or in the channels of one group. */
export interface ImageSizes {
  readonly channels: number
  /** Rows and columns of the image, of the kernel and of the output. */
  readonly image: readonly [number, number]
  readonly kernel: readonly [number, number]
  readonly output: readonly [number, number]
  /** Distance in memory between the image's channels, rows and columns. */
  readonly strides: readonly [number, number, number]
}

/**
 * The windows of an image as the columns of a matrix, so that a convolution is a product of matrices: a row for each
 * tap of the kernel (channel, row, column), a column for each place of the output.
 */
export interface Columns {
  readonly taps: number
  readonly places: number
  readonly runs: readonly Run[]
  /** Distance in the image between neighbours of a run. */
  readonly step: number
}

/** Neighbours in the matrix that come from one row of the image. What lies in the padding is in no run. */
interface Run {
  readonly inMatrix: number
  readonly inImage: number
  readonly length: number
}

/** The outputs that a tap reaches inside the image along a dimension, up to `to`; the first reads at `start`. */
interface Reach {
  readonly from: number
  readonly to: number
  readonly start: number
}

function reachOf(k: number, dim: 0 | 1, { image, output }: ImageSizes, geometry: ConvolutionGeometry): Reach {
  const stride = geometry.stride[dim]
  const shift = k * geometry.dilation[dim] - geometry.padding[dim]
  const from = Math.max(Math.ceil(-shift / stride), 0)
  const to = Math.min(Math.floor((image[dim] - 1 - shift) / stride) + 1, output[dim])
  return { from, to, start: from * stride + shift }
}

/** Finds once what is the same for every image of a batch and every group of channels. */
export function columnsOf(sizes: ImageSizes, geometry: ConvolutionGeometry): Columns {
  const { channels, kernel, output, strides } = sizes
  const places = output[0] * output[1]
  const runs: Run[] = []
  for (let c = 0; c < channels; c++) {
    for (let kr = 0; kr < kernel[0]; kr++) {
      const rows = reachOf(kr, 0, sizes, geometry)
      for (let kc = 0; kc < kernel[1]; kc++) {
        const cols = reachOf(kc, 1, sizes, geometry)
        if (cols.to <= cols.from) continue
        const tap = (c * kernel[0] + kr) * kernel[1] + kc
        for (let r = rows.from; r < rows.to; r++) {
          const row = rows.start + (r - rows.from) * geometry.stride[0]
          runs.push({
            inMatrix: tap * places + r * output[1] + cols.from,
            inImage: c * strides[0] + row * strides[1] + cols.start * strides[2],
            length: cols.to - cols.from,
          })
        }
      }
    }
  }
  return { taps: channels * kernel[0] * kernel[1], places, runs, step: geometry.stride[1] * strides[2] }
}

/** Writes the windows of the image at `offset` into the matrix. Its zeros for the padding stay as they are. */
export function gatherColumns({ runs, step }: Columns, image: TypedArray, offset: number, matrix: Float64Array): void {
  for (const { inMatrix, inImage, length } of runs) {
    for (let n = 0, i = offset + inImage; n < length; n++, i += step) matrix[inMatrix + n] = image[i] as number
  }
}

/** Adds every element of the matrix to the place of the image that it stands for: the transpose of `gatherColumns`. */
export function spreadColumns({ runs, step }: Columns, matrix: Float64Array, image: Float64Array): void {
  for (const { inMatrix, inImage, length } of runs) {
    for (let n = 0, i = inImage; n < length; n++, i += step) {
      image[i] = (image[i] as number) + (matrix[inMatrix + n] as number)
    }
  }
}
