import type { DType } from '../../core/dtype'
import type { UnaryFunction } from '../elementwise-function'
import type { Strided } from '../strided'
import { arithmeticOf } from './integers'
import { forEachRun } from './runs'
import { storeInto } from './store'

export function unary({ name, of }: UnaryFunction, x: Strided, out: Strided): void {
  const f = name === 'square' ? squareIn(out.dtype) : of
  const from = x.storage.data
  const to = out.storage.data
  const store = storeInto(name, out.dtype)
  forEachRun(out.shape, [x, out], (at, length, step) => {
    let [i, o] = at as [number, number]
    const [si, so] = step as [number, number]
    for (let n = 0; n < length; n++, i += si, o += so) to[o] = store(f(from[i] as number))
  })
}

/** In the arithmetic of the result's dtype: squares of integers may leave what doubles hold. */
function squareIn(dtype: DType): (x: number) => number {
  const { mul } = arithmeticOf('square', dtype)
  return (x) => mul(x, x)
}
