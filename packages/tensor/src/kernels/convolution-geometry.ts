/** How a 2-d convolution slides: pairs are [rows, columns]. */
export interface ConvolutionGeometry {
  readonly stride: readonly [number, number]
  /** Zeros added on each side. */
  readonly padding: readonly [number, number]
  /** Distance between the taps of a kernel. */
  readonly dilation: readonly [number, number]
  /** Channels are split into so many groups that see nothing of each other. */
  readonly groups: number
}
