import { show } from '@nn/tensor'

/** Refuses hyper-parameters below 0, and NaN. */
export function checkNotNegative(owner: string, options: Readonly<Record<string, number>>): void {
  for (const name in options) {
    const value = options[name] as number
    if (!(value >= 0)) throw new RangeError(`${owner}: ${name} must be at least 0, got ${show(value)}`)
  }
}

/** Refuses decay rates outside [0, 1). */
export function checkBetas(owner: string, betas: readonly [number, number]): void {
  for (let i = 0; i < betas.length; i++) {
    const beta = betas[i] as number
    if (!(beta >= 0 && beta < 1)) {
      throw new RangeError(`${owner}: betas[${i}] must be at least 0 and below 1, got ${show(beta)}`)
    }
  }
}

/** Refuses anything but 1, 2, 3... */
export function checkPositiveIntegers(owner: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw new RangeError(`${owner}: ${name} must be a positive integer, got ${show(value)}`)
    }
  }
}

/** Refuses NaN, which is out of every range, alone and in lists. */
export function checkNumbers(owner: string, options: object): void {
  for (const name in options) {
    const value: unknown = options[name as never]
    if (Number.isNaN(value) || (name !== 'params' && Array.isArray(value) && value.some(Number.isNaN)))
      throw new RangeError(`${owner}: ${name} must be a number, got NaN`)
  }
}
