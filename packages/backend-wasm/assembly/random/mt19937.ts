// The Mersenne Twister of Matsumoto and Nishimura. Its state is 624 words, an int32 array; words are drawn from it in
// order, and when all were drawn the next state takes its place.

const N: usize = 624
const M: usize = 397
const BYTES: usize = 4 * N

/** Writes `count` words to `out`, of a state of which `drawn` were drawn; gives the number that is drawn afterwards. */
export function drawWords(state: usize, drawn: usize, out: usize, count: usize): usize {
  while (count > 0) {
    if (drawn == N) {
      advance(state)
      drawn = 0
    }
    const length = min(count, N - drawn)
    temper(state + 4 * drawn, out, length)
    drawn += length
    out += 4 * length
    count -= length
  }
  return drawn
}

/** The next state: each word comes from itself, its neighbour and the word M places on, around the end. */
function advance(state: usize): void {
  const end = state + BYTES
  const ahead = 4 * M
  const behind = 4 * (N - M)
  let p = state
  for (; p + 16 <= end - ahead; p += 16) v128.store(p, twist4(p, v128.load(p + ahead)))
  for (; p < end - ahead; p += 4) store<u32>(p, twist(load<u32>(p), load<u32>(p + 4), load<u32>(p + ahead)))
  for (; p + 16 <= end - 4; p += 16) v128.store(p, twist4(p, v128.load(p - behind)))
  for (; p < end - 4; p += 4) store<u32>(p, twist(load<u32>(p), load<u32>(p + 4), load<u32>(p - behind)))
  store<u32>(p, twist(load<u32>(p), load<u32>(state), load<u32>(p - behind)))
}

const TOP_BIT: u32 = 0x80000000
const MATRIX: u32 = 0x9908b0df

/** The top bit of a word with the others of the next, times the twist matrix, added to a third. */
@inline
function twist(word: u32, next: u32, other: u32): u32 {
  const y = (word & TOP_BIT) | (next & ~TOP_BIT)
  return other ^ (y >> 1) ^ ((next & 1) * MATRIX)
}

/** The same for the four words at p. */
@inline
function twist4(p: usize, others: v128): v128 {
  const next = v128.load(p + 4)
  const y = v128.bitselect(v128.load(p), next, i32x4.splat(TOP_BIT))
  const isOdd = i32x4.neg(v128.and(next, i32x4.splat(1)))
  return v128.xor(v128.xor(others, i32x4.shr_u(y, 1)), v128.and(isOdd, i32x4.splat(MATRIX)))
}

/** Words of the state as they are given out. */
function temper(p: usize, out: usize, count: usize): void {
  for (; count >= 4; count -= 4) {
    v128.store(out, temper4(v128.load(p)))
    p += 16
    out += 16
  }
  for (; count > 0; count--) {
    store<i32>(out, i32x4.extract_lane(temper4(v128.load32_zero(p)), 0))
    p += 4
    out += 4
  }
}

@inline
function temper4(y: v128): v128 {
  y = v128.xor(y, i32x4.shr_u(y, 11))
  y = v128.xor(y, v128.and(i32x4.shl(y, 7), i32x4.splat(0x9d2c5680)))
  y = v128.xor(y, v128.and(i32x4.shl(y, 15), i32x4.splat(0xefc60000)))
  return v128.xor(y, i32x4.shr_u(y, 18))
}
