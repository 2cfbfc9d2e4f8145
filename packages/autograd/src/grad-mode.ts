import { kinds, Mode, signature, takesFunction } from '@nn/tensor'

/** Whether ops are recorded. */
export const gradMode: Mode<boolean> = new Mode(true)

const takesNothing = signature('isGradEnabled', {})

/**
 * Whether ops are recorded now.
 *
 * @example
 * isGradEnabled() // true
 * noGrad(() => isGradEnabled()) // false
 * @see torch.is_grad_enabled
 */
export function isGradEnabled(...none: []): boolean {
  takesNothing([], none)
  return gradMode.get()
}

const takesMode = signature('setGradEnabled', { mode: kinds.boolean })

/**
 * Turns recording on or off from here on; inside of `noGrad` and its like, until these end.
 *
 * @example
 * setGradEnabled(false)
 * isGradEnabled() // false
 * setGradEnabled(true)
 * @see torch.set_grad_enabled
 */
export function setGradEnabled(mode: boolean, ...none: []): void {
  takesMode([mode], none)
  gradMode.set(mode)
}

const takesNoGrad = takesFunction('noGrad')

/**
 * Runs a function without recording: for evaluation, and to change parameters by hand. An asynchronous function and a
 * generator are without until they are done; what else runs meanwhile is recorded as before.
 *
 * @returns what the function returns
 * @example
 * const w = ones([2], { requiresGrad: true })
 * noGrad(() => w.mul(2)).requiresGrad // false
 * @see torch.no_grad
 */
export function noGrad<T>(fn: () => T, ...none: []): T {
  takesNoGrad([fn], none)
  return gradMode.use(false, fn)
}

const takesEnableGrad = takesFunction('enableGrad')

/**
 * Runs a function with recording on, inside of `noGrad` too.
 *
 * @example
 * const w = ones([2], { requiresGrad: true })
 * noGrad(() => enableGrad(() => w.mul(2))).requiresGrad // true
 * @see torch.enable_grad
 */
export function enableGrad<T>(fn: () => T, ...none: []): T {
  takesEnableGrad([fn], none)
  return gradMode.use(true, fn)
}

/**
 * `noGrad` for a synchronous function, such as an optimizer's step: it costs next to nothing.
 *
 * @example
 * const w = ones([2], { requiresGrad: true })
 * noGradNow(() => w.mul(2)).requiresGrad // false
 */
export function noGradNow<T>(fn: () => T): T {
  return gradMode.during(false, fn)
}
