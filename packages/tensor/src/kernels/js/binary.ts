import type { DType, TypedArray } from '../../core/dtype'
import type { BinaryFunction } from '../elementwise-function'
import type { Strided } from '../strided'
import { arithmeticOf, integerPower } from './integers'
import { forEachRun } from './runs'
import { storeInto } from './store'

export function binary(fn: BinaryFunction, a: Strided, b: Strided, out: Strided): void {
  const { name } = fn
  const f = functionFor(fn, out.dtype)
  const x = a.storage.data
  const y = b.storage.data
  const z = out.storage.data
  const store = storeInto(name, out.dtype)
  const isFloat = out.dtype === 'float32' || out.dtype === 'float64'
  forEachRun(out.shape, [a, b, out], (at, length, step) => {
    if (isFloat && floatRun(name, x, y, z, at, length, step)) return
    let [i, j, o] = at as [number, number, number]
    const [si, sj, so] = step as [number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = store(f(x[i] as number, y[j] as number))
  })
}

/** The function in the arithmetic of the result's dtype: products and powers of integers may leave what doubles hold. */
function functionFor({ name, of }: BinaryFunction, dtype: DType): BinaryFunction['of'] {
  if (dtype === 'float32' || dtype === 'float64') return of
  const { mul } = arithmeticOf(name, dtype)
  if (name === 'mul') return mul
  if (name === 'pow') return (a, b) => integerPower(a, b, mul)
  // The quotient of the exact multiple: a / b may round up to the next integer.
  if (name === 'truncDivide') return (a, b) => (a - (a % b)) / b
  return of
}

/** The four functions that training is made of, each with a loop of its own that the engine compiles without calls. */
function floatRun(
  name: string,
  x: TypedArray,
  y: TypedArray,
  z: TypedArray,
  at: readonly number[],
  length: number,
  step: readonly number[],
): boolean {
  let [i, j, o] = at as [number, number, number]
  const [si, sj, so] = step as [number, number, number]
  if (name === 'add') {
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = (x[i] as number) + (y[j] as number)
  } else if (name === 'sub') {
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = (x[i] as number) - (y[j] as number)
  } else if (name === 'mul') {
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = (x[i] as number) * (y[j] as number)
  } else if (name === 'div') {
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) z[o] = (x[i] as number) / (y[j] as number)
  } else return false
  return true
}

export function addScaled(a: Strided, b: Strided, alpha: number, out: Strided): void {
  const x = a.storage.data
  const y = b.storage.data
  const z = out.storage.data
  const store = storeInto('add', out.dtype)
  const { add, mul } = arithmeticOf('add', out.dtype)
  forEachRun(out.shape, [a, b, out], (at, length, step) => {
    let [i, j, o] = at as [number, number, number]
    const [si, sj, so] = step as [number, number, number]
    for (let n = 0; n < length; n++, i += si, j += sj, o += so) {
      z[o] = store(add(x[i] as number, mul(alpha, y[j] as number)))
    }
  })
}
