import { AutogradError, kinds, Mode, signature, type Tensor, takesFunction } from '@nn/tensor'

const anomalyMode: Mode<boolean> = new Mode(false)

const takesNothing = signature('isAnomalyEnabled', {})

/**
 * Whether backward looks for NaN now.
 *
 * @example
 * isAnomalyEnabled() // false
 * @see torch.is_anomaly_enabled
 */
export function isAnomalyEnabled(...none: []): boolean {
  takesNothing([], none)
  return anomalyMode.get()
}

const takesMode = signature('setDetectAnomaly', { mode: kinds.boolean })

/**
 * Has backward look for NaN from here on, or no longer.
 *
 * @example
 * setDetectAnomaly(true)
 * isAnomalyEnabled() // true
 * setDetectAnomaly(false)
 * @see torch.autograd.set_detect_anomaly
 */
export function setDetectAnomaly(mode: boolean, ...none: []): void {
  takesMode([mode], none)
  anomalyMode.set(mode)
}

const takesDetectAnomaly = takesFunction('detectAnomaly')

/**
 * Runs a function in which backward stops at the first NaN and says which op made it, and where that op was called. It
 * costs time: for finding a fault, not for training.
 *
 * @param fn the forward and the backward pass
 * @returns what the function returns
 * @throws AutogradError when an op gives a NaN gradient.
 * @example
 * const x = tensor([-1, 4], { dtype: 'float32', requiresGrad: true })
 * detectAnomaly(() => x.sqrt().sum().backward()) // AutogradError: SqrtBackward0 gave NaN ...
 * @see torch.autograd.detect_anomaly
 */
export function detectAnomaly<T>(fn: () => T, ...none: []): T {
  takesDetectAnomaly([fn], none)
  return anomalyMode.use(true, fn)
}

/** `isAnomalyEnabled` for the engine, which asks at every node. */
export const isLookingForNaN = (): boolean => anomalyMode.get()

/** Where the program is now, for the op that is being recorded; null while nobody looks for NaN. */
export function callSite(): string | null {
  return anomalyMode.get() ? (new Error().stack?.split('\n').slice(1).join('\n') ?? '') : null
}

/** Refuses gradients with a NaN, in the name of the op that made them. */
export function checkNotNaN(op: string, madeAt: string | null, gradients: readonly (Tensor | null)[]): void {
  for (const [i, gradient] of gradients.entries()) {
    if (gradient === null || gradient.isnan().any().item() === 0) continue
    const where =
      madeAt === null ? '; it was recorded outside of detectAnomaly' : `; its forward pass was called\n${madeAt}`
    throw new AutogradError(`${op} gave NaN as the gradient of its input ${i}${where}`)
  }
}
