import { drawWords } from './mt19937'
import { makeNormal16 } from './normal'

// Fills of float32 arrays, bit for bit those of the JavaScript functions. Each takes a generator's state and how many of
// its words were drawn, changes the state and gives how many of it are drawn then. `words` is room for WORDS of them.

/** A whole number of vectors, and of pairs. */
const WORDS: usize = 1024

/** The bytes of `words`. */
export function wordsBytes(): usize {
  return 4 * WORDS
}

/** Numbers uniform in [from, to). */
export function uniform(state: usize, drawn: usize, words: usize, out: usize, n: usize, from: f32, to: f32): usize {
  const range = <f64>(to - from)
  while (n > 0) {
    const count = min(n, WORDS)
    drawn = drawWords(state, drawn, words, count)
    for (let i: usize = 0; i < count; i++) {
      // The low 24 bits, over 2^24; the product is exact, so that the sum is rounded once.
      const u = <f64>(load<u32>(words + 4 * i) & 0xffffff) * 5.9604644775390625e-8
      const value = <f32>(u * range + <f64>from)
      // Rounding can reach `to`, which lies outside.
      store<f32>(out, value == to ? from : value)
      out += 4
    }
    n -= count
  }
  return drawn
}

/** 1 or 0: two words, the high one first, make an integer of 53 bits, and 1 is where it is below `limit`. */
export function bernoulli(state: usize, drawn: usize, words: usize, out: usize, n: usize, limit: f64): usize {
  const bound = i64x2.splat(<i64>limit)
  const bits = i64x2.splat(0x1fffffffffffff)
  while (n > 0) {
    const count = min(n, WORDS / 2)
    drawn = drawWords(state, drawn, words, 2 * count)
    let p = words
    let left = count
    for (; left >= 2; left -= 2) {
      const pair = v128.load(p)
      const integers = v128.and(v128.shuffle<i32>(pair, pair, 1, 0, 3, 2), bits)
      const isBelow = i64x2.lt_s(integers, bound)
      const ones = v128.and(v128.shuffle<i32>(isBelow, isBelow, 0, 2, 0, 2), f32x4.splat(1))
      v128.store64_lane(out, ones, 0)
      p += 16
      out += 8
    }
    if (left > 0) {
      const integer = ((<i64>load<u32>(p) & 0x1fffff) << 32) | <i64>load<u32>(p, 4)
      store<f32>(out, integer < <i64>limit ? 1 : 0)
      out += 4
    }
    n -= count
  }
  return drawn
}

/** Normally distributed numbers, at least 16, made of uniform ones in blocks of 16; the last block ends at the end. */
export function normal(state: usize, drawn: usize, words: usize, out: usize, n: usize, mean: f32, std: f32): usize {
  drawn = uniform(state, drawn, words, out, n, 0, 1)
  const whole = n & ~15
  for (let i: usize = 0; i < whole; i += 16) makeNormal16(out + 4 * i, mean, std)
  if (whole < n) {
    const last = out + 4 * (n - 16)
    drawn = uniform(state, drawn, words, last, 16, 0, 1)
    makeNormal16(last, mean, std)
  }
  return drawn
}
