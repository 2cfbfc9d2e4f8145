import { type Kind, kind } from '../core/kinds'

/** What a generator can be seeded with: an integer, as a bigint where a number is no longer exact. */
export type Seed = number | bigint

export const seedKind: Kind<Seed> = kind('an integer', (value) => typeof value === 'bigint' || Number.isInteger(value))

/** The seed as PyTorch counts it, from 0 to 2^64 - 1: a negative one means 2^64 + seed. */
export function checkSeed(op: string, seed: Seed): bigint {
  if (typeof seed === 'number' && !Number.isSafeInteger(seed)) {
    throw new RangeError(`${op}: a seed beyond 2^53 must be a bigint, got the number ${seed}`)
  }
  const integer = BigInt(seed)
  if (integer < -(2n ** 63n) || integer >= 2n ** 64n) {
    throw new RangeError(`${op}: the seed must lie between -2^63 and 2^64 - 1, got ${seed}`)
  }
  return BigInt.asUintN(64, integer)
}
