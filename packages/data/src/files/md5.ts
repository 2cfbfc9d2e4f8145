/** |sin 1|, |sin 2|, ..., as fractions of 2^32: the constants that MD5 adds. */
const sines = /* @__PURE__ */ makeSines()

function makeSines(): Int32Array {
  const table = new Int32Array(64)
  for (let i = 0; i < 64; i++) table[i] = Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32)
  return table
}

/**
 * The MD5 checksum in hexadecimal: it tells damaged files, and is how the datasets' authors published theirs. Browsers
 * compute none.
 *
 * @see RFC 1321
 */
export function md5(bytes: Uint8Array): string {
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476])
  const rest = bytes.length % 64
  absorb(state, bytes.subarray(0, bytes.length - rest))
  absorb(state, paddedEnd(bytes, rest))
  return Array.from(new Uint8Array(state.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes after the last whole block, a one bit, zeros, and the message's length in bits. */
function paddedEnd(bytes: Uint8Array, rest: number): Uint8Array {
  const end = new Uint8Array(rest < 56 ? 64 : 128)
  end.set(bytes.subarray(bytes.length - rest))
  end[rest] = 0x80
  new DataView(end.buffer).setBigUint64(end.length - 8, BigInt(bytes.length) * 8n, true)
  return end
}

/** Mixes blocks of 64 bytes into the state: four rounds of sixteen steps, written four by four as the roles rotate. */
function absorb(state: Int32Array, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const words = new Int32Array(16)
  // A constant of the function, because bundlers turn those of the module into variables, which are slower here.
  const sine = sines
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + 4 * i, true)
    let a = state[0]!
    let b = state[1]!
    let c = state[2]!
    let d = state[3]!
    for (let i = 0; i < 16; i += 4) {
      a = step(a + choose(b, c, d) + words[i]! + sine[i]!, 7, b)
      d = step(d + choose(a, b, c) + words[i + 1]! + sine[i + 1]!, 12, a)
      c = step(c + choose(d, a, b) + words[i + 2]! + sine[i + 2]!, 17, d)
      b = step(b + choose(c, d, a) + words[i + 3]! + sine[i + 3]!, 22, c)
    }
    for (let i = 16; i < 32; i += 4) {
      a = step(a + choose(d, b, c) + words[(5 * i + 1) & 15]! + sine[i]!, 5, b)
      d = step(d + choose(c, a, b) + words[(5 * i + 6) & 15]! + sine[i + 1]!, 9, a)
      c = step(c + choose(b, d, a) + words[(5 * i + 11) & 15]! + sine[i + 2]!, 14, d)
      b = step(b + choose(a, c, d) + words[(5 * i) & 15]! + sine[i + 3]!, 20, c)
    }
    for (let i = 32; i < 48; i += 4) {
      a = step(a + (b ^ c ^ d) + words[(3 * i + 5) & 15]! + sine[i]!, 4, b)
      d = step(d + (a ^ b ^ c) + words[(3 * i + 8) & 15]! + sine[i + 1]!, 11, a)
      c = step(c + (d ^ a ^ b) + words[(3 * i + 11) & 15]! + sine[i + 2]!, 16, d)
      b = step(b + (c ^ d ^ a) + words[(3 * i + 14) & 15]! + sine[i + 3]!, 23, c)
    }
    for (let i = 48; i < 64; i += 4) {
      a = step(a + (c ^ (b | ~d)) + words[(7 * i) & 15]! + sine[i]!, 6, b)
      d = step(d + (b ^ (a | ~c)) + words[(7 * i + 7) & 15]! + sine[i + 1]!, 10, a)
      c = step(c + (a ^ (d | ~b)) + words[(7 * i + 14) & 15]! + sine[i + 2]!, 15, d)
      b = step(b + (d ^ (c | ~a)) + words[(7 * i + 5) & 15]! + sine[i + 3]!, 21, c)
    }
    state[0]! += a
    state[1]! += b
    state[2]! += c
    state[3]! += d
  }
}

/** Bit by bit: where `mask` is one the bit of `yes`, else that of `no`. */
function choose(mask: number, yes: number, no: number): number {
  return no ^ (mask & (yes ^ no))
}

/** A sum's low 32 bits turned left, plus another 32 bits. */
function step(sum: number, bits: number, plus: number): number {
  return (((sum << bits) | (sum >>> (32 - bits))) + plus) | 0
}
