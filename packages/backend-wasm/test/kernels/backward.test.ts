import { expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample } from './samples'

const f = Math.fround

/** Each step rounded to float32, in the order in which PyTorch takes them. */
const formulas: Record<string, (grad: number, y: number) => number> = {
  reluBackward: (grad, y) => (y <= 0 ? 0 : grad),
  sigmoidBackward: (grad, y) => f(grad * f(1 - y)) * y,
  tanhBackward: (grad, y) => grad * f(1 - f(y * y)),
}

test.each(Object.entries(formulas))('%s gives the gradient of the input, in place too', (name, formula) => {
  for (const n of lengths) {
    const grad = sample(n, 1)
    const y = sample(n, 2)
    const expected = grad.map((g, i) => formula(g, y[i]!))
    const [, , out] = runFenced([grad, y, new Float32Array(n)], (g, at, o) => wasm[name]?.(g!, at!, o!, n))
    expect(out).toEqual(expected)
    const [inPlace] = runFenced([grad, y], (g, at) => wasm[name]?.(g!, at!, g!, n))
    expect(inPlace).toEqual(expected)
  }
})

test('reluBackward lets the gradient of a NaN through', () => {
  const y = Float32Array.of(NaN, 0, -0, Infinity, -Infinity)
  const [, , out] = runFenced([y.map(() => 3), y, new Float32Array(5)], (g, at, o) =>
    wasm.reluBackward?.(g!, at!, o!, 5),
  )
  expect([...out]).toEqual([3, 0, 0, 3, 0])
})
