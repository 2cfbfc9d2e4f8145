import { describe, expect, it } from 'vitest'
import { dtypes, type TypedArray } from '../../src/core/dtype'
import { Generator } from '../../src/random/index'
import { crc32 } from './crc32'
import { pytorchFills } from './fixtures'

/** Runs a fill over `length` elements and returns what was filled. */
type Run<Out> = (out: Out, args: number[], generator: Generator) => ArrayLike<number> | undefined

/** Compares a fill with PyTorch's, for every dtype and arguments, every seed and every length in the fixtures. */
export function itEqualsPyTorch<Out extends TypedArray>(fill: string, run: Run<Out>): void {
  describe('equals PyTorch', () => {
    const { seeds, lengths, exact, closeLengths, close } = pytorchFills

    for (const { dtype, arguments: args, crc32AndNext } of exact.filter((entry) => entry.fill === fill)) {
      it.each(seeds.map((seed, i) => [seed, crc32AndNext[i]!] as const))(
        `bit for bit in ${dtype} with (${args}), seed %s`,
        (seed, expected) => {
          const got = lengths.map((length) => {
            const generator = new Generator(BigInt(seed))
            const out = new dtypes[dtype].array(length) as Out
            const result = (run(out, args, generator) ?? out) as TypedArray
            return [crc32(new Uint8Array(result.buffer)), generator.random32() % 2 ** 31]
          })
          expect(got).toEqual(expected)
        },
      )
    }

    for (const { dtype, arguments: args, values } of close.filter((entry) => entry.fill === fill)) {
      it(`to the last bits in ${dtype} with (${args})`, () => {
        values.forEach((byLength, i) => {
          byLength.forEach((expected, j) => {
            const out = new dtypes[dtype].array(closeLengths[j]!) as Out
            run(out, args, new Generator(BigInt(seeds[i]!)))
            // 16 units in the last place of the largest: values near 0 come from a cancellation.
            const tolerance = 16 * Number.EPSILON * Math.max(...expected.map(Math.abs))
            expected.forEach((value, k) => {
              expect(Math.abs(out[k]! - value)).toBeLessThanOrEqual(tolerance)
            })
          })
        })
      })
    }
  })
}
