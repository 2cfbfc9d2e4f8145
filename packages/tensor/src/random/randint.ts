import type { TypedArray } from '../core/dtype'
import type { Generator } from './generator'

/** From this many possible values on, 32 bits would favour some visibly: PyTorch then draws 64. */
const WIDE_RANGE = 2 ** 28

/**
 * Fills `out` with integers from `low` to `high` - 1, all equally likely.
 *
 * $$ x = r \bmod (high - low) + low $$
 *
 * @param op as errors name it
 * @throws TypeError when a bound is not an integer, RangeError when `low` >= `high` or a bound lies beyond ±2^53
 * @see torch.randint
 */
export function fillRandint(out: TypedArray, low: number, high: number, generator: Generator, op = 'randint'): void {
  checkBounds(op, low, high)
  const range = high - low
  if (range < WIDE_RANGE) {
    for (let i = 0; i < out.length; i++) out[i] = (generator.random32() % range) + low
  } else {
    const wideRange = BigInt(high) - BigInt(low)
    for (let i = 0; i < out.length; i++) out[i] = Number((generator.random64() % wideRange) + BigInt(low))
  }
}

function checkBounds(op: string, low: number, high: number): void {
  for (const bound of [low, high]) {
    if (!Number.isInteger(bound)) throw new TypeError(`${op}: bounds must be integers, got low=${low}, high=${high}`)
  }
  if (low >= high) throw new RangeError(`${op}: low must be less than high, got low=${low} and high=${high}`)
  if (low < -(2 ** 53) || high > 2 ** 53) {
    throw new RangeError(`${op}: integers are exact up to 2^53 here, got low=${low} and high=${high}`)
  }
}
