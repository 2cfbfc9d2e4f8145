import type { TypedArray } from '../core/dtype'
import { doubleFromWords, type Generator } from './generator'

/**
 * Fills `out` with ones and zeros: one with probability `p`, or with its own probability each, when `p` is an array as
 * long as `out`. Probabilities in float32 are compared with 24 random bits, all others with 53.
 *
 * @param op as errors name it
 * @throws RangeError when a probability lies outside [0, 1], or there is not one for each element
 * @see torch.Tensor.bernoulli_
 */
export function fillBernoulli(
  out: TypedArray,
  p: number | Float32Array | Float64Array,
  generator: Generator,
  op = 'bernoulli_',
): void {
  if (typeof p === 'number') {
    checkProbability(op, p)
    fillWithOneProbability(out, p, generator)
    return
  }
  if (p.length !== out.length) {
    throw new RangeError(`${op}: ${p.length} probabilities for ${out.length} elements`)
  }
  for (const one of p) checkProbability(op, one)
  if (p instanceof Float32Array) {
    for (let i = 0; i < out.length; i++) out[i] = Number(generator.randomFloat() < p[i]!)
  } else {
    for (let i = 0; i < out.length; i++) out[i] = Number(generator.randomDouble() < p[i]!)
  }
}

/** Elements to draw words for at a time. */
const CHUNK = 1024

/** Dropout runs this at every training step, so it draws many words at once and has no branch in its inner loop. */
function fillWithOneProbability(out: TypedArray, p: number, generator: Generator): void {
  const words = new Uint32Array(2 * Math.min(CHUNK, out.length))
  for (let start = 0; start < out.length; start += CHUNK) {
    const count = Math.min(CHUNK, out.length - start)
    generator.fillRandom32(words.subarray(0, 2 * count))
    for (let i = 0; i < count; i++) {
      out[start + i] = Number(doubleFromWords(words[2 * i]!, words[2 * i + 1]!) < p)
    }
  }
}

/** Refuses what is no probability. */
export function checkProbability(op: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${op}: a probability lies between 0 and 1, got ${p}`)
}
