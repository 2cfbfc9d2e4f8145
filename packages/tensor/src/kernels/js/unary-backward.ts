import type { Strided } from '../strided'
import { forEachRun } from './runs'

/** The functions with a derivative kernel. */
export type UnaryBackwardName = 'relu' | 'sigmoid' | 'tanh'

/** The derivative in terms of the output y, times the gradient g. */
const unaryDerivatives: Readonly<Record<UnaryBackwardName, (g: number, y: number) => number>> = {
  relu: (g: number, y: number): number => (y <= 0 ? 0 : g),
  sigmoid: (g: number, y: number): number => g * y * (1 - y),
  tanh: (g: number, y: number): number => g * (1 - y * y),
}

export function unaryBackward(name: UnaryBackwardName, grad: Strided, y: Strided, out: Strided): void {
  const f: (g: number, y: number) => number = unaryDerivatives[name]
  const g = grad.storage.data
  const from = y.storage.data
  const to = out.storage.data
  forEachRun(out.shape, [grad, y, out], (at, length, step) => {
    let [i, j, o] = at as [number, number, number]
    const [si, sj, so] = step as [number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) to[o] = f(g[i] as number, from[j] as number)
  })
}
