import { contiguousStrides, numelOf, type Shape } from '../../core/shape'
import type { ConvolutionGeometry } from '../convolution-geometry'
import type { Strided } from '../strided'
import { type Columns, columnsOf, gatherColumns, spreadColumns } from './columns'
import { type Matrix, multiplyAdd, rowMajor, transposed } from './multiply-add'
import { forEachRun } from './runs'
import { storeInto } from './store'

// In every image, and there in every group of channels, the windows are the columns of a matrix X. With the group's
// weight W, a row for each output channel, and its output Y, likewise: Y = W X, and so ∂X = Wᵀ ∂Y and ∂W = ∂Y Xᵀ.

/** y = x ∗ w + b: x [n, c, h, w], w [o, c / groups, kh, kw], bias [o], out [n, o, oh, ow]. */
export function convolution(
  x: Strided,
  w: Strided,
  bias: Strided | null,
  geometry: ConvolutionGeometry,
  out: Strided,
): void {
  const { groups } = geometry
  const columns = columnsFor(x.shape, x.strides, w.shape, out.shape, geometry)
  const weights = weightsOf(w, groups)
  const windows = emptyWindows(columns)
  const outputs = new Float64Array(groupSize(out.shape, groups))
  forEachGroup(out.shape, groups, (n, group, block) => {
    gatherColumns(columns, x.storage.data, groupOf(x, groups, n, group).offset, windows.data)
    beginSums(outputs, bias, (out.shape[1] as number) / groups, group)
    multiplyAdd(weights[group] as Matrix, windows, outputs)
    store(outputs, out, block)
  })
}

/** The gradient of x from that of y, and bias [c]: the transposed convolution. */
export function convolutionInput(
  grad: Strided,
  w: Strided,
  bias: Strided | null,
  geometry: ConvolutionGeometry,
  out: Strided,
): void {
  const { groups } = geometry
  const columns = columnsFor(out.shape, contiguousStrides(out.shape), w.shape, grad.shape, geometry)
  const weights = weightsOf(w, groups).map(transposed)
  const windows = emptyWindows(columns)
  const image = new Float64Array(groupSize(out.shape, groups))
  forEachGroup(out.shape, groups, (n, group, block) => {
    windows.data.fill(0)
    multiplyAdd(weights[group] as Matrix, asMatrix(groupOf(grad, groups, n, group)), windows.data)
    beginSums(image, bias, (out.shape[1] as number) / groups, group)
    spreadColumns(columns, windows.data, image)
    store(image, out, block)
  })
}

/** The gradient of w from that of y. */
export function convolutionWeight(grad: Strided, x: Strided, geometry: ConvolutionGeometry, out: Strided): void {
  const { groups } = geometry
  const columns = columnsFor(x.shape, x.strides, out.shape, grad.shape, geometry)
  const windows = emptyWindows(columns)
  const sums = Array.from({ length: groups }, () => new Float64Array(numelOf(out.shape) / groups))
  forEachGroup(x.shape, groups, (n, group) => {
    gatherColumns(columns, x.storage.data, groupOf(x, groups, n, group).offset, windows.data)
    multiplyAdd(asMatrix(groupOf(grad, groups, n, group)), transposed(windows), sums[group] as Float64Array)
  })
  for (const [group, weight] of sums.entries()) store(weight, out, group)
}

type Triple = readonly [number, number, number]
type Pair = readonly [number, number]

/** The matrix of the windows in one group of an image's channels. */
function columnsFor(
  image: Shape,
  strides: readonly number[],
  kernel: Shape,
  output: Shape,
  geometry: ConvolutionGeometry,
): Columns {
  const sizes = {
    channels: kernel[1] as number,
    image: image.slice(2) as unknown as Pair,
    kernel: kernel.slice(2) as unknown as Pair,
    output: output.slice(2) as unknown as Pair,
    strides: strides.slice(1) as unknown as Triple,
  }
  return columnsOf(sizes, geometry)
}

function emptyWindows({ taps, places }: Columns): Matrix {
  return rowMajor(new Float64Array(taps * places), taps, places)
}

/** Visits every group of every image; they lie in contiguous memory as blocks of one size, numbered from 0. */
function forEachGroup(shape: Shape, groups: number, visit: (n: number, group: number, block: number) => void): void {
  const batch = shape[0] as number
  for (let n = 0; n < batch; n++) for (let group = 0; group < groups; group++) visit(n, group, n * groups + group)
}

/** Elements in the channels of one group of an image. */
function groupSize(shape: Shape, groups: number): number {
  return numelOf(shape.slice(1)) / groups
}

/** The channels of one group of image n. */
function groupOf(
  { storage, dtype, shape, strides, offset }: Strided,
  groups: number,
  n: number,
  group: number,
): Strided {
  const channels = (shape[1] as number) / groups
  return {
    storage,
    dtype,
    shape: [channels, ...shape.slice(2)],
    strides: strides.slice(1),
    offset: offset + n * (strides[0] as number) + group * channels * (strides[1] as number),
  }
}

/** Sums for the channels of a group, one behind the other, begin with the bias. */
function beginSums(sums: Float64Array, bias: Strided | null, channels: number, group: number): void {
  const length = sums.length / channels
  for (let c = 0; c < channels; c++) {
    const at = group * channels + c
    const first = bias === null ? 0 : (bias.storage.data[bias.offset + at * (bias.strides[0] as number)] as number)
    sums.fill(first, c * length, (c + 1) * length)
  }
}

/** x with its first dimension as rows and all others as one, in doubles. */
function asMatrix(x: Strided): Matrix {
  const from = x.storage.data
  const data = new Float64Array(numelOf(x.shape))
  const dense = { strides: contiguousStrides(x.shape), offset: 0 }
  forEachRun(x.shape, [x, dense], (at, length, step) => {
    let [i, o] = at as [number, number]
    const [si, so] = step as [number, number]
    for (let n = 0; n < length; n++, i += si, o += so) data[o] = from[i] as number
  })
  return rowMajor(data, x.shape[0] as number, numelOf(x.shape.slice(1)))
}

/** The matrix of each group: a row for each of its output channels. */
function weightsOf({ storage, dtype, shape, strides, offset }: Strided, groups: number): Matrix[] {
  const rows = (shape[0] as number) / groups
  return Array.from({ length: groups }, (_, group) => {
    const start = offset + group * rows * (strides[0] as number)
    return asMatrix({ storage, dtype, shape: [rows, ...shape.slice(1)], strides, offset: start })
  })
}

/** Writes finished sums to a block of `out`, which is contiguous, rounding them once. */
function store(sums: Float64Array, out: Strided, block: number): void {
  const to = out.storage.data
  const start = out.offset + block * sums.length
  if (out.dtype === 'float32' || out.dtype === 'float64') {
    to.set(sums, start)
    return
  }
  const stored = storeInto('convolution', out.dtype)
  for (let i = 0; i < sums.length; i++) to[start + i] = stored(sums[i] as number)
}
