import { gather, nameStep, type Picked, poolMax, poolMean, type Tensor, type Windows } from '@nn/tensor'
import type { MaxName, MeanName } from './pool-names'

/** The windows along depth, rows and columns. */
type Windows3 = readonly [depth: Windows, rows: Windows, cols: Windows]

/** PyTorch's names of the steps. */
const nodes = {
  maxPool2d: 'MaxPool3DWithIndicesBackward0',
  adaptiveMaxPool2d: 'AdaptiveMaxPool3DBackward0',
  avgPool2d: 'AvgPool3DBackward0',
  adaptiveAvgPool2d: 'AdaptiveAvgPool3DBackward0',
} satisfies Record<MaxName | MeanName, string>

/** The largest element of each window and its place in its volume: first those of every plane, then the largest of these. */
export function maxOfVolumes(name: MaxName, x: Tensor, [depth, rows, cols]: Windows3): Picked {
  const planes = poolMax(name, x, rows, cols)
  const places = single(rows.start.length * cols.start.length)
  const { values, indices } = poolMax(name, planes.values.flatten(-2), depth, places)
  const [height, width] = x.shape.slice(-2) as [number, number]
  // Of the largest element: the place in its plane, and the plane, from the place among the largest of all planes.
  // A window without an element has a place behind the last plane.
  const chosen = indices.flatten(-2).clampMax((x.shape.at(-3) as number) * places.start.length - 1)
  const inPlane = gather(planes.indices.flatten(-3), -1, chosen)
  const plane = chosen.div(places.start.length, { roundingMode: 'floor' })
  const shape = [...x.shape.slice(0, -3), depth.start.length, rows.start.length, cols.start.length]
  return {
    values: nameStep(nodes[name], values.view(shape)),
    indices: plane
      .mul(height * width)
      .add(inPlane)
      .view(shape),
  }
}

/** The sum of each window over its divisor: first the sums in every plane, then the sums of these. */
export function meanOfVolumes(
  name: MeanName,
  x: Tensor,
  [depth, rows, cols]: Windows3,
  divisor: Tensor | number,
): Tensor {
  const planes = poolMean(name, x, rows, cols, 1)
  const places = single(rows.start.length * cols.start.length)
  const divisors = typeof divisor === 'number' ? divisor : divisor.flatten(-2)
  const means = poolMean(name, planes.flatten(-2), depth, places, divisors)
  return nameStep(nodes[name], means.unflatten(-1, [rows.start.length, cols.start.length]))
}

/** Windows of one element each. */
function single(count: number): Windows {
  const start = Array.from({ length: count }, (_, i) => i)
  return { start, end: start.map((i) => i + 1), step: 1 }
}
