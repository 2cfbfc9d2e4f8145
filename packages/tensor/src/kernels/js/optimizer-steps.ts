import type { AdamSettings, SgdSettings } from '../kernels'
import type { Strided } from '../strided'
import { forEachRun } from './runs'

/** g ← g + λp;  b ← μb + (1 - τ)g;  p ← p - η (nesterov ? g + μb : b). */
export function sgdStep(
  param: Strided,
  grad: Strided,
  buffer: Strided | null,
  first: boolean,
  settings: SgdSettings,
): void {
  const { lr, momentum, dampening, weightDecay, nesterov, maximize } = settings
  const p = param.storage.data
  const gradients = grad.storage.data
  const b = buffer?.storage.data
  forEachRun(param.shape, [param, grad, buffer ?? grad], (at, length, step) => {
    let [i, j, k] = at as [number, number, number]
    const [si, sj, sk] = step as [number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, k += sk) {
      const value = p[i] as number
      let g = gradients[j] as number
      if (maximize) g = -g
      g += weightDecay * value
      if (b !== undefined) {
        const velocity = first ? g : momentum * (b[k] as number) + (1 - dampening) * g
        b[k] = velocity
        g = nesterov ? g + momentum * velocity : velocity
      }
      p[i] = value - lr * g
    }
  })
}

/** m ← β₁m + (1 - β₁)g;  v ← β₂v + (1 - β₂)g²;  p ← p - η/(1 - β₁ᵗ) · m / (√v/√(1 - β₂ᵗ) + ε). */
export function adamStep(
  param: Strided,
  grad: Strided,
  expAvg: Strided,
  expAvgSq: Strided,
  maxExpAvgSq: Strided | null,
  settings: AdamSettings,
): void {
  const { lr, beta1, beta2, eps, weightDecay, decoupled, maximize, step: t } = settings
  const p = param.storage.data
  const gradients = grad.storage.data
  const means = expAvg.storage.data
  const squares = expAvgSq.storage.data
  const maxima = maxExpAvgSq?.storage.data
  const stepSize = lr / (1 - beta1 ** t)
  const root = Math.sqrt(1 - beta2 ** t)
  forEachRun(param.shape, [param, grad, expAvg, expAvgSq, maxExpAvgSq ?? expAvgSq], (at, length, steps) => {
    let [i, j, k, l, o] = at as [number, number, number, number, number]
    const [si, sj, sk, sl, so] = steps as [number, number, number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, k += sk, l += sl, o += so) {
      let value = p[i] as number
      let g = gradients[j] as number
      if (maximize) g = -g
      if (decoupled) value *= 1 - lr * weightDecay
      else g += weightDecay * value
      const mean = (means[k] as number) + (1 - beta1) * (g - (means[k] as number))
      const square = beta2 * (squares[l] as number) + (1 - beta2) * g * g
      means[k] = mean
      squares[l] = square
      let largest = square
      if (maxima !== undefined) {
        largest = Math.max(maxima[o] as number, square)
        maxima[o] = largest
      }
      p[i] = value - (stepSize * mean) / (Math.sqrt(largest) / root + eps)
    }
  })
}
