/** Refuses hyper-parameters below 0, and NaN. */
export function checkNotNegative(owner: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(value >= 0)) throw new RangeError(`${owner}: ${name} must be at least 0, got ${value}`)
  }
}

/** Refuses decay rates outside [0, 1). */
export function checkBetas(owner: string, betas: readonly [number, number]): void {
  for (const [i, beta] of betas.entries()) {
    if (!(beta >= 0 && beta < 1)) {
      throw new RangeError(`${owner}: betas[${i}] must be at least 0 and below 1, got ${beta}`)
    }
  }
}

/** Refuses anything but 1, 2, 3... */
export function checkPositiveIntegers(owner: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw new RangeError(`${owner}: ${name} must be a positive integer, got ${value}`)
    }
  }
}
