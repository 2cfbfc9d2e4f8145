const BLOCK = 64
/** The floor of 2³² |sin i| for i from 1. */
const SINES = /* @__PURE__ */ Int32Array.from({ length: 64 }, (_, i) => 2 ** 32 * Math.abs(Math.sin(i + 1)))
/** By how many bits a word is rotated, in the steps of each of the four rounds. */
const ROTATIONS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const

type State = [a: number, b: number, c: number, d: number]

/**
 * The MD5 checksum of bytes, in hexadecimal.
 *
 * @see RFC 1321
 */
export function portableMd5(bytes: Uint8Array): string {
  let state: State = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  const whole = bytes.length - (bytes.length % BLOCK)
  state = digest(state, bytes.subarray(0, whole))
  state = digest(state, padded(bytes.subarray(whole), bytes.length))
  const sum = new DataView(new ArrayBuffer(16))
  for (const [i, word] of state.entries()) sum.setInt32(4 * i, word, true)
  return Array.from(new Uint8Array(sum.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The end of a message: a one, zeros, and the length in bits. */
function padded(rest: Uint8Array, length: number): Uint8Array {
  const end = new Uint8Array(rest.length < BLOCK - 8 ? BLOCK : 2 * BLOCK)
  end.set(rest)
  end[rest.length] = 0x80
  new DataView(end.buffer).setBigUint64(end.length - 8, 8n * BigInt(length), true)
  return end
}

function digest(state: State, blocks: Uint8Array): State {
  const view = new DataView(blocks.buffer, blocks.byteOffset, blocks.length)
  const words = new Int32Array(16)
  let [a, b, c, d] = state
  for (let at = 0; at < blocks.length; at += BLOCK) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + 4 * i, true)
    const before: State = [a, b, c, d]
    for (let i = 0; i < 64; i++) {
      const round = i >> 4
      const mixed = mix(round, b, c, d)
      const sum = (a + mixed + (words[wordOf(round, i)] as number) + (SINES[i] as number)) | 0
      const bits = (ROTATIONS[round] as readonly number[])[i % 4] as number
      a = d
      d = c
      c = b
      b = (b + ((sum << bits) | (sum >>> (32 - bits)))) | 0
    }
    a = (a + before[0]) | 0
    b = (b + before[1]) | 0
    c = (c + before[2]) | 0
    d = (d + before[3]) | 0
  }
  return [a, b, c, d]
}

/** The function of a round. */
function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d)
  if (round === 1) return (d & b) | (~d & c)
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d)
}

/** Which word of the block a step takes. */
function wordOf(round: number, i: number): number {
  if (round === 0) return i
  if (round === 1) return (5 * i + 1) % 16
  return round === 2 ? (3 * i + 5) % 16 : (7 * i) % 16
}
