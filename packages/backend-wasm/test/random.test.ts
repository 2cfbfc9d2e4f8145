import { bernoulli_, empty, Generator, getBackend, jsBackend, normal, rand, setBackend, type Tensor } from '@nn/tensor'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWasm } from '../src/index'

beforeAll(async () => {
  await useWasm()
})

/** Draws on the JavaScript kernels and on these, and looks at the numbers and at where the stream is afterwards. */
function expectSameOnBoth(draw: (generator: Generator) => Tensor): void {
  const wasm = getBackend()
  const [a, b] = [new Generator(7), new Generator(7)]
  // Pairs of words then come from two blocks.
  for (const generator of [a, b]) generator.random32()
  const here = [draw(a), draw(a)].map((x) => x.toTypedArray())
  const stateHere = a.getState()
  setBackend(jsBackend)
  const there = [draw(b), draw(b)].map((x) => x.toTypedArray())
  const stateThere = b.getState()
  setBackend(wasm)
  for (const [i, x] of here.entries()) expect(x.findIndex((value, j) => !Object.is(value, there[i]![j]))).toBe(-1)
  expect(stateHere).toEqual(stateThere)
  expect(a.random32()).toBe(b.random32())
}

const lengths = [1, 15, 16, 17, 255, 256, 257, 312, 623, 624, 625, 1000, 1024, 5000, 5001]

describe.each(lengths)('of %i numbers', (n) => {
  test.each([
    [0, 1],
    [-3, 0.1],
    [1, 1.0000001],
    [5, 5],
  ])('uniform ones between %d and %d are those of the JavaScript kernels', (from, to) => {
    expectSameOnBoth((generator) => empty([n]).uniform_(from, to, { generator }))
    expectSameOnBoth((generator) => rand([n], { generator }))
  })

  test.each([
    [0, 1],
    [-2, 0.3],
    [4, 0],
  ])('normal ones of mean %d and deviation %d are those of the JavaScript kernels', (mean, std) => {
    expectSameOnBoth((generator) => normal(mean, std, [n], { generator }))
  })

  test.each([0, 1e-9, 0.3, 0.5, 0.999, 1])('ones with probability %d are those of the JavaScript kernels', (p) => {
    expectSameOnBoth((generator) => bernoulli_(empty([n]), p, { generator }))
  })
})

test('a stream goes on from backend to backend', () => {
  const wasm = getBackend()
  const [mixed, plain] = [new Generator(1), new Generator(1)]
  const [first] = [normal(0, 1, [1000], { generator: mixed })]
  setBackend(jsBackend)
  const second = rand([777], { generator: mixed })
  const expected = [normal(0, 1, [1000], { generator: plain }), rand([777], { generator: plain })]
  setBackend(wasm)
  expect([first.toTypedArray(), second.toTypedArray()]).toEqual(expected.map((x) => x.toTypedArray()))
})

test('a hundred thousand normal numbers are those of the JavaScript kernels', () => {
  expectSameOnBoth((generator) => normal(0, 1, [100_000], { generator }))
})

test('what is no distribution is refused', () => {
  expect(() => empty([1000]).uniform_(1, 0)).toThrow(RangeError)
  expect(() => empty([1000]).uniform_(-3e38, 3e38)).toThrow(RangeError)
  expect(() => normal(0, -1, [1000])).toThrow(RangeError)
  expect(() => bernoulli_(empty([1000]), 1.5)).toThrow(RangeError)
})
