/** Splits a double into two of 26 bits (Dekker), so that products of the parts are exact. */
const SPLITTER = 2 ** 27 + 1

function highPart(x: number): number {
  const scaled = SPLITTER * x
  return scaled - (scaled - x)
}

/**
 * `a * b + c` in double precision, rounded once at the end as a processor's fused multiply-add does. PyTorch's compiler
 * emits that instruction, so plain arithmetic would differ in the last bit. For values far from over- and underflow.
 */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const aHigh = highPart(a)
  const aLow = a - aHigh
  const bHigh = highPart(b)
  const bLow = b - bHigh
  const product = a * b
  const productError = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow
  const sum = product + c
  const added = sum - product
  const sumError = product - (sum - added) + (c - added)
  return sum + (sumError + productError)
}
