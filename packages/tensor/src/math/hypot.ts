import { highWord, scaleByPowerOf2 } from './float-bits'

/** √(a² + b²), where the squares may be too large or too small. */
export function hypot(a: number, b: number): number {
  const larger = Math.max(Math.abs(a), Math.abs(b))
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return Infinity
  if (larger === 0 || Number.isNaN(larger)) return larger
  const exponent = ((highWord(larger) >> 20) & 0x7ff) - 1023
  const x = scaleByPowerOf2(a, -exponent)
  const y = scaleByPowerOf2(b, -exponent)
  return scaleByPowerOf2(Math.sqrt(x * x + y * y), exponent)
}
