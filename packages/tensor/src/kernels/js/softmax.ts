import { exp, log } from '../../math/index'
import type { Strided } from '../strided'
import { forEachRow } from './rows'

/** softmax(x)ᵢ = exp(xᵢ - max) / Σ exp(xⱼ - max), or its logarithm: the maximum keeps exp from overflowing. */
export function softmax(isLog: boolean, x: Strided, dim: number, out: Strided): void {
  const from = x.storage.data
  const to = out.storage.data
  const size = x.shape[dim] ?? 1
  const si = x.strides[dim] ?? 1
  const so = out.strides[dim] ?? 1
  forEachRow([x, out], dim, (at) => {
    const [i, o] = at as [number, number]
    let max = -Infinity
    for (let n = 0; n < size; n++) max = Math.max(max, from[i + n * si] as number)
    let sum = 0
    for (let n = 0; n < size; n++) sum += exp((from[i + n * si] as number) - max)
    const logSum = log(sum)
    for (let n = 0; n < size; n++) {
      const shifted = (from[i + n * si] as number) - max
      to[o + n * so] = isLog ? shifted - logSum : exp(shifted) / sum
    }
  })
}

/** softmax: y (g - Σ g y). log-softmax: g - exp(y) Σ g. */
export function softmaxBackward(isLog: boolean, grad: Strided, y: Strided, dim: number, out: Strided): void {
  const g = grad.storage.data
  const from = y.storage.data
  const to = out.storage.data
  const size = y.shape[dim] ?? 1
  const sg = grad.strides[dim] ?? 1
  const sy = y.strides[dim] ?? 1
  const so = out.strides[dim] ?? 1
  forEachRow([grad, y, out], dim, (at) => {
    const [gi, yi, o] = at as [number, number, number]
    let sum = 0
    for (let n = 0; n < size; n++) {
      const gradient = g[gi + n * sg] as number
      sum += isLog ? gradient : gradient * (from[yi + n * sy] as number)
    }
    for (let n = 0; n < size; n++) {
      const gradient = g[gi + n * sg] as number
      const value = from[yi + n * sy] as number
      to[o + n * so] = isLog ? gradient - exp(value) * sum : value * (gradient - sum)
    }
  })
}
