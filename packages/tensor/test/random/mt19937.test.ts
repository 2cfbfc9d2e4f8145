import { describe, expect, it } from 'vitest'
import { Mt19937 } from '../../src/random/mt19937'

describe('Mt19937', () => {
  it('gives the words published for the reference implementation and for C++', () => {
    // The first five of init_genrand(5489); the C++ standard fixes the 10,000th, [rand.predef].
    const engine = new Mt19937(5489)
    const words = Array.from({ length: 10000 }, () => engine.next())
    expect(words.slice(0, 5)).toEqual([3499211612, 581869302, 3890346734, 3586334585, 545404204])
    expect(words[9999]).toBe(4123659995)
  })

  it('fills an array with the words that as many single draws give, across blocks', () => {
    const [engine, reference] = [new Mt19937(1), new Mt19937(1)]
    for (const length of [0, 1, 623, 1, 624, 2000, 3]) {
      const words = new Uint32Array(length)
      engine.fill(words)
      expect([...words]).toEqual(Array.from({ length }, () => reference.next()))
    }
  })

  it.each([0, 1, 623, 624, 1000])('goes on from a snapshot taken after %i draws', (draws) => {
    const engine = new Mt19937(7)
    for (let i = 0; i < draws; i++) engine.next()
    const { state, position } = engine.snapshot()
    const restored = Mt19937.restore(state, position)
    expect(Array.from({ length: 700 }, () => restored.next())).toEqual(Array.from({ length: 700 }, () => engine.next()))
  })
})
