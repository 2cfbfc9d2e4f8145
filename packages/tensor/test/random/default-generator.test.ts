import { describe, expect, it } from 'vitest'
import { defaultGenerator, Generator, initialSeed, manualSeed, seed } from '../../src/random/index'

describe('manualSeed', () => {
  it('seeds the default generator and returns it', () => {
    expect(manualSeed(11)).toBe(defaultGenerator)
    expect(initialSeed()).toBe(11n)
    expect(defaultGenerator.random32()).toBe(new Generator(11).random32())
  })

  it('refuses a seed that is no integer', () => {
    expect(() => manualSeed(0.5)).toThrow(TypeError)
  })
})

describe('seed', () => {
  it('starts the default generator anywhere and returns where', () => {
    const start = seed()
    expect(initialSeed()).toBe(start)
    expect(seed()).not.toBe(start)
  })
})
