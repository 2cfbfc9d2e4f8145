/** Refuses hyper-parameters below 0, and NaN. */
export function checkNotNegative(optimizer: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(value >= 0)) throw new RangeError(`${optimizer}: ${name} must be at least 0, got ${value}`)
  }
}

/** Refuses decay rates outside [0, 1). */
export function checkBetas(optimizer: string, betas: readonly [number, number]): void {
  for (const [i, beta] of betas.entries()) {
    if (!(beta >= 0 && beta < 1)) {
      throw new RangeError(`${optimizer}: betas[${i}] must be at least 0 and below 1, got ${beta}`)
    }
  }
}
