import type { Strided } from '../strided'
import { forEachRun } from './runs'
import { storeInto } from './store'

export function copy(x: Strided, out: Strided): void {
  const from = x.storage.data
  const to = out.storage.data
  if (x.dtype === out.dtype) {
    forEachRun(out.shape, [x, out], (at, length, step) => {
      let [i, o] = at as [number, number]
      const [si, so] = step as [number, number]
      if (si === 1 && so === 1) to.set(from.subarray(i, i + length), o)
      else for (let n = 0; n < length; n++, i += si, o += so) to[o] = from[i] as number
    })
    return
  }
  const store = storeInto(`to ${out.dtype}`, out.dtype)
  forEachRun(out.shape, [x, out], (at, length, step) => {
    let [i, o] = at as [number, number]
    const [si, so] = step as [number, number]
    for (let n = 0; n < length; n++, i += si, o += so) to[o] = store(from[i] as number)
  })
}

export function fill(value: number, out: Strided): void {
  const to = out.storage.data
  forEachRun(out.shape, [out], (at, length, step) => {
    let [o] = at as [number]
    const [so] = step as [number]
    if (so === 1) to.fill(value, o, o + length)
    else for (let n = 0; n < length; n++, o += so) to[o] = value
  })
}
