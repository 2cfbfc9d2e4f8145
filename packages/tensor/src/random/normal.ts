import { cos, log, sin } from '../math/index'
import { cos32, log32, sin32 } from './cephes'
import { fusedMultiplyAdd } from './fused-multiply-add'
import type { Generator } from './generator'
import { randomNormal } from './random-normal'
import { fillUniform } from './uniform'

/** Numbers are made 16 at a time: 8 pairs, the two of a pair 8 apart. */
const BLOCK = 16

/**
 * Fills `out` with normally distributed numbers, by Box and Muller's method.
 *
 * $$ \sqrt{-2 \ln u_1} \cos(2 \pi u_2) \cdot std + mean $$
 *
 * and the same with the sine. As in PyTorch, fewer than 16 numbers are drawn one by one and 16 or more in blocks, so
 * the first numbers of a longer fill are not those of a shorter one. float32 equals PyTorch bit for bit; in float64 the
 * last bits may differ.
 *
 * @throws RangeError when `std` is negative or NaN
 * @see torch.Tensor.normal_
 */
export function fillNormal(out: Float32Array | Float64Array, mean: number, std: number, generator: Generator): void {
  if (out.length < BLOCK) {
    fillNormalOneByOne(out, mean, std, generator)
    return
  }
  checkStd(std)
  fillUniform(out, 0, 1, generator)
  const whole = out.length - (out.length % BLOCK)
  for (let start = 0; start < whole; start += BLOCK) transformBlock(out, start, mean, std)
  if (whole < out.length) {
    const lastStart = out.length - BLOCK
    fillUniform(out.subarray(lastStart), 0, 1, generator)
    transformBlock(out, lastStart, mean, std)
  }
}

/**
 * Fills `out` one by one whatever its length: what PyTorch does to a tensor that is not contiguous.
 *
 * @throws RangeError when `std` is negative or NaN
 * @see torch.Tensor.normal_
 */
export function fillNormalOneByOne(
  out: Float32Array | Float64Array,
  mean: number,
  std: number,
  generator: Generator,
): void {
  checkStd(std)
  for (let i = 0; i < out.length; i++) out[i] = fusedMultiplyAdd(randomNormal(generator), std, mean)
}

/** Turns 16 uniform numbers into 16 normal ones, in place. */
function transformBlock(data: Float32Array | Float64Array, start: number, mean: number, std: number): void {
  if (data instanceof Float32Array) transformFloat32(data, start, Math.fround(mean), Math.fround(std))
  else transformFloat64(data, start, mean, std)
}

const TWO_PI_32 = Math.fround(2 * Math.PI)

function transformFloat32(data: Float32Array, start: number, mean: number, std: number): void {
  for (let i = start; i < start + BLOCK / 2; i++) {
    const u1 = 1 - data[i]!
    const radius = Math.fround(Math.sqrt(-2 * log32(u1)))
    const angle = Math.fround(TWO_PI_32 * data[i + BLOCK / 2]!)
    data[i] = Math.fround(radius * cos32(angle)) * std + mean
    data[i + BLOCK / 2] = Math.fround(radius * sin32(angle)) * std + mean
  }
}

function transformFloat64(data: Float64Array, start: number, mean: number, std: number): void {
  for (let i = start; i < start + BLOCK / 2; i++) {
    const u1 = 1 - data[i]!
    const radius = Math.sqrt(-2 * log(u1))
    const angle = 2 * Math.PI * data[i + BLOCK / 2]!
    data[i] = fusedMultiplyAdd(radius * cos(angle), std, mean)
    data[i + BLOCK / 2] = fusedMultiplyAdd(radius * sin(angle), std, mean)
  }
}

function checkStd(std: number): void {
  if (!(std >= 0)) throw new RangeError(`normal_: std must not be negative, got ${std}`)
}
