import type { TypedArray } from '../core/dtype'
import { doubleFromWords, type Generator } from './generator'

/**
 * Fills `out` with ones and zeros: one with probability `p`, or with its own probability each, when `p` is an array as
 * long as `out`. Probabilities in float32 are compared with 24 random bits, all others with 53.
 *
 * @throws RangeError when a probability lies outside [0, 1], or there is not one for each element
 * @see torch.Tensor.bernoulli_
 */
export function fillBernoulli(out: TypedArray, p: number | Float32Array | Float64Array, generator: Generator): void {
  if (typeof p === 'number') {
    checkProbability(p)
    fillWithOneProbability(out, p, generator)
    return
  }
  if (p.length !== out.length) {
    throw new RangeError(`bernoulli_: ${p.length} probabilities for ${out.length} elements`)
  }
  p.forEach(checkProbability)
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

function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`bernoulli_: a probability lies between 0 and 1, got ${p}`)
}
