import type { ConvolutionGeometry, Shape } from '@nn/tensor'

/** A convolution along one dimension: out[first + i·step] = Σ w[firstTap + k·tapStep] · x[i·stride + k·dilation - padding]. */
export interface Sliding {
  readonly firstTap: number
  readonly tapStep: number
  /** How many k there are. */
  readonly taps: number
  readonly stride: number
  readonly dilation: number
  readonly padding: number
  readonly first: number
  readonly step: number
  /** How many i there are. */
  readonly size: number
}

/** A convolution along rows (0) or columns (1). */
export function slidingForward(geometry: ConvolutionGeometry, dim: 0 | 1, weight: Shape, output: Shape): Sliding {
  const [stride, dilation, padding] = [geometry.stride[dim], geometry.dilation[dim], geometry.padding[dim]]
  const [taps, size] = [weight[2 + dim] as number, output[2 + dim] as number]
  return { firstTap: 0, tapStep: 1, taps, stride, dilation, padding, first: 0, step: 1, size }
}

/**
 * A convolution's way back to the elements of its input, which is a convolution, too. With a stride it is several:
 * elements that are a stride apart meet the same taps, and others other ones.
 *
 * Input i + padding = stride·output + dilation·tap. From one tap to the next that fits, the output moves back by as much
 * as `dilation` has in it beside what it has in common with the stride; so the taps are taken in reverse.
 */
export function slidingsBack(geometry: ConvolutionGeometry, dim: 0 | 1, weight: Shape, input: Shape): Sliding[] {
  const [stride, dilation, padding] = [geometry.stride[dim], geometry.dilation[dim], geometry.padding[dim]]
  const [taps, size] = [weight[2 + dim] as number, input[2 + dim] as number]
  const common = greatestCommonDivisor(stride, dilation)
  const tapStep = stride / common
  const slidings: Sliding[] = []
  for (let first = 0; first < Math.min(stride, size); first++) {
    const fits = (tap: number): boolean => (first + padding - dilation * tap) % stride === 0
    const fitting = Array.from({ length: taps }, (_, tap) => tap).filter(fits)
    const lastTap = fitting.at(-1) ?? 0
    slidings.push({
      firstTap: lastTap,
      tapStep: -tapStep,
      taps: fitting.length,
      stride: 1,
      dilation: dilation / common,
      padding: (dilation * lastTap - first - padding) / stride,
      first,
      step: stride,
      size: Math.ceil((size - first) / stride),
    })
  }
  return slidings
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
