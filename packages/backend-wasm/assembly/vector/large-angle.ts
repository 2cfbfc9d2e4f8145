// Angles from 2^22 on: which quarter of the circle they lie in depends on digits of 2 / pi far behind the point.

/** 64 bits of 2 / pi each, after 64 zeros. */
const BITS_1: u64 = 0xa2f9836e4e441529
const BITS_2: u64 = 0xfc2757d1f534ddc0
const BITS_3: u64 = 0xdb6295993c439041

/** pi / 2 over the quarter of 2^64. */
const RADIANS: f64 = 1.5707963267948966 / 4611686018427387904.0

/** The nearest multiple of pi / 2, modulo 4, of each lane. */
export function quartersOf(x: v128): v128 {
  let n = i32x4.splat(<i32>quarterOf(turnOf(f32x4.extract_lane(x, 0))))
  n = i32x4.replace_lane(n, 1, <i32>quarterOf(turnOf(f32x4.extract_lane(x, 1))))
  n = i32x4.replace_lane(n, 2, <i32>quarterOf(turnOf(f32x4.extract_lane(x, 2))))
  return i32x4.replace_lane(n, 3, <i32>quarterOf(turnOf(f32x4.extract_lane(x, 3))))
}

/** What is left of each lane, from -pi / 4 to pi / 4; of infinity NaN. */
export function restOf(x: v128): v128 {
  let r = f32x4.splat(radiansOf(turnOf(f32x4.extract_lane(x, 0))))
  r = f32x4.replace_lane(r, 1, radiansOf(turnOf(f32x4.extract_lane(x, 1))))
  r = f32x4.replace_lane(r, 2, radiansOf(turnOf(f32x4.extract_lane(x, 2))))
  r = f32x4.replace_lane(r, 3, radiansOf(turnOf(f32x4.extract_lane(x, 3))))
  return f32x4.add(r, f32x4.sub(x, x))
}

@inline
function quarterOf(turn: u64): u64 {
  return (turn + (1 << 61)) >> 62
}

@inline
function radiansOf(turn: u64): f32 {
  return <f32>(<f64>(<i64>(turn - (quarterOf(turn) << 62))) * RADIANS)
}

/** The angle as a part of the whole circle, which is 2^64: m 2^e times those bits of 2 / pi that do not make whole ones. */
function turnOf(x: f32): u64 {
  const bits = reinterpret<u32>(x)
  const mantissa = <u64>((bits & 0x7fffff) | 0x800000)
  const e = <i32>((bits >> 23) & 0xff) - 150
  const first = e + 62
  const word = first >> 6
  const shift = <u64>(first & 63)
  const high = bitsFrom(word, shift)
  const low = bitsFrom(word + 1, shift) >> 40
  const turn = mantissa * high + ((mantissa * low) >> 24)
  return x < 0 ? 0 - turn : turn
}

/** 64 bits from the given one of a word on. */
@inline
function bitsFrom(word: i32, shift: u64): u64 {
  return (bitsOf(word) << shift) | ((bitsOf(word + 1) >> 1) >> (63 - shift))
}

function bitsOf(word: i32): u64 {
  if (word == 1) return BITS_1
  if (word == 2) return BITS_2
  return word == 3 ? BITS_3 : 0
}
