import { type Kind, kinds } from '@nn/tensor'

/** A number for all spatial dimensions, or one for each of them. */
export type PerDimension = number | readonly number[]

export const perDimensionKind: Kind<PerDimension> = kinds.either(kinds.integer, kinds.integers)

/**
 * The number for each of `rank` dimensions; a list of one stands for all.
 *
 * @throws RangeError for a list of another length, and for what is no integer from `atLeast` on.
 */
export function perDimension(op: string, name: string, value: PerDimension, rank: number, atLeast: number): number[] {
  const given = typeof value === 'number' ? [value] : value
  const all = given.length === 1 ? new Array<number>(rank).fill(given[0] as number) : [...given]
  if (all.length !== rank) {
    throw new RangeError(`${op}: ${name} must be one number or ${rank}, got [${given.join(', ')}]`)
  }
  for (const number of all) {
    if (!Number.isInteger(number) || number < atLeast) {
      throw new RangeError(`${op}: ${name} must be an integer of at least ${atLeast}, got ${number}`)
    }
  }
  return all
}
