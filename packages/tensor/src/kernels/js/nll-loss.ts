import { IndexError } from '../../core/errors'
import type { NllSettings } from '../kernels'
import type { Strided } from '../strided'
import { forEachIndex } from './runs'

/** Calls `visit` for every target that counts, with its class, its weight and the positions of all operands. */
function forEachTarget(
  classes: number,
  target: Strided,
  weight: Strided | null,
  ignoreIndex: number,
  strides: readonly (readonly number[])[],
  at: number[],
  visit: (label: number, weight: number, at: readonly number[]) => void,
): void {
  const labels = target.storage.data
  const weights = weight?.storage.data
  const all = [target.offset, ...at]
  forEachIndex(target.shape, [target.strides, ...strides], all, () => {
    const label = labels[all[0] as number] as number
    if (label === ignoreIndex) return
    if (label < 0 || label >= classes) {
      throw new IndexError(`nllLoss: target ${label} is out of range for ${classes} classes`)
    }
    const w = weight === null ? 1 : (weights?.[weight.offset + label * (weight.strides[0] as number)] as number)
    visit(label, w, all)
  })
}

const isPerElement = ({ reduction }: NllSettings): boolean => reduction === 'none'

export function nllLoss(
  x: Strided,
  target: Strided,
  weight: Strided | null,
  settings: NllSettings,
  out: Strided,
): number {
  const from = x.storage.data
  const to = out.storage.data
  const [sn, sc, ss] = x.strides as [number, number, number]
  const outStrides = isPerElement(settings) ? out.strides : [0, 0]
  let total = 0
  let loss = 0
  if (isPerElement(settings)) to.fill(0, out.offset, out.offset + target.shape.reduce((n, size) => n * size, 1))
  const classes = x.shape[1] as number
  const at = [x.offset, out.offset]
  forEachTarget(classes, target, weight, settings.ignoreIndex, [[sn, ss], outStrides], at, (label, w, [, i, o]) => {
    const term = -w * (from[(i as number) + label * sc] as number)
    total += w
    loss += term
    if (isPerElement(settings)) to[o as number] = term
  })
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
  const g = grad.storage.data
  const to = out.storage.data
  const [sn, sc, ss] = out.strides as [number, number, number]
  const gradStrides = isPerElement(settings) ? grad.strides : [0, 0]
  const share = settings.reduction === 'mean' ? 1 / total : 1
  to.fill(0, out.offset, out.offset + out.shape.reduce((n, size) => n * size, 1))
  const classes = out.shape[1] as number
  const at = [out.offset, grad.offset]
  forEachTarget(classes, target, weight, settings.ignoreIndex, [[sn, ss], gradStrides], at, (label, w, [, o, i]) => {
    to[(o as number) + label * sc] = -w * share * (g[i as number] as number)
  })
}
