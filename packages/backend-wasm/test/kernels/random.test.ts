import { Generator } from '@nn/tensor'
import { expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths } from './samples'

/** A generator's state as bytes, with how many of its words were drawn. */
function stateOf(generator: Generator): { state: Uint8Array; drawn: number } {
  let result = { state: new Uint8Array(), drawn: 0 }
  generator.drawWith((state, drawn) => {
    result = { state: new Uint8Array(state.slice().buffer), drawn }
    return drawn
  })
  return result
}

/** Runs a fill of `n` elements with the state of a generator, and gives them with the state afterwards. */
function fill(
  kernel: string,
  generator: Generator,
  n: number,
  ...numbers: number[]
): { out: number[]; after: unknown } {
  const { state, drawn } = stateOf(generator)
  const words = new Uint8Array(wasm.wordsBytes?.() ?? 0)
  let drawnAfter = 0
  const [after, , out] = runFenced([state, words, new Float32Array(n)], (s, w, o) => {
    drawnAfter = wasm[kernel]?.(s!, drawn, w!, o!, n, ...numbers) ?? 0
  })
  return { out: [...out], after: { state: after, drawn: drawnAfter } }
}

/** A generator that stands somewhere in its block. */
const started = (): Generator => {
  const generator = new Generator(3)
  for (let i = 0; i < 611; i++) generator.random32()
  return generator
}

test.each(lengths)('uniform takes a word for each of %i elements', (n) => {
  const generator = started()
  const { out, after } = fill('uniform', generator, n, -1, 3)
  expect(out).toEqual(Array.from({ length: n }, () => Math.fround(generator.randomFloat() * 4 - 1)))
  expect(after).toEqual(stateOf(generator))
})

test.each(lengths)('bernoulli compares two words with the limit for each of %i elements', (n) => {
  const generator = started()
  const { out, after } = fill('bernoulli', generator, n, Math.ceil(0.3 * 2 ** 53))
  expect(out).toEqual(Array.from({ length: n }, () => Number(generator.randomDouble() < 0.3)))
  expect(after).toEqual(stateOf(generator))
})

test.each(lengths.filter((n) => n >= 16))('normal stays inside of %i elements', (n) => {
  const { out } = fill('normal', started(), n, 10, 0.5)
  expect(out.every((x) => x > 6 && x < 14)).toBe(true)
})
