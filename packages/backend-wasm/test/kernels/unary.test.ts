import { erf, tensor } from '@nn/tensor'
import { describe, expect, test } from 'vitest'
import { runFenced, wasm } from './fenced'
import { lengths, sample, ulp } from './samples'

/** Rounds halves to the even neighbour. */
function roundHalfEven(x: number): number {
  if (x < 0) return -roundHalfEven(-x)
  const floor = Math.floor(x)
  if (x - floor !== 0.5) return Math.round(x)
  return floor % 2 === 0 ? floor : floor + 1
}

/** Those whose result is the exact one, rounded once. */
const exact: Record<string, (x: number) => number> = {
  neg: (x) => -x,
  abs: Math.abs,
  sqrt: Math.sqrt,
  reciprocal: (x) => 1 / x,
  square: (x) => x * x,
  // As in PyTorch, -0 and NaN stay.
  relu: (x) => (x >= 0 || Number.isNaN(x) ? x : 0),
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  round: roundHalfEven,
}

/** Those that approximate, in double precision. */
const transcendental: Record<string, (x: number) => number> = {
  cos: Math.cos,
  erf: (x) => erf(tensor(x, { dtype: 'float64' })).item(),
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  rsqrt: (x) => 1 / Math.sqrt(x),
  sin: Math.sin,
  tanh: Math.tanh,
  sigmoid: (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))),
}

function apply(name: string, x: Float32Array): Float32Array {
  const [, out] = runFenced([x, new Float32Array(x.length)], (at, outAt) => wasm[name]?.(at!, outAt!, x.length))
  return out
}

const specials = Float32Array.of(
  0,
  -0,
  1,
  -1,
  Infinity,
  -Infinity,
  NaN,
  0.5,
  1.5,
  2.5,
  -0.5,
  -1.5,
  -2.5,
  8388607.5,
  16777216,
  -16777216,
  1e-45,
  -1e-45,
  1.1754942e-38,
  1.1754944e-38,
  -1.1754944e-38,
  3.4028235e38,
  -3.4028235e38,
  88.7,
  88.72284,
  88.7229,
  89,
  104,
  1e4,
  -87.33,
  -87.34,
  -103.9,
  -103.97,
  -103.98,
  -104,
  -1e4,
  0.70710677,
  0.70710683,
  1.4142134,
  1.4142137,
  0.99999994,
  1.0000001,
  0.62499994,
  0.625,
  9,
  9.02,
  17,
  -4.152642726898193,
  0.92,
  0.91999996,
  4,
  1e-30,
  0.00024414062,
  -0.9999999,
  4194304,
  -4194303.5,
  16367173e25,
)

/** A sample of all float32 numbers: their bits, a fixed distance apart. */
function acrossAllFloats(): Float32Array {
  return new Float32Array(Uint32Array.from({ length: 60_000 }, (_, i) => i * 71_583).buffer)
}

/** A dense sample of where a function does something. */
function dense(): Float32Array {
  return Float32Array.from({ length: 60_000 }, (_, i) => (i - 30_000) * 0.0036)
}

/** A denser sample around 0, where functions have their bends. */
function denseAroundZero(): Float32Array {
  return dense().map((x) => x / 32)
}

const inputs = {
  specials,
  'all of float32': acrossAllFloats(),
  '-108 to 108': dense(),
  '-3.4 to 3.4': denseAroundZero(),
}

describe.each(Object.keys(exact))('%s', (name) => {
  test.each(Object.entries(inputs))('is exact over %s', (_, x) => {
    expect(apply(name, x)).toEqual(x.map((value) => exact[name]!(value)))
  })
})

describe.each(Object.keys(transcendental))('%s', (name) => {
  test.each(Object.entries(inputs))('is within 2 units in the last place over %s', (_, x) => {
    const out = apply(name, x)
    const wrong = [...x.keys()].filter((i) => !isClose(out[i]!, transcendental[name]!(x[i]!)))
    expect(wrong.map((i) => ({ x: x[i], got: out[i] }))).toEqual([])
  })
})

function isClose(got: number, expected: number): boolean {
  const rounded = Math.fround(expected)
  if (!Number.isFinite(rounded) || rounded === 0) return Object.is(got, rounded)
  return Math.abs(got - expected) <= 2 * ulp(expected)
}

describe.each([...Object.keys(exact), ...Object.keys(transcendental)])('%s', (name) => {
  test.each(lengths)('takes %i elements, in place too, and an element in any place gives the same', (length) => {
    const x = sample(length)
    const out = apply(name, x)
    const [inPlace] = runFenced([x], (at) => wasm[name]?.(at!, at!, length))
    expect(inPlace).toEqual(out)
    expect(apply(name, x.slice().reverse()).reverse()).toEqual(out)
  })
})
