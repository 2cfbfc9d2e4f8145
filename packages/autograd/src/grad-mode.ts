let enabled = true

/** Whether ops are recorded now. */
export function isGradEnabled(): boolean {
  return enabled
}

/**
 * Turns recording on or off from here on.
 *
 * @example
 * setGradEnabled(false)
 * isGradEnabled() // false
 * setGradEnabled(true)
 * @see torch.set_grad_enabled
 */
export function setGradEnabled(mode: boolean): void {
  enabled = mode
}

/** Runs a function with recording on or off and puts the mode back, also when the function throws. */
export function withGradMode<T>(mode: boolean, fn: () => T): T {
  const before = enabled
  enabled = mode
  let result: T
  try {
    result = fn()
  } catch (error) {
    enabled = before
    throw error
  }
  if (!(result instanceof Promise)) {
    enabled = before
    return result
  }
  return result.finally(() => {
    enabled = before
  }) as T
}

/**
 * Runs a function without recording: for evaluation, and to change parameters by hand.
 *
 * @returns what the function returns; of an asynchronous one a promise, until which the mode stays
 * @example
 * const w = ones([2], { requiresGrad: true })
 * noGrad(() => w.mul(2)).requiresGrad // false
 * @see torch.no_grad
 */
export function noGrad<T>(fn: () => T): T {
  return withGradMode(false, fn)
}

/**
 * Runs a function with recording on, inside of `noGrad` too.
 *
 * @example
 * const w = ones([2], { requiresGrad: true })
 * noGrad(() => enableGrad(() => w.mul(2))).requiresGrad // true
 * @see torch.enable_grad
 */
export function enableGrad<T>(fn: () => T): T {
  return withGradMode(true, fn)
}
