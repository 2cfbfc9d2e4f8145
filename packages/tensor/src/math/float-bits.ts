/** A double and its two halves; every engine's machine stores the low half first. */
const value = new Float64Array(1)
const words = new Uint32Array(value.buffer)

const EXPONENT_BIAS = 1023

/** The upper 32 bits of a double: sign, exponent and the first 20 bits of the fraction. */
export function highWord(x: number): number {
  value[0] = x
  return words[1] as number
}

/** A double with other upper 32 bits. */
export function withHighWord(x: number, high: number): number {
  value[0] = x
  words[1] = high
  return value[0] as number
}

/** A double without its lower 32 bits: products of two such are exact. */
export function withoutLowWord(x: number): number {
  value[0] = x
  words[0] = 0
  return value[0] as number
}

/** 2ⁿ, for -1022 ≤ n ≤ 1023. */
function normalPowerOf2(n: number): number {
  words[0] = 0
  words[1] = (n + EXPONENT_BIAS) << 20
  return value[0] as number
}

/** x · 2ⁿ, where the result may be too large or too small for a double; |n| ≤ 2044. */
export function scaleByPowerOf2(x: number, n: number): number {
  // In two steps, of which only the second rounds.
  const first = Math.max(Math.min(n, 1023), -1022 + 54)
  return x * normalPowerOf2(first) * normalPowerOf2(n - first)
}
