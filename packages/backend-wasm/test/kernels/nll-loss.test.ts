import { expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { sample } from './samples'

const IGNORED = -100

const x = sample(5 * 7)
const classes = Float64Array.of(6, 0, IGNORED, 3, 3)
const terms = [6, 7, 24, 31].map((place) => -x[place]!)
const sum = terms.reduce((a, b) => a + b)

test.each([
  ['the sum', 0, sum],
  ['the mean', 1, sum / 4],
])('nllLoss gives %s over the classes that are not ignored, and their number', (_, isMean, expected) => {
  let count = Number.NaN
  const [, , out] = runFenced([x, classes, new Float32Array(1)], (from, target, o) => {
    count = wasm.nllLoss?.(from!, 5, 7, target!, IGNORED, isMean, o!) ?? Number.NaN
  })
  expect(out[0]).toBe(Math.fround(expected))
  expect(count).toBe(4)
})

test.each([-1, 7, Number.NaN])('nllLoss says that the class %d is out of range', (wrong) => {
  let count = 0
  runFenced([x, Float64Array.of(1, wrong), new Float32Array(1)], (from, target, o) => {
    count = wasm.nllLoss?.(from!, 2, 7, target!, IGNORED, 1, o!) ?? 0
  })
  expect(count).toBeNaN()
})

test('nllLossBackward gives each named element its share, and 0 to all others', () => {
  const grad = Float32Array.of(-1.7)
  const [, , out] = runFenced([grad, classes, new Float32Array(5 * 7)], (g, target, o) =>
    wasm.nllLossBackward?.(g!, target!, 5, 7, IGNORED, 1 / 3, o!),
  )
  const expected = new Float32Array(5 * 7)
  for (const place of [6, 7, 24, 31]) expected[place] = -grad[0]! / 3
  expect(out).toEqual(expected)
})
