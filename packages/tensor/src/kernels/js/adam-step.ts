import { pow } from '../../math/index'
import type { AdamSettings, AdamUpdate } from '../kernels'
import { forEachRun } from './runs'

export function adamStep(updates: readonly AdamUpdate[], settings: AdamSettings): void {
  for (const update of updates) stepOf(update, settings)
}

/** m ← β₁m + (1 - β₁)g;  v ← β₂v + (1 - β₂)g²;  p ← p - η/(1 - β₁ᵗ) · m / (√v/√(1 - β₂ᵗ) + ε). */
function stepOf(update: AdamUpdate, settings: AdamSettings): void {
  const { param, grad, expAvg, expAvgSq, maxExpAvgSq, step: t } = update
  const { lr, beta1, beta2, eps, weightDecay, decoupled, maximize } = settings
  const p = param.storage.data
  const gradients = grad.storage.data
  const means = expAvg.storage.data
  const squares = expAvgSq.storage.data
  const maxima = maxExpAvgSq?.storage.data
  const stepSize = lr / (1 - pow(beta1, t))
  const root = Math.sqrt(1 - pow(beta2, t))
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
