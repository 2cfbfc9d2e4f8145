import type { SgdSettings, SgdUpdate } from '../kernels'
import { forEachRun } from './runs'

export function sgdStep(updates: readonly SgdUpdate[], settings: SgdSettings): void {
  for (const update of updates) stepOf(update, settings)
}

/** g ← g + λp;  b ← μb + (1 - τ)g;  p ← p - η (nesterov ? g + μb : b). */
function stepOf({ param, grad, buffer, isFirst }: SgdUpdate, settings: SgdSettings): void {
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
        const velocity = isFirst ? g : momentum * (b[k] as number) + (1 - dampening) * g
        b[k] = velocity
        g = nesterov ? g + momentum * velocity : velocity
      }
      p[i] = value - lr * g
    }
  })
}
