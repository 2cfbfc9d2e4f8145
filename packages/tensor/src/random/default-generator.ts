import { Generator } from './generator'
import type { Seed } from './seed'

/** The stream that random functions draw from when they are given no `generator`. It starts anywhere until seeded. */
export const defaultGenerator: Generator = /* @__PURE__ */ Generator.unseeded()

/**
 * Seeds the default generator, and returns it: from here on a program draws the same numbers at every run.
 *
 * @param seed an integer from -2^63 to 2^64 - 1; a negative one means 2^64 + seed
 * @throws TypeError when `seed` is not an integer, RangeError beyond the range
 * @example
 * manualSeed(0)
 * rand([2]) // tensor([0.4963, 0.7682])
 * @see torch.manual_seed
 */
export function manualSeed(seed: Seed, ...none: []): Generator {
  return defaultGenerator.manualSeed(seed, ...none)
}

/**
 * Seeds the default generator with a number nobody can foresee, and returns it.
 *
 * @example
 * const start = seed()
 * const first = rand([3])
 * manualSeed(start)
 * rand([3]).equal(first) // true
 * @see torch.seed
 */
export function seed(...none: []): bigint {
  return defaultGenerator.seed(...none)
}

/**
 * The seed the default generator started from, from 0 to 2^64 - 1.
 *
 * @example
 * manualSeed(42)
 * initialSeed() // 42n
 * @see torch.initial_seed
 */
export function initialSeed(...none: []): bigint {
  return defaultGenerator.initialSeed(...none)
}
