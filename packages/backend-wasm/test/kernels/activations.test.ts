import { type ActivationName, extraKernelsInUse, type Kernels, Storage, type Strided } from '@nn/tensor'
import { describe, expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample, ulp } from './samples'

/**
 * Each with the settings to test, and how many units in the last place its value may be off: many where an exponent is
 * rounded before e is raised to it.
 */
const activations: [name: ActivationName, settings: number[], ulps: number][] = [
  ['gelu', [], 9],
  ['geluTanh', [], 200],
  ['silu', [], 3],
  ['mish', [], 4],
  ['softplus', [1, 20], 2],
  ['softplus', [3, 5], 128],
  ['elu', [1, 1, 1], 2],
  ['elu', [1.6732632423543772, 1.0507009873554805, 1], 4],
  ['elu', [2, 1, 0.5], 3],
  ['leakyRelu', [0.01], 1],
  ['hardtanh', [-1, 6], 0],
]

/** Where activations bend, and far beyond. */
const inputs = Float32Array.from([
  ...Array.from({ length: 20_000 }, (_, i) => (i - 10_000) * 0.0008),
  ...Array.from({ length: 20_000 }, (_, i) => (i - 10_000) * 0.0084),
  ...[0, -0, 1e-45, -1e-45, 1e-38, -1e-38, -1, 6, 20, 14.5, -14.5, -13.1, 1e30, Infinity],
])

function strided(data: Float64Array): Strided {
  return { storage: Storage.inArray('float64', data.length, data), dtype: 'float64', ...flat(data.length) }
}

const flat = (length: number): { shape: number[]; strides: number[]; offset: number } => ({
  shape: [length],
  strides: [1],
  offset: 0,
})

/** The JavaScript kernels. */
const js = extraKernelsInUse() as Required<Pick<Kernels, 'activation' | 'activationBackward'>>

/** The value in double precision, and the derivative. */
function exactly(
  name: ActivationName,
  x: Float32Array,
  settings: number[],
): { value: Float64Array; slope: Float64Array } {
  // As the kernel gets them.
  const rounded = settings.map(Math.fround)
  const out = { value: new Float64Array(x.length), slope: new Float64Array(x.length) }
  const from = strided(Float64Array.from(x))
  js.activation(name, from, rounded, strided(out.value))
  js.activationBackward(name, strided(new Float64Array(x.length).fill(1)), from, rounded, strided(out.slope))
  return out
}

describe.each(activations)('%s with %j', (name, settings, ulps) => {
  const exact = exactly(name, inputs, settings)

  test('gives the value, however small it is', () => {
    const [, out] = runFenced([inputs, new Float32Array(inputs.length)], (x, o) =>
      wasm[name]?.(x!, o!, inputs.length, ...settings),
    )
    const wrong = [...inputs.keys()].filter((i) => {
      const expected = exact.value[i]!
      if (!Number.isFinite(expected)) return out[i] !== Math.fround(expected)
      return Math.abs(out[i]! - expected) > Math.max(ulps, 0.5) * Math.max(ulp(expected), 64 * 2 ** -149)
    })
    expect(wrong.map((i) => ({ x: inputs[i], got: out[i], expected: exact.value[i] }))).toEqual([])
  })

  test('gives the gradient', () => {
    const grad = inputs.map((_, i) => (i % 2 === 0 ? 1 : -2))
    const [, , out] = runFenced([grad, inputs, new Float32Array(inputs.length)], (g, x, o) =>
      wasm[`${name}Backward`]?.(g!, x!, o!, inputs.length, ...settings),
    )
    const wrong = [...inputs.keys()].filter((i) => {
      const expected = grad[i]! * exact.slope[i]!
      return !Number.isNaN(expected) && !(Math.abs(out[i]! - expected) <= 2e-6 * Math.max(1, Math.abs(expected)))
    })
    expect(wrong.map((i) => ({ x: inputs[i], got: out[i], expected: grad[i]! * exact.slope[i]! }))).toEqual([])
  })

  test('keeps a NaN', () => {
    const x = Float32Array.of(NaN, 1)
    const [, value] = runFenced([x, new Float32Array(2)], (at, o) => wasm[name]?.(at!, o!, 2, ...settings))
    expect(value[0]).toBeNaN()
    expect(value[1]).toBeGreaterThan(0)
  })

  test.each(lengths)('takes %i elements, in place too, and an element in any place gives the same', (length) => {
    const x = sample(length, 1)
    const grad = sample(length, 2)
    const forward = (from: Float32Array): Float32Array =>
      runFenced([from, new Float32Array(length)], (at, o) => wasm[name]?.(at!, o!, length, ...settings))[1]
    const out = forward(x)
    expect(forward(x.slice().reverse()).reverse()).toEqual(out)
    expect(runFenced([x], (at) => wasm[name]?.(at!, at!, length, ...settings))[0]).toEqual(out)

    const backward = `${name}Backward`
    const [, , gradient] = runFenced([grad, x, new Float32Array(length)], (g, at, o) =>
      wasm[backward]?.(g!, at!, o!, length, ...settings),
    )
    const [inPlace] = runFenced([grad, x], (g, at) => wasm[backward]?.(g!, at!, g!, length, ...settings))
    expect(inPlace).toEqual(gradient)
  })
})
