import { IndexError } from '../../core/errors'
import type { NllSettings } from '../kernels'
import type { Strided } from '../strided'

type Pair = readonly [number, number]
type Triple = readonly [number, number, number]

/** The class at a place; null for the one that counts for nothing. */
function classAt(label: number, classes: number, { ignoreIndex, op = 'nllLoss' }: NllSettings): number | null {
  if (label === ignoreIndex) return null
  if (label < 0 || label >= classes) {
    throw new IndexError(`${op}: target ${label} is out of range for ${classes} classes`)
  }
  return label
}

/** The weight of each class, 1 where none were given. */
function weightsOf(weight: Strided | null): (label: number) => number {
  if (weight === null) return () => 1
  const values = weight.storage.data
  const step = weight.strides[0] as number
  return (label) => values[weight.offset + label * step] as number
}

export function nllLoss(
  x: Strided,
  target: Strided,
  weight: Strided | null,
  settings: NllSettings,
  out: Strided,
): number {
  const [from, labels, to] = [x.storage.data, target.storage.data, out.storage.data]
  const weightOf = weightsOf(weight)
  const [samples, classes, places] = x.shape as unknown as Triple
  const [xn, xc, xs] = x.strides as unknown as Triple
  const [tn, ts] = target.strides as unknown as Pair
  const isPerElement = settings.reduction === 'none'
  let total = 0
  let loss = 0
  for (let n = 0; n < samples; n++) {
    for (let s = 0; s < places; s++) {
      const label = classAt(labels[target.offset + n * tn + s * ts] as number, classes, settings)
      const w = label === null ? 0 : weightOf(label)
      const term = label === null ? 0 : -w * (from[x.offset + n * xn + label * xc + s * xs] as number)
      total += w
      loss += term
      if (isPerElement) to[out.offset + n * places + s] = term
    }
  }
  if (settings.reduction === 'sum') to[out.offset] = loss
  if (settings.reduction === 'mean') to[out.offset] = loss / total
  return total
}

export function nllLossBackward(
  grad: Strided,
  target: Strided,
  weight: Strided | null,
  settings: NllSettings,
  total: number,
  out: Strided,
): void {
  const [g, labels, to] = [grad.storage.data, target.storage.data, out.storage.data]
  const weightOf = weightsOf(weight)
  const [samples, classes, places] = out.shape as unknown as Triple
  const [tn, ts] = target.strides as unknown as Pair
  const [gn, gs] = settings.reduction === 'none' ? (grad.strides as unknown as Pair) : [0, 0]
  const share = settings.reduction === 'mean' ? 1 / total : 1
  to.fill(0, out.offset, out.offset + samples * classes * places)
  for (let n = 0; n < samples; n++) {
    for (let s = 0; s < places; s++) {
      const label = classAt(labels[target.offset + n * tn + s * ts] as number, classes, settings)
      if (label === null) continue
      const gradient = g[grad.offset + n * gn + s * gs] as number
      to[out.offset + (n * classes + label) * places + s] = -weightOf(label) * share * gradient
    }
  }
}
