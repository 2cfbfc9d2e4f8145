import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { portableMath } from '../../src/index'

type Unary = (x: number) => number
type Binary = (x: number, y: number) => number

const unary: Record<string, Unary> = {}
const binary: Record<string, Binary> = {}
for (const [name, f] of Object.entries(portableMath)) {
  if (f.length === 1) unary[name] = f as Unary
  else binary[name] = f as Binary
}

const specials = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  10,
  1e-5,
  1e22,
  Math.PI / 4,
  Math.PI / 2,
  Math.PI,
  22,
  709.78,
  709.79,
  710.4,
  -745.13,
  -745.14,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  Infinity,
  -Infinity,
  Number.NaN,
]

/** Numbers that look random and are the same in every run, in (-1, 1). */
function sample(length: number, seed: number): number[] {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
  return Array.from({ length }, () => next() + next() * 2 ** -31)
}

const wide = sample(3000, 1)
const numbers = [
  ...specials,
  ...wide,
  ...wide.map((x) => x * 20),
  ...wide.map((x) => x * 1500),
  ...wide.map((x) => x * 1e9),
  ...wide.map((x) => x * 2 ** Math.trunc(x * 1000)),
]

/** How many doubles lie between two, plus one; 0 where they are the same. */
function distance(a: number, b: number): number {
  if (Object.is(a, b)) return 0
  const [x, y] = [...new BigInt64Array(Float64Array.of(a, b).buffer)] as [bigint, bigint]
  return Number.isNaN(a) || Number.isNaN(b) ? Infinity : Math.abs(Number(x - y))
}

describe.each(Object.entries(unary))('%s', (name, f) => {
  test("is within 3 units in the last place of the engine's, and equal for special values", () => {
    const engine = Math[name as 'exp']
    const wrong = numbers.filter((x) => distance(f(x), engine(x)) > 3)
    expect(wrong).toEqual([])
    for (const x of [0, -0, Infinity, -Infinity, Number.NaN]) expect(f(x)).toBe(engine(x))
  })
})

describe.each(Object.entries(binary))('%s', (name, f) => {
  /** C's pow differs from JavaScript's. */
  const reference: Binary = (x, y) => (name === 'pow' && Math.abs(x) === 1 ? Number.NaN : Math[name as 'atan2'](x, y))

  test("is within 3 units in the last place of the engine's", () => {
    const wrong: [number, number][] = []
    const check = (x: number, y: number): void => {
      if (name === 'pow' && Math.abs(x) === 1) return
      if (distance(f(x, y), reference(x, y)) > 3) wrong.push([x, y])
    }
    for (const x of specials) for (const y of specials) check(x, y)
    for (const [i, x] of numbers.entries()) check(x, wide[i % wide.length]! * (i % 2 === 0 ? 30 : 1))
    expect(wrong).toEqual([])
  })
})

test('pow is that of C: 1 to any power and -1 to an infinite one are 1', () => {
  expect(portableMath.pow(1, Number.NaN)).toBe(1)
  expect(portableMath.pow(1, Infinity)).toBe(1)
  expect(portableMath.pow(-1, -Infinity)).toBe(1)
  expect(portableMath.pow(-1, 3)).toBe(-1)
  expect(portableMath.pow(-8, 1 / 3)).toBeNaN()
})

test('powers of whole numbers and logarithms of powers of ten are exact', () => {
  for (let n = 0; n <= 15; n++) {
    expect(portableMath.pow(10, n)).toBe(Number(`1e${n}`))
    expect(portableMath.log10(Number(`1e${n}`))).toBe(n)
  }
  for (let n = -1074; n < 1024; n += 7) expect(portableMath.log2(portableMath.pow(2, n))).toBe(n)
})

test('sine and cosine of large angles are right to the last bits', () => {
  // Digits from mpmath at 400 bits.
  expect(portableMath.sin(1e22)).toBeCloseTo(-0.8522008497671888, 15)
  expect(portableMath.cos(1e22)).toBeCloseTo(0.5232147853951389, 15)
  expect(portableMath.sin(2 ** 1000)).toBeCloseTo(-0.15920170308624243, 15)
  expect(portableMath.sin(-(2 ** 1000))).toBeCloseTo(0.15920170308624243, 15)
  expect(portableMath.cos(1.7976931348623157e308)).toBeCloseTo(-0.9999876894265599, 15)
})

const ENGINE_DEPENDENT =
  /\bMath\.(a?sinh?|a?cosh?|a?tanh?|atan2|exp|expm1|log|log1p|log2|log10|pow|hypot|cbrt)\b|\*\* (?!-?\d)/

test('nothing in this package computes with functions that differ from engine to engine', () => {
  const source = new URL('../../src/', import.meta.url)
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const wrong = files.filter((file) => {
    const code = readFileSync(new URL(file, source), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    return ENGINE_DEPENDENT.test(code)
  })
  expect(files.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})
