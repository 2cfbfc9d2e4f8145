import { layerSizes, tutorial } from '../workload/tutorial'

/** C[m, n] = A[m, k] B[k, n], where A or B may lie transposed in memory. */
export interface Product {
  readonly name: string
  readonly m: number
  readonly k: number
  readonly n: number
  readonly transposeA: boolean
  readonly transposeB: boolean
}

const batch = tutorial.batchSize

/** The products of a training step of the tutorials' network, layer by layer. */
const ofLayers: readonly Product[] = layerSizes.slice(1).flatMap((outputs, i) => {
  const inputs = layerSizes[i]!
  const layer = `${inputs} → ${outputs}`
  const forward = { name: `${layer}, forward`, m: batch, k: inputs, n: outputs, transposeA: false, transposeB: true }
  const ofInput = {
    name: `${layer}, input's gradient`,
    m: batch,
    k: outputs,
    n: inputs,
    transposeA: false,
    transposeB: false,
  }
  const ofWeight = {
    name: `${layer}, weight's gradient`,
    m: outputs,
    k: batch,
    n: inputs,
    transposeA: true,
    transposeB: false,
  }
  // Nobody asks for the gradient of the images.
  return i === 0 ? [forward, ofWeight] : [forward, ofInput, ofWeight]
})

const squares: readonly Product[] = [128, 256, 512, 1024].map((size) => ({
  name: `${size} square`,
  m: size,
  k: size,
  n: size,
  transposeA: false,
  transposeB: false,
}))

export const products: readonly Product[] = [...ofLayers, ...squares]

/** Those that are worth cutting for two threads. */
export const largeProducts: readonly Product[] = squares.filter(({ m }) => m >= 512)

/** Multiplications and additions. */
export function flopsOf({ m, k, n }: Product): number {
  return 2 * m * k * n
}
