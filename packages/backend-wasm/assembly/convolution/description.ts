/**
 * What a convolution computes from where, as an array of 32-bit numbers in this order: addresses in bytes, sizes and
 * strides in elements. Strides may be negative.
 *
 *     out[n, o, r, q] = bias[o] + Σ x[n, c, r strideRows + i dilationRows - paddingRows, ...] w[o, c, i, j]
 *
 * over channels c and taps i, j of the kernel; outside of its rows and columns x is 0.
 */
@unmanaged
export class Convolution {
  x: usize
  w: usize
  /** 0 for none. */
  bias: usize
  out: usize

  xImage: usize
  xChannel: usize
  xRow: usize
  xCol: usize

  wOutput: usize
  wChannel: usize
  wRow: usize
  wCol: usize

  outImage: usize
  outOutput: usize
  outRow: usize
  outCol: usize

  channels: usize
  rows: usize
  cols: usize
  kernelRows: usize
  kernelCols: usize
  outputs: usize
  outRows: usize
  outCols: usize

  strideRows: usize
  strideCols: usize
  dilationRows: usize
  dilationCols: usize
  paddingRows: usize
  paddingCols: usize

  /** Taps of the kernel in one channel. */
  @inline
  get tapsOfChannel(): usize {
    return this.kernelRows * this.kernelCols
  }

  /** Taps of the kernel in all channels: the terms of an element of `out`. */
  @inline
  get taps(): usize {
    return this.channels * this.tapsOfChannel
  }

  /** The most channels that so many taps in a row can be in. */
  @inline
  channelsOf(taps: usize): usize {
    return min(this.channels, (taps + 2 * this.tapsOfChannel - 2) / this.tapsOfChannel)
  }

  /** The address of an element of `out`. */
  @inline
  outAt(image: usize, output: usize, row: usize, col: usize): usize {
    return this.out + 4 * (image * this.outImage + output * this.outOutput + row * this.outRow + col * this.outCol)
  }

  /** Rows of the input that so many rows of the output see. */
  @inline
  rowsSeenBy(rows: usize): usize {
    return (rows - 1) * this.strideRows + (this.kernelRows - 1) * this.dilationRows + 1
  }

  /** Columns of the input that so many columns of the output see. */
  @inline
  colsSeenBy(cols: usize): usize {
    return (cols - 1) * this.strideCols + (this.kernelCols - 1) * this.dilationCols + 1
  }
}
