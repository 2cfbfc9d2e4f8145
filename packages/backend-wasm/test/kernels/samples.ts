/** Lengths around the widths of vectors, tiles and blocks. */
export const lengths: readonly number[] = [0, 1, 3, 7, 17, 63, 65, 127, 1000]

/** Numbers in -2..2 that look random and are the same in every run. */
export function sample(length: number, seed = 1): Float32Array {
  let state = seed
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 30 - 2
  })
}

/** The distance of two float32 numbers next to each other at x, denormals included. */
export function ulp(x: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(x)))
  return 2 ** (Math.min(Math.max(exponent, -126), 127) - 23)
}
